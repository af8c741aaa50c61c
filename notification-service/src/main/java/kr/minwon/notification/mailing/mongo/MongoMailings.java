package kr.minwon.notification.mailing.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.notification.mailing.Mailing;
import kr.minwon.notification.mailing.Mailings;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.InsertResult;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Mailings in MongoDB. Each change is a compare-and-set on the version. */
final class MongoMailings implements Mailings {
    /** The character after '/'. */
    private static final String AFTER_ALL = "0";

    private final MongoCollection<Document> documents;
    private final OutboxCollection<Mailing> outbox;
    private final MailingDocuments mapping;

    /** @param mapping as the outbox has it */
    MongoMailings(MongoCollection<Document> documents, OutboxCollection<Mailing> outbox, MailingDocuments mapping) {
        this.documents = documents;
        this.outbox = outbox;
        this.mapping = mapping;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(Indexes.ascending(MailingDocuments.LIST_KEY), new IndexOptions().unique(true));
        documents.createIndex(Indexes.ascending(MailingDocuments.WORK_KEY), new IndexOptions().sparse(true));
    }

    @Override
    public boolean add(Mailing mailing) {
        return outbox.insert(mailing.id(), mailing, List.of()) instanceof InsertResult.Inserted;
    }

    @Override
    public Optional<Mailing> find(String id) {
        return outbox.find(id).map(Stored::aggregate);
    }

    @Override
    public <R> Optional<R> change(String id, Function<Mailing, Change<R>> decide) {
        return outbox.change(id, stored -> {
            if (stored == null) {
                return Decision.refuse(Optional.<R>empty());
            }
            Change<R> change = decide.apply(stored.aggregate());
            Optional<R> result = Optional.of(change.result());
            Mailing next = change.next();
            return next == null ? Decision.refuse(result) : Decision.of(next, List.of(), result);
        });
    }

    @Override
    public Page page(String officeId, @Nullable String cursor, int limit) {
        String before = cursor == null ? officeId + AFTER_ALL : cursor;
        List<Document> found = documents
                .find(and(gt(MailingDocuments.LIST_KEY, officeId + "/"), lt(MailingDocuments.LIST_KEY, before)))
                .sort(Sorts.descending(MailingDocuments.LIST_KEY))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(mapping::read).toList(),
                more ? page.getLast().getString(MailingDocuments.LIST_KEY) : null);
    }

    @Override
    public List<Mailing> underWay(String after, int most) {
        List<Mailing> found = new ArrayList<>();
        documents
                .find(gt(MailingDocuments.WORK_KEY, after))
                .sort(Sorts.ascending(MailingDocuments.WORK_KEY))
                .limit(most)
                .forEach(document -> found.add(mapping.read(document)));
        return found;
    }
}
