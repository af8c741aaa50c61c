package kr.minwon.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.message.LatestNotices;
import kr.minwon.notification.message.PhoneOwner;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Urgency;
import org.bson.Document;

/** The latest notices of a phone, by the index that its texts are searched by. */
final class MongoLatestNotices implements LatestNotices {
    private final MongoCollection<Document> documents;
    private final PhoneOwner owner;

    MongoLatestNotices(MongoCollection<Document> documents, PhoneOwner owner) {
        this.documents = documents;
        this.owner = owner;
    }

    @Override
    public List<Made> since(String officeId, String sealedPhone, Instant since, int most) {
        return owner.of(sealedPhone)
                .map(whose -> since(MessageDocuments.key(officeId, whose), since, most))
                .orElse(List.of());
    }

    private List<Made> since(String phone, Instant since, int most) {
        List<Made> made = new ArrayList<>();
        documents
                .find(and(
                        // '0' is the character after the '/' that follows the moment.
                        gt(MessageDocuments.OF_PHONE, phone + "/" + MessageDocuments.moment(since) + "0"),
                        lt(MessageDocuments.OF_PHONE, phone + "0")))
                .sort(Sorts.descending(MessageDocuments.OF_PHONE))
                .limit(most)
                .projection(Projections.include(
                        MessageDocuments.STEP, MessageDocuments.QUEUED_AT, MessageDocuments.NOT_BEFORE))
                .forEach(document -> {
                    if (Step.ofNth(document.getString(MessageDocuments.STEP)).urgency() == Urgency.NOTICE) {
                        made.add(new Made(
                                Objects.requireNonNull(AttemptDocuments.instant(document, MessageDocuments.QUEUED_AT)),
                                AttemptDocuments.instant(document, MessageDocuments.NOT_BEFORE)));
                    }
                });
        return made;
    }
}
