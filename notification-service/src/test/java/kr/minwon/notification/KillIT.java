package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import kr.minwon.notification.Office.Case;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service as a process of its own, killed at random moments while texts go out; the SMSC is the witness. Short unless
 * told otherwise: {@code -Dminwon.kill.rounds=50 -Dminwon.kill.cases=50 -Dminwon.kill.answer-ms=250
 * -Dminwon.kill.unanswered-percent=1 -Dminwon.kill.answer-within=2s} kills it 50 times over 5,000 texts.
 */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("minwon.kill.rounds", 2);
    private static final int CASES_A_ROUND = Integer.getInteger("minwon.kill.cases", 80);
    /** Slow answers, so that each kill meets a full window. */
    private static final int ANSWER_MILLIS = Integer.getInteger("minwon.kill.answer-ms", 40);

    private static final int UNANSWERED_PERCENT = Integer.getInteger("minwon.kill.unanswered-percent", 0);
    private static final String ANSWER_WITHIN = System.getProperty("minwon.kill.answer-within", "10s");
    private static final int WINDOW = 4;

    @TempDir
    Path directory;

    @Test
    void killedAtRandomMomentsItLosesNothingAndTellsNothingTwice() throws Exception {
        try (KilledService service = new KilledService(
                        directory,
                        "minwon.smpp.answer-within=" + ANSWER_WITHIN,
                        // What is not answered on purpose is no reason to leave this provider alone.
                        "minwon.smpp.breaker.minimum=10000",
                        "minwon.smpp.breaker.window=10000");
                Office office = new Office(service.bed())) {
            Phones phones = service.phones();
            MongoCollection<Document> messages = service.messages();
            List<Case> filed = new ArrayList<>();
            service.start();
            for (int round = 0; round < ROUNDS; round++) {
                // In every other round what is in doubt stays so; in the others late receipts may tell.
                phones.faults(
                        "{\"submitDelayMs\":%d,\"dropAfterAcceptPercent\":%d,\"noReceipt\":%b,\"receiptDelayMs\":%d}"
                                .formatted(ANSWER_MILLIS, UNANSWERED_PERCENT, round % 2 == 0, ANSWER_MILLIS * 10));
                long before = messages.countDocuments();
                service.awaitBound();
                for (int n = 0; n < CASES_A_ROUND; n++) {
                    filed.add(office.file());
                }
                long some = ThreadLocalRandom.current().nextLong(CASES_A_ROUND);
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> messages.countDocuments() > before + some);
                service.killAndStart();
            }
            int texts = filed.size() * 2;
            service.awaitNothingPending(texts, Duration.ofSeconds(120 + (long) texts * ANSWER_MILLIS / 1_000));
            awaitReceipts(phones, messages, filed);
            service.stop();
            assertWitness(phones.taken(), messages, filed);
        }
    }

    /** What the SMSC owed a receipt of has it; where a kill swallowed the receipt the message is in doubt. */
    private static void awaitReceipts(Phones phones, MongoCollection<Document> messages, List<Case> filed) {
        List<String> owed = phones.submits().stream()
                .filter(submit -> submit.hasNonNull("receipt"))
                .map(submit ->
                        submit.get("to").asString() + " " + submit.get("text").asString())
                .toList();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    Map<String, Document> stored = byPhoneAndText(messages, filed);
                    assertThat(owed)
                            .extracting(text ->
                                    stored.getOrDefault(text, new Document()).getString("state"))
                            .isSubsetOf("delivered", "unknown");
                });
    }

    private static Map<String, Document> byPhoneAndText(MongoCollection<Document> messages, List<Case> filed) {
        Map<String, String> phones = new HashMap<>();
        filed.forEach(one -> phones.put(one.id(), one.phone()));
        Map<String, Document> found = new HashMap<>();
        messages.find()
                .forEach(message -> found.put(
                        phones.get(message.getString("complaintId")) + " " + message.getString("text"), message));
        return found;
    }

    private static void assertWitness(
            Map<String, Integer> taken, MongoCollection<Document> messages, List<Case> filed) {
        assertThat(taken).allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
        Map<String, Document> stored = byPhoneAndText(messages, filed);
        assertThat(stored).hasSize(filed.size() * 2);
        int unknown = 0;
        int reconciled = 0;
        for (Map.Entry<String, Document> one : stored.entrySet()) {
            Document message = one.getValue();
            if (message.getString("state").equals("unknown")) {
                // Visible: in the list of those that a person decides about.
                assertThat(message).containsKey("unknownKey");
                unknown++;
            } else {
                assertThat(taken).containsKey(one.getKey());
            }
            // Told of twice: as unknown, then as delivered.
            if (message.getEmbedded(List.of("outbox", "seq"), 0L) > 1) {
                reconciled++;
            }
        }
        int unanswered = filed.size() * 2 * 3 * UNANSWERED_PERCENT / 100;
        assertThat(unknown + reconciled).isLessThanOrEqualTo(ROUNDS * WINDOW + unanswered);
        System.out.printf(
                "killed %d times: %d texts, %d taken once, in doubt %d: %d reconciled by receipts, %d left to a person%n",
                ROUNDS, stored.size(), taken.size(), unknown + reconciled, reconciled, unknown);
    }
}
