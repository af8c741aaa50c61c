package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service killed in the middle of a mailing; the SMSC is the witness. Short unless told otherwise: {@code
 * -Dminwon.kill.rounds=20 -Dminwon.kill.recipients=2000}.
 */
class MailingKillIT {
    private static final int ROUNDS = Integer.getInteger("minwon.kill.rounds", 2);
    private static final int RECIPIENTS = Integer.getInteger("minwon.kill.recipients", 240);
    private static final int ANSWER_MILLIS = Integer.getInteger("minwon.kill.answer-ms", 40);
    private static final int AT_ONCE = 4;
    private static final String ID = "00000000000000cc";

    @TempDir
    Path directory;

    @Test
    void killedInTheMiddleOfAMailingItTellsEverybodyOnceAndCountsThemAll() throws Exception {
        try (KilledService service = new KilledService(
                directory,
                "minwon.sms.mailings.quiet=",
                "minwon.sms.mailings.every=100ms",
                "minwon.sms.mailings.most-waiting=60",
                "minwon.sms.mailings.page=20",
                "minwon.sms.lanes.bulk.per-second=0",
                "minwon.sms.lanes.bulk.at-once=" + AT_ONCE)) {
            TestBed bed = service.bed();
            Neighbours.fill(service.database(), bed.sealer(), bed.identity(), "waste", "0107", RECIPIENTS);
            service.collection("mailings").insertOne(ApprovedMailing.of(ID, "waste"));
            service.phones()
                    .faults("{\"submitDelayMs\":%d,\"receiptDelayMs\":%d}"
                            .formatted(ANSWER_MILLIS, ANSWER_MILLIS * 10));
            service.start();
            MongoCollection<Document> messages = service.messages();
            Document gone = new Document("state", new Document("$in", List.of("accepted", "delivered")));
            for (int round = 0; round < ROUNDS; round++) {
                // Somewhere within this round's share of the mailing.
                long from = (long) RECIPIENTS * round / ROUNDS;
                long some = from + ThreadLocalRandom.current().nextLong(Math.max(1, RECIPIENTS / ROUNDS - 10));
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(120))
                        .until(() -> messages.countDocuments(gone) > some);
                service.killAndStart();
            }
            service.awaitNothingPending(
                    RECIPIENTS, Duration.ofSeconds(120 + (long) RECIPIENTS * ANSWER_MILLIS / 1_000));
            awaitEndAndFigures(service);
            service.stop();
            assertWitness(service);
        }
    }

    /** Over, and counted: each figure is what the messages say, all of them are all who subscribed. */
    private static void awaitEndAndFigures(KilledService service) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    Map<String, Long> states = states(service);
                    assertThat(states).doesNotContainKeys("queued", "sending", "accepted", "dropped", "failed");
                    assertThat(mailing(service).getString("state")).isEqualTo("done");
                    assertThat(mailing(service).getBoolean("takenUp")).isTrue();
                    assertThat(counted(service)).isEqualTo(states);
                    assertThat(states.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .isEqualTo(RECIPIENTS);
                });
    }

    private static Document mailing(KilledService service) {
        return Objects.requireNonNull(service.collection("mailings").find().first());
    }

    private static Map<String, Long> counted(KilledService service) {
        Map<String, Long> counts = new TreeMap<>();
        Objects.requireNonNull(service.collection("tallies").find().first())
                .getList("counts", Document.class)
                .forEach(one -> counts.merge(
                        one.getString("state"),
                        one.get("messages", Number.class).longValue(),
                        Long::sum));
        return counts;
    }

    private static Map<String, Long> states(KilledService service) {
        Map<String, Long> counts = new TreeMap<>();
        service.messages().find().forEach(one -> counts.merge(one.getString("state"), 1L, Long::sum));
        return counts;
    }

    private static void assertWitness(KilledService service) {
        Map<String, Integer> taken = new TreeMap<>();
        service.phones().taken().forEach((text, times) -> taken.merge(text.substring(0, 11), times, Integer::sum));
        assertThat(taken).allSatisfy((phone, times) -> assertThat(times).isEqualTo(1));
        long unknown = states(service).getOrDefault("unknown", 0L);
        assertThat(unknown).isLessThanOrEqualTo((long) ROUNDS * AT_ONCE);
        assertThat((long) taken.size()).isBetween(RECIPIENTS - unknown, (long) RECIPIENTS);
        System.out.printf(
                "killed %d times in a mailing to %d: %d taken, none twice, %d in doubt%n",
                ROUNDS, RECIPIENTS, taken.size(), unknown);
    }
}
