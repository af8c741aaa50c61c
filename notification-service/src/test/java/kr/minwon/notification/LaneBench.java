package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./minwon bench lanes [slow]}: how long a verification code takes to the SMSC while 100,000 notices wait, with an
 * SMSC that answers at once, after 50 and after 500 ms; and how many notices go out meanwhile. Then a mailing to 100,000 is
 * drained with codes between its texts, while the memory of the service is looked at. With {@code slow} instead 2,000 notices
 * wait, and the SMSC answers after 2 and after 5 s.
 */
public final class LaneBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int WAITING = 100_000;
    private static final int CODES = 150;
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final List<Integer> DELAYS = List.of(0, 50, 500);
    private static final int SLOW_WAITING = 2_000;
    /** As many codes as a slow SMSC has turns for, beside notices. */
    private static final int SLOW_CODES = 20;

    private static final List<Integer> SLOW_DELAYS = List.of(2_000, 5_000);

    private LaneBench() {}

    public static void main(String[] arguments) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            System.exit(1);
        });
        boolean slow = arguments.length > 0 && arguments[0].equals("slow");
        int waiting = slow ? SLOW_WAITING : WAITING;
        OUT.printf("%d notices wait; a code every %s%n", waiting, slow ? "answer" : EVERY.toMillis() + " ms");
        OUT.println("answers after  code p50  code p99  slowest  notices/s meanwhile");
        for (int delay : slow ? SLOW_DELAYS : DELAYS) {
            try (Phones phones = new Phones();
                    MongoClient client = MongoClients.create(TestBed.storeUri())) {
                TestBed bed = new TestBed(phones.smppPort());
                new Waiting(client.getDatabase(bed.database()).getCollection("messages"), bed, phones).fill(waiting);
                phones.faults("{\"submitDelayMs\":" + delay + ",\"noReceipt\":true}");
                measure(bed, phones, delay, slow ? SLOW_CODES : CODES, slow ? Duration.ofMillis(delay) : EVERY);
            }
        }
        if (!slow) {
            MailingDrain.run(WAITING, OUT);
        }
        // The broker and the store of this JVM end with it.
        System.exit(0);
    }

    private static void measure(TestBed bed, Phones phones, int delay, int codes, Duration every)
            throws InterruptedException {
        try (RunningService service = RunningService.start(
                bed,
                "bench",
                "logging.level.root=error",
                "minwon.verification.office-a-day=100000",
                "minwon.verification.office-an-hour=4000",
                "minwon.sms.cap-per-phone=1000000")) {
            int before = phones.submits().size();
            while (phones.submits().size() < before + 20) {
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            }
            int drained = phones.submits().size();
            Map<String, Long> asked = new HashMap<>();
            long began = System.nanoTime();
            for (int n = 0; n < codes; n++) {
                TimeUnit.NANOSECONDS.sleep(began + n * every.toNanos() - System.nanoTime());
                String phone = "0108%07d".formatted(n);
                asked.put(phone, System.currentTimeMillis());
                service.post(anonymous(), "/api/v1/phone-verifications", "{\"phone\":\"" + phone + "\"}");
            }
            TimeUnit.SECONDS.sleep(5);
            double seconds = (System.nanoTime() - began) / 1e9;
            List<JsonNode> submits = phones.submits();
            List<Long> took = submits.stream()
                    .filter(one -> asked.containsKey(one.get("to").asString()))
                    .map(one -> one.get("receivedAt").asLong()
                            - asked.get(one.get("to").asString()))
                    .sorted()
                    .toList();
            if (took.size() < codes) {
                OUT.printf("only %d of %d codes arrived%n", took.size(), codes);
            }
            OUT.printf(
                    Locale.ROOT,
                    "%9d ms  %5d ms  %5d ms  %4d ms  %8.0f%n",
                    delay,
                    took.get(took.size() / 2),
                    took.get(took.size() * 99 / 100),
                    took.getLast(),
                    (submits.size() - drained - took.size()) / seconds);
        }
    }
}
