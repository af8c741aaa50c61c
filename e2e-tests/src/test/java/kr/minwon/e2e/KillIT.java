package kr.minwon.e2e;

import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.standalone.DemoAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kill -9 at random moments while residents file and retry. The oracle: ids answered 201 = ids stored; each text handed
 * over at most once; nothing pending soon after the last start; what is unknown is listed and no more than the window
 * for each kill. {@code -Dminwon.kill.rounds=20 -Dminwon.kill.filings=1000} is the full count.
 */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("minwon.kill.rounds", 3);
    private static final int FILINGS = Integer.getInteger("minwon.kill.filings", 120);
    private static final int WINDOW = 4;
    private static final long SEED = Long.getLong("minwon.kill.seed", System.nanoTime());

    @TempDir
    Path directory;

    private record Filed(String complaintId, String receiptNumber, String code) {}

    private final Map<Integer, Filed> filed = new ConcurrentHashMap<>();

    @Test
    void nothingIsLostAndNothingIsToldTwiceWhenTheWholeProcessIsKilled() throws Exception {
        System.out.println("kill seed " + SEED);
        Random random = new Random(SEED);
        try (Product product = Product.standalone(directory.resolve("data"))) {
            run(product, () -> {
                for (int round = 0; round < ROUNDS; round++) {
                    Thread.sleep(500 + random.nextInt(4_000));
                    product.kill();
                    product.launch();
                    product.awaitReady();
                }
            });
            judge(product, ROUNDS);
        }
    }

    @Test
    void nothingIsLostAndNothingIsToldTwiceWhenEachServiceIsKilledAlone() throws Exception {
        System.out.println("kill seed " + SEED);
        Random random = new Random(SEED);
        List<String> victims = new ArrayList<>();
        int rounds = Math.max(1, ROUNDS / 4);
        for (int round = 0; round < rounds; round++) {
            victims.addAll(List.of("complaint", "routing", "notification", "gateway"));
        }
        try (Product product = Product.apart(directory.resolve("apart"))) {
            run(product, () -> {
                for (String victim : victims) {
                    Thread.sleep(500 + random.nextInt(2_000));
                    ProcessHandle process = product.part(victim);
                    process.destroyForcibly();
                    await().atMost(Duration.ofSeconds(60))
                            .ignoreExceptions()
                            .until(() -> product.part(victim).pid() != process.pid());
                }
                product.awaitReady();
            });
            judge(product, rounds);
        }
    }

    private interface Killer {
        void kill() throws Exception;
    }

    private void run(Product product, Killer killer) throws Exception {
        DemoAccounts accounts = product.accounts();
        CountDownLatch done = new CountDownLatch(FILINGS);
        AtomicInteger next = new AtomicInteger();
        Semaphore pace = new Semaphore(0);
        try (ExecutorService residents = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < FILINGS; n++) {
                residents.execute(() -> {
                    int number = next.getAndIncrement();
                    pace.acquireUninterruptibly();
                    fileUntilAccepted(product, accounts, number);
                    done.countDown();
                });
            }
            Thread pacer = Thread.ofVirtual().start(() -> {
                try {
                    // Filings are spread over the kills: some are under way at each.
                    for (int n = 0; n < FILINGS; n++) {
                        pace.release();
                        Thread.sleep(Math.max(5, ROUNDS * 6_000L / FILINGS));
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            killer.kill();
            pacer.join();
            assertThat(done.await(3, TimeUnit.MINUTES))
                    .as("every filing is answered at last")
                    .isTrue();
        }
    }

    private void fileUntilAccepted(Product product, DemoAccounts accounts, int number) {
        Map<String, String> headers = new HashMap<>(bearer(accounts.intake().key()));
        headers.put("Idempotency-Key", "kill-test-complaint-%08d".formatted(number));
        Map<String, Object> complaint = Complaints.of("민원 " + number, "본문 " + number, "waste", phone(number));
        while (true) {
            try {
                HttpResponse<String> answer = product.post("/api/v1/complaints", complaint, headers);
                if (answer.statusCode() == 201) {
                    JsonNode body = JSON.readTree(answer.body());
                    filed.put(
                            number,
                            new Filed(
                                    body.get("complaintId").asString(),
                                    body.get("receiptNumber").asString(),
                                    body.get("lookupCode").asString()));
                    return;
                }
                assertThat(answer.statusCode()).as(answer.body()).isIn(500, 502, 503, 504);
                Thread.sleep(100);
            } catch (IOException killed) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String phone(int number) {
        return "010%08d".formatted(40_000_000 + number);
    }

    private void judge(Product product, int kills) throws Exception {
        assertThat(filed).hasSize(FILINGS);
        assertThat(filed.values().stream().map(Filed::complaintId).distinct()).hasSize(FILINGS);
        for (Filed one : filed.values()) {
            HttpResponse<String> seen =
                    product.get(8080, "/api/v1/complaints/" + one.receiptNumber(), Map.of("X-Lookup-Code", one.code()));
            assertThat(seen.statusCode())
                    .as("answered 201 means stored: %s", one)
                    .isEqualTo(200);
        }
        Map<String, String> operator =
                bearer(product.accounts().key("operator", "-").key());
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    Map<String, Long> texts = byPhone(product.submits());
                    int unknown = unknown(product, operator).size();
                    long handedOver =
                            texts.values().stream().mapToLong(Long::longValue).sum();
                    assertThat(handedOver + unknown)
                            .as("every text is handed over or known to be in doubt")
                            .isGreaterThanOrEqualTo(2L * FILINGS);
                });
        List<JsonNode> submits = product.submits();
        assertThat(submits.stream()
                        .map(submit -> submit.get("to").asString() + " "
                                + submit.get("text").asString())
                        .distinct())
                .as("no text is handed over twice")
                .hasSize(submits.size());
        assertThat(byPhone(submits).values()).allMatch(count -> count <= 2);
        Set<String> unknown = unknown(product, operator);
        System.out.println("handed over " + submits.size() + " of " + 2 * FILINGS + ", unknown " + unknown.size());
        assertThat(unknown).hasSizeLessThanOrEqualTo(WINDOW * kills);
    }

    private static Map<String, Long> byPhone(List<JsonNode> submits) {
        Map<String, Long> counts = new HashMap<>();
        submits.forEach(submit -> counts.merge(submit.get("to").asString(), 1L, Long::sum));
        return counts;
    }

    private static Set<String> unknown(Product product, Map<String, String> operator) throws Exception {
        HttpResponse<String> answer = product.get(8080, "/api/v1/staff/messages?state=unknown&limit=100", operator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Set<String> ids = new java.util.HashSet<>();
        JSON.readTree(answer.body())
                .get("items")
                .forEach(item -> ids.add(item.get("messageId").asString()));
        return ids;
    }
}
