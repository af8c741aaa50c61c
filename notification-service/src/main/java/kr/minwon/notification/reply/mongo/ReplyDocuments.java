package kr.minwon.notification.reply.mongo;

import java.util.Date;
import java.util.Objects;
import kr.minwon.notification.message.About;
import kr.minwon.notification.reply.Meaning;
import kr.minwon.notification.reply.Reply;
import kr.minwon.notification.reply.Reply.Handling;
import kr.minwon.outbox.DocumentMapping;
import kr.minwon.sealedfields.FieldSealer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Inbound texts as documents and back; the number and the words are sealed in them. */
final class ReplyDocuments implements DocumentMapping<Reply> {
    /** There while somebody has to look at it: {@code office/id}, and an id begins with its moment. */
    static final String OPEN_KEY = "openKey";
    /** There while a text is taken for a machine's and nobody has handled it: {@code office/id}. */
    static final String AUTOMATIC_KEY = "automaticKey";
    /** The case that it belongs to, or that it filed. */
    static final String COMPLAINT_ID = "complaintId";

    private static final String FROM = "reply.phone";
    private static final String TEXT = "reply.text";
    private static final String TITLE = "reply.title";

    private final FieldSealer sealer;

    ReplyDocuments(FieldSealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Document write(Reply reply) {
        Meaning meaning = reply.meaning();
        Document document = new Document("officeId", reply.officeId())
                .append("provider", reply.provider())
                .append("to", reply.to())
                .append("receivedAt", Date.from(reply.receivedAt()))
                .append("kind", meaning.kind().wireName());
        document.append("from", sealed(FROM, reply.from())).append("text", sealed(TEXT, reply.text()));
        put(document, "cut", reply.cut() ? true : null);
        About about = meaning.about();
        if (about != null) {
            document.append(COMPLAINT_ID, about.complaintId()).append("receiptNumber", about.receiptNumber());
        } else if (meaning.kind() == Meaning.Kind.COMPLAINT) {
            document.append(COMPLAINT_ID, reply.id());
        }
        put(document, "score", meaning.score());
        put(document, "agreed", meaning.agreed());
        put(document, "title", meaning.title() == null ? null : sealed(TITLE, meaning.title()));
        put(document, "place", meaning.place());
        put(document, "why", meaning.why() == null ? null : meaning.why().wireName());
        put(document, "refusal", reply.refusal());
        String key = reply.officeId() + "/" + reply.id();
        put(document, OPEN_KEY, reply.open() ? key : null);
        put(document, AUTOMATIC_KEY, reply.isUnhandled() && !reply.open() ? key : null);
        put(document, "handling", handling(reply.handling()));
        return document;
    }

    private String sealed(String field, String value) {
        return sealer.seal(field, value);
    }

    private static @Nullable Document handling(@Nullable Handling handling) {
        if (handling == null) {
            return null;
        }
        Document document = new Document("what", handling.what().name())
                .append("byId", handling.byId())
                .append("byName", handling.byName())
                .append("at", Date.from(handling.at()));
        put(document, "note", handling.note());
        return document;
    }

    @Override
    public Reply read(Document document) {
        String complaintId = document.getString(COMPLAINT_ID);
        String receiptNumber = document.getString("receiptNumber");
        String officeId = document.getString("officeId");
        String title = document.getString("title");
        String why = document.getString("why");
        Meaning meaning = new Meaning(
                Meaning.Kind.of(document.getString("kind")),
                receiptNumber == null ? null : new About(complaintId, officeId, receiptNumber),
                document.getInteger("score"),
                document.getBoolean("agreed"),
                title == null ? null : sealer.open(TITLE, title),
                document.getString("place"),
                why == null ? null : Meaning.Why.of(why));
        return new Reply(
                document.getString("_id"),
                officeId,
                document.getString("provider"),
                sealer.open(FROM, document.getString("from")),
                document.getString("to"),
                sealer.open(TEXT, document.getString("text")),
                Boolean.TRUE.equals(document.getBoolean("cut")),
                Objects.requireNonNull(document.getDate("receivedAt")).toInstant(),
                meaning,
                document.getString("refusal"),
                document.getString(OPEN_KEY) != null,
                handled(document.get("handling", Document.class)));
    }

    private static @Nullable Handling handled(@Nullable Document document) {
        return document == null
                ? null
                : new Handling(
                        Handling.What.valueOf(document.getString("what")),
                        document.getString("byId"),
                        document.getString("byName"),
                        Objects.requireNonNull(document.getDate("at")).toInstant(),
                        document.getString("note"));
    }

    private static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
