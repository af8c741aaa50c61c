package kr.minwon.notification.consent.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.Consents;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.sealedfields.ContactIdentity;
import org.bson.Document;

/** The ledger in MongoDB: a document for each phone and office, {@code _id = office/HMAC of the phone}. */
final class MongoConsents implements Consents {
    /** Far more than anybody changes their mind; the oldest that others have overtaken give way. */
    private static final int MOST_ENTRIES = 200;

    private final MongoCollection<Document> documents;
    private final OutboxCollection<List<ConsentEntry>> outbox;
    private final ConsentDocuments mapping;
    private final ContactIdentity identity;

    /** @param mapping as the outbox has it */
    MongoConsents(
            MongoCollection<Document> documents,
            OutboxCollection<List<ConsentEntry>> outbox,
            ConsentDocuments mapping,
            ContactIdentity identity) {
        this.documents = documents;
        this.outbox = outbox;
        this.mapping = mapping;
        this.identity = identity;
    }

    @Override
    public List<ConsentEntry> of(String officeId, String phone) {
        List<String> ids =
                identity.allOf(phone).stream().map(one -> officeId + "/" + one).toList();
        List<ConsentEntry> entries = new ArrayList<>();
        documents.find(in("_id", ids)).forEach(document -> entries.addAll(mapping.read(document)));
        entries.sort(Comparator.comparing(ConsentEntry::at));
        return entries;
    }

    @Override
    public boolean add(String officeId, String phone, ConsentEntry entry, Predicate<List<ConsentEntry>> needed) {
        return outbox.change(officeId + "/" + identity.of(phone), stored -> {
            // With what was said under keys that have been rotated since.
            if (!needed.test(of(officeId, phone))) {
                return Decision.refuse(false);
            }
            List<ConsentEntry> entries = new ArrayList<>(stored == null ? List.of() : stored.aggregate());
            entries.add(entry);
            return Decision.of(shortened(entries), List.of(), true);
        });
    }

    /** What was said last of each purpose counts, and never gives way. */
    private static List<ConsentEntry> shortened(List<ConsentEntry> entries) {
        List<ConsentEntry> kept = new ArrayList<>(entries);
        for (int at = 0; kept.size() > MOST_ENTRIES && at < kept.size(); ) {
            ConsentEntry old = kept.get(at);
            boolean saidSince = kept.subList(at + 1, kept.size()).stream()
                    .anyMatch(later -> later.purpose().equals(old.purpose()));
            if (saidSince) {
                kept.remove(at);
            } else {
                at++;
            }
        }
        return List.copyOf(kept);
    }
}
