package kr.minwon.notification.reply.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
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
import kr.minwon.notification.reply.ReceivedTexts;
import kr.minwon.notification.reply.Reply;
import kr.minwon.notification.reply.Reply.Handling;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.InsertResult;
import kr.minwon.outbox.NewEvent;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Inbound texts in the collection {@code replies}, with what their cases are to hear in the same documents. */
final class MongoReceivedTexts implements ReceivedTexts {
    /** The character after '/'. */
    private static final String AFTER = "0";

    private final MongoCollection<Document> documents;
    private final OutboxCollection<Reply> outbox;
    private final ReplyDocuments mapping;
    private final Function<Reply, List<NewEvent>> events;

    /**
     * @param mapping as the outbox has it
     * @param events what a text does to its case
     */
    MongoReceivedTexts(
            MongoCollection<Document> documents,
            OutboxCollection<Reply> outbox,
            ReplyDocuments mapping,
            Function<Reply, List<NewEvent>> events) {
        this.documents = documents;
        this.outbox = outbox;
        this.mapping = mapping;
        this.events = events;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(Indexes.ascending(ReplyDocuments.OPEN_KEY), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending(ReplyDocuments.AUTOMATIC_KEY), new IndexOptions().sparse(true));
        documents.createIndex(
                Indexes.compoundIndex(Indexes.ascending(ReplyDocuments.COMPLAINT_ID), Indexes.descending("_id")));
    }

    @Override
    public boolean add(Reply reply) {
        return outbox.insert(reply.id(), reply, events.apply(reply)) instanceof InsertResult.Inserted;
    }

    @Override
    public Optional<Reply> find(String id) {
        return outbox.find(id).map(Stored::aggregate);
    }

    @Override
    public <R> R change(String id, Function<@Nullable Reply, Change<R>> decide) {
        return outbox.change(id, stored -> {
            Change<R> change = decide.apply(stored == null ? null : stored.aggregate());
            Reply next = change.next();
            return next == null
                    ? Decision.refuse(change.result())
                    : Decision.of(next, isGivenOn(next) ? events.apply(next) : List.of(), change.result());
        });
    }

    private static boolean isGivenOn(Reply next) {
        Handling handling = next.handling();
        return handling != null && handling.what() != Handling.What.DONE;
    }

    @Override
    public Page open(String officeId, @Nullable String cursor, int limit) {
        String field = ReplyDocuments.OPEN_KEY;
        Bson filter = and(gt(field, cursor == null ? officeId + "/" : cursor), lt(field, officeId + AFTER));
        return page(field, filter, Sorts.ascending(field), limit);
    }

    @Override
    public Page automatic(String officeId, @Nullable String cursor, int limit) {
        String field = ReplyDocuments.AUTOMATIC_KEY;
        Bson filter = and(gt(field, officeId + "/"), lt(field, cursor == null ? officeId + AFTER : cursor));
        return page(field, filter, Sorts.descending(field), limit);
    }

    private Page page(String field, Bson filter, Bson sort, int limit) {
        List<Document> found =
                documents.find(filter).sort(sort).limit(limit + 1).into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(mapping::read).toList(), more ? page.getLast().getString(field) : null);
    }

    @Override
    public List<Reply> ofCase(String complaintId, int most) {
        return documents
                .find(eq(ReplyDocuments.COMPLAINT_ID, complaintId))
                .sort(Sorts.descending("_id"))
                .limit(most)
                .into(new ArrayList<>())
                .reversed()
                .stream()
                .map(mapping::read)
                .toList();
    }
}
