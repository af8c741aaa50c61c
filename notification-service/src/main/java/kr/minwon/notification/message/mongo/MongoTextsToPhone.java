package kr.minwon.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.TextsToPhone;
import org.bson.Document;

/** The texts of a phone, by the index that they are searched by; each that was handed over counts as often as it was. */
final class MongoTextsToPhone implements TextsToPhone {
    /** For so long a text may wait and still go; one that waited longer is not counted. */
    private static final Duration WAITED = Duration.ofDays(4);

    private static final Set<MessageState> MAY_HAVE_GONE =
            EnumSet.of(MessageState.SENDING, MessageState.UNKNOWN, MessageState.DELIVERED);

    private final MongoCollection<Document> documents;
    private final PhoneIdentities identities;

    MongoTextsToPhone(MongoCollection<Document> documents, PhoneIdentities identities) {
        this.documents = documents;
        this.identities = identities;
    }

    @Override
    public int since(String officeId, String phone, Instant since, int most) {
        int count = 0;
        for (String identity : identities.allOf(phone)) {
            count += ofOwner(MessageDocuments.key(officeId, identity), since, most);
        }
        return Math.min(count, most);
    }

    private int ofOwner(String owner, Instant since, int most) {
        String from = owner + "/" + MessageDocuments.moment(since.minus(WAITED));
        int count = 0;
        // However many there are that do not count: a flood of dropped texts must not hide those that went.
        try (MongoCursor<Document> found = documents
                .find(and(gt(MessageDocuments.OF_PHONE, from), lt(MessageDocuments.OF_PHONE, owner + "0")))
                .sort(Sorts.descending(MessageDocuments.OF_PHONE))
                .projection(Projections.include(
                        MessageDocuments.VERIFICATION,
                        MessageDocuments.STATE,
                        MessageDocuments.LATEST_STATE,
                        MessageDocuments.EARLIER,
                        AttemptDocuments.SENT_AT,
                        AttemptDocuments.ACCEPTED_AT))
                .cursor()) {
            while (found.hasNext() && count < most) {
                count += handOvers(found.next(), since);
            }
        }
        return count;
    }

    private static int handOvers(Document text, Instant since) {
        if (text.containsKey(MessageDocuments.VERIFICATION)) {
            return 0;
        }
        Stream<Document> earlier = text.getList(MessageDocuments.EARLIER, Document.class, List.of()).stream();
        return (int) Stream.concat(Stream.of(text), earlier)
                .filter(one -> went(one, since))
                .count();
    }

    private static boolean went(Document attempt, Instant since) {
        Instant sentAt = AttemptDocuments.instant(attempt, AttemptDocuments.SENT_AT);
        if (sentAt == null || sentAt.isBefore(since)) {
            return false;
        }
        String latest = attempt.getString(MessageDocuments.LATEST_STATE);
        String state = latest == null ? attempt.getString(MessageDocuments.STATE) : latest;
        return attempt.containsKey(AttemptDocuments.ACCEPTED_AT) || MAY_HAVE_GONE.contains(MessageState.of(state));
    }
}
