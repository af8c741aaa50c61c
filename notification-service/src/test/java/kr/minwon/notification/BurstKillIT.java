package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
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
 * The service killed while it makes one text of several notices to a phone; the SMSC is the witness. Short unless told
 * otherwise: {@code -Dminwon.kill.rounds=20 -Dminwon.kill.phones=100}.
 */
class BurstKillIT {
    private static final int ROUNDS = Integer.getInteger("minwon.kill.rounds", 2);
    private static final int PHONES = Integer.getInteger("minwon.kill.phones", 25);
    private static final int ANSWER_MILLIS = Integer.getInteger("minwon.kill.answer-ms", 40);
    private static final int CASES_A_PHONE = 4;
    private static final int WINDOW = 4;

    @TempDir
    Path directory;

    @Test
    void killedWhileNoticesAreMergedItTellsEachOnceByItselfOrWithOthers() throws Exception {
        try (KilledService service =
                        new KilledService(directory, "minwon.sms.burst.more-than=1", "minwon.sms.burst.within=3s");
                Office office = new Office(service.bed())) {
            service.phones()
                    .faults("{\"submitDelayMs\":%d,\"receiptDelayMs\":%d}"
                            .formatted(ANSWER_MILLIS, ANSWER_MILLIS * 10));
            List<Case> filed = new ArrayList<>();
            service.start();
            for (int round = 0; round < ROUNDS; round++) {
                service.awaitBound();
                long before = digests(service);
                for (int phone = 0; phone < PHONES; phone++) {
                    filed.addAll(burst(office));
                }
                long some = ThreadLocalRandom.current().nextLong(PHONES / 2);
                await().pollInterval(Duration.ofMillis(2))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> digests(service) > before + some);
                service.killAndStart();
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> ofCases(service) == filed.size() * 2L);
            int all = Math.toIntExact(filed.size() * 2L);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.collection("merges").countDocuments() == 0 && queued(service) == 0);
            service.awaitNothingPending(
                    all + Math.toIntExact(digests(service)),
                    Duration.ofSeconds(120 + (long) all * ANSWER_MILLIS / 1_000));
            service.stop();
            assertWitness(service, filed);
        }
    }

    /** Several cases of one phone at once. */
    private static List<Case> burst(Office office) {
        String phone = office.newCase().phone();
        List<Case> cases = new ArrayList<>();
        for (int n = 0; n < CASES_A_PHONE; n++) {
            Case one = office.newCase(phone);
            office.submit(one);
            office.publish("complaint.assigned.v1", one, 2);
            cases.add(one);
        }
        return cases;
    }

    private static long digests(KilledService service) {
        return service.messages()
                .countDocuments(Filters.and(Filters.gt("_id", "digest/"), Filters.lt("_id", "digest0")));
    }

    private static long ofCases(KilledService service) {
        return service.messages().countDocuments(Filters.exists("complaintId"));
    }

    private static long queued(KilledService service) {
        return service.messages().countDocuments(Filters.in("state", "queued", "sending"));
    }

    /** Each notice is in one text that the SMSC took, or the text that has it is in doubt. */
    private static void assertWitness(KilledService service, List<Case> filed) {
        Map<String, Integer> taken = service.phones().taken();
        assertThat(taken).allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
        Map<String, Document> stored = new HashMap<>();
        service.messages().find().forEach(one -> stored.put(one.getString("_id"), one));
        int merged = 0;
        int unknown = 0;
        for (Case one : filed) {
            Document received = stored.get(one.messageId("received.1"));
            Document notice = stored.get(one.messageId("assigned.1"));
            assertThat(received).isNotNull();
            assertThat(notice).isNotNull();
            boolean isMerged = notice.getString("state").equals("dropped");
            Document told = isMerged ? stored.get("digest/" + notice.getString("reason")) : notice;
            assertThat(told).as("what tells %s", notice).isNotNull();
            boolean inDoubt = told.getString("state").equals("unknown");
            // Whatever the store says, no more than one text tells it beside the one that it was received.
            String first = one.phone() + " " + received.getString("text");
            long times = taken.keySet().stream()
                    .filter(text -> text.startsWith(one.phone()) && !text.equals(first))
                    .filter(text -> text.contains(one.receiptNumber()))
                    .count();
            assertThat(times).as("texts that tell %s", notice).isBetween(inDoubt ? 0L : 1L, 1L);
            if (!inDoubt) {
                assertThat(taken).containsKey(one.phone() + " " + told.getString("text"));
                assertThat(told.getString("text")).contains(one.receiptNumber());
            }
            merged += isMerged ? 1 : 0;
            unknown += inDoubt ? 1 : 0;
        }
        assertThat(merged).isPositive();
        stored.values().stream()
                .filter(one -> one.getString("state").equals("unknown"))
                .forEach(one -> assertThat(one).containsKey("unknownKey"));
        assertThat(stored.values().stream().filter(one -> one.getString("state").equals("unknown")))
                .hasSizeLessThanOrEqualTo(ROUNDS * WINDOW);
        System.out.printf(
                "killed %d times while notices were merged: %d notices, %d told with others, %d in doubt%n",
                ROUNDS, filed.size(), merged, unknown);
    }
}
