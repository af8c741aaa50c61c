package kr.minwon.notification.verification.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.verification.VerifiedPhone;
import kr.minwon.notification.verification.VerifiedPhones;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Phones that codes were sent to, in MongoDB, and the counts of an office's days. */
final class MongoVerifiedPhones implements VerifiedPhones {
    private static final String COUNT = "count";

    private final OutboxCollection<VerifiedPhone> phones;
    private final MongoCollection<Document> days;

    MongoVerifiedPhones(OutboxCollection<VerifiedPhone> phones, MongoCollection<Document> days) {
        this.phones = phones;
        this.days = days;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(
                Indexes.ascending(PhoneDocuments.PENDING_ID),
                new IndexOptions().unique(true).sparse(true));
    }

    @Override
    public <R> R change(String officeId, String contactId, Function<@Nullable VerifiedPhone, Change<R>> decide) {
        return phones.change(PhoneDocuments.id(officeId, contactId), stored -> {
            Change<R> change = decide.apply(stored == null ? null : stored.aggregate());
            VerifiedPhone next = change.next();
            return next == null ? Decision.refuse(change.result()) : Decision.of(next, List.of(), change.result());
        });
    }

    @Override
    public Optional<VerifiedPhone> ofVerification(String id) {
        return phones.findBy(PhoneDocuments.PENDING_ID, id).map(Stored::aggregate);
    }

    @Override
    public boolean takeOf(String officeId, LocalDate day, int most) {
        String id = officeId + "/" + day;
        if (days.find(eq("_id", id)).first() == null
                && InsertOnce.into(days, new Document("_id", id).append(COUNT, 1))) {
            return true;
        }
        return days.updateOne(and(eq("_id", id), lt(COUNT, most)), Updates.inc(COUNT, 1))
                        .getModifiedCount()
                == 1;
    }
}
