package kr.minwon.notification.dispatch.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.dispatch.EarlyReceipts;
import kr.minwon.notification.dispatch.Receipts.Notice;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts in MongoDB that wait for their text: each is there from its acknowledgement until it is applied, or stray. */
final class MongoEarlyReceipts implements EarlyReceipts {
    private static final Logger log = LoggerFactory.getLogger(MongoEarlyReceipts.class);

    /** {@code provider/its id of the message}. */
    private static final String ID = "_id";
    /** {@code since/_id}. */
    private static final String KEY = "key";
    /** Of one width, so that they sort as texts. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final MongoCollection<Document> documents;
    private final SealedPhone phones;

    /** Seals whose receipt it is. */
    interface SealedPhone {
        String seal(String phone);

        String open(String sealed);
    }

    MongoEarlyReceipts(MongoCollection<Document> documents, SealedPhone phones) {
        this.documents = documents;
        this.phones = phones;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        documents.createIndex(Indexes.ascending(KEY));
    }

    @Override
    public void keep(Notice notice, Instant since) {
        InsertOnce.into(documents, write(notice, since));
    }

    @Override
    public boolean forget(Notice notice) {
        return documents.deleteOne(eq(ID, id(notice))).getDeletedCount() == 1;
    }

    @Override
    public int count(int most) {
        return documents
                .find(gt(KEY, ""))
                .sort(Sorts.ascending(KEY))
                .projection(Projections.include(ID))
                .limit(most)
                .into(new ArrayList<>())
                .size();
    }

    @Override
    public Page before(Instant moment, @Nullable String cursor, int most) {
        List<Document> found = documents
                .find(and(gt(KEY, cursor == null ? "" : cursor), lt(KEY, MOMENT.format(moment))))
                .sort(Sorts.ascending(KEY))
                .limit(most)
                .into(new ArrayList<>());
        String next = found.size() < most ? null : found.getLast().getString(KEY);
        return new Page(found.stream().map(this::read).toList(), next);
    }

    private static String id(Notice notice) {
        return notice.provider() + "/" + notice.providerMessageId();
    }

    private Document write(Notice notice, Instant since) {
        Receipt receipt = notice.receipt();
        Document document = new Document(ID, id(notice))
                .append(KEY, MOMENT.format(since) + "/" + id(notice))
                .append("since", Date.from(since))
                .append("provider", notice.provider())
                .append("providerMessageId", notice.providerMessageId())
                .append("phone", phones.seal(notice.phone()))
                .append("state", receipt.state().wireName())
                .append("at", Date.from(receipt.at()));
        if (notice.reference() != null) {
            document.append("reference", notice.reference());
        }
        Reason reason = receipt.reason();
        if (reason != null) {
            document.append("reason", reason.said());
            if (reason.cause() != null) {
                document.append("cause", reason.cause().wireName());
            }
        }
        return document;
    }

    private Early read(Document document) {
        Receipt receipt = new Receipt(
                MessageState.of(document.getString("state")),
                document.getDate("at").toInstant(),
                reason(document));
        Notice notice = new Notice(
                document.getString("provider"),
                document.getString("providerMessageId"),
                phone(document),
                document.getInteger("reference"),
                receipt);
        return new Early(notice, document.getDate("since").toInstant());
    }

    private static @Nullable Reason reason(Document document) {
        String said = document.getString("reason");
        String cause = document.getString("cause");
        return said == null ? null : new Reason(said, cause == null ? null : Cause.of(cause));
    }

    /** Without the key that sealed it the provider's id alone tells. */
    private String phone(Document document) {
        try {
            return phones.open(document.getString("phone"));
        } catch (RuntimeException unopened) {
            log.warn("the phone of receipt {} cannot be opened: {}", document.getString(ID), unopened.toString());
            return "";
        }
    }
}
