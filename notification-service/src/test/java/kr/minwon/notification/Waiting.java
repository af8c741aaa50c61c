package kr.minwon.notification;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.Office.Case;
import kr.minwon.notification.message.MessageMother;
import org.bson.Document;

/** Notices that wait in the store, as many as a benchmark wants, of the kind that the service itself stored. */
record Waiting(MongoCollection<Document> messages, TestBed bed, Phones phones) {
    private static final int BATCH = 1_000;
    private static final List<String> PAST = List.of(
            "sentAt", "acceptedAt", "provider", "providerMessageId", "providerKey", "previous", "outbox", "receipt");

    /** Stores so many; the service must not be running. */
    void fill(int count) throws InterruptedException {
        Document pattern = pattern();
        Instant since = Instant.now();
        for (int n = 0; n < count; n += BATCH) {
            List<Document> batch = new ArrayList<>();
            for (int i = n; i < Math.min(count, n + BATCH); i++) {
                String id = MessageMother.complaintId();
                Document notice = new Document(pattern);
                PAST.forEach(notice::remove);
                batch.add(notice.append("_id", id + "/assigned.1/reporter")
                        .append("complaintId", id)
                        .append("version", 1L)
                        .append("state", "queued")
                        .append("waitingSince", Date.from(since.plusMillis(i))));
            }
            messages.insertMany(batch);
        }
    }

    /** A notice as the service stores it. */
    private Document pattern() throws InterruptedException {
        try (Office office = new Office(bed);
                RunningService service = RunningService.start(bed, "pattern", "logging.level.root=error")) {
            Case one = office.file();
            while (phones.texts(one.phone()).size() < 2) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            return Objects.requireNonNull(messages.find(new Document("_id", one.messageId("assigned.1")))
                    .first());
        }
    }
}
