package kr.minwon.notification.verification.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.verification.VerificationSettings;
import kr.minwon.notification.verification.VerifiedPhone;
import kr.minwon.notification.verification.VerifiedPhones;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Phones that codes were sent to, in MongoDB, and the counts of an office's days. */
final class MongoVerifiedPhones implements VerifiedPhones {
    private static final String COUNT = "count";
    /** Of the codes of the day, those that counted in each hour. */
    private static final String HOURS = "hours.";

    private final OutboxCollection<VerifiedPhone> phones;
    private final MongoCollection<Document> days;

    MongoVerifiedPhones(OutboxCollection<VerifiedPhone> phones, MongoCollection<Document> days) {
        this.phones = phones;
        this.days = days;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(Indexes.ascending(PhoneDocuments.PENDING_IDS), new IndexOptions().sparse(true));
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
        return phones.findBy(PhoneDocuments.PENDING_IDS, id).map(Stored::aggregate);
    }

    @Override
    public Budget take(String officeId, LocalDateTime at, VerificationSettings settings, BooleanSupplier known) {
        String id = officeId + "/" + at.toLocalDate();
        String hour = HOURS + at.getHour();
        if (days.find(eq("_id", id)).first() == null) {
            InsertOnce.into(days, new Document("_id", id).append(COUNT, 0));
        }
        Bson left = and(eq("_id", id), lt(COUNT, settings.officeADay()));
        // A day without that hour yet has all of it.
        Bson open = and(left, not(gte(hour, settings.officeAnHour())));
        if (days.updateOne(open, combine(inc(COUNT, 1), inc(hour, 1))).getModifiedCount() == 1) {
            return Budget.OPEN;
        }
        boolean some = known.getAsBoolean()
                ? days.updateOne(left, inc(COUNT, 1)).getModifiedCount() == 1
                : days.find(left).first() != null;
        return some ? Budget.KNOWN_ONLY : Budget.SPENT;
    }
}
