package kr.minwon.notification.mailing.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.notification.mailing.Letter;
import kr.minwon.notification.mailing.Mailing;
import kr.minwon.notification.mailing.MailingState;
import kr.minwon.notification.mailing.Signature;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Mailings, to and from documents. */
final class MailingDocuments implements DocumentMapping<Mailing> {
    /** {@code office/created at/id}: what the list is paged by. */
    static final String LIST_KEY = "listKey";
    /** There while background work has to look at it: its id. */
    static final String WORK_KEY = "workKey";

    private static final String OFFICE = "officeId";
    private static final String DEPARTMENT = "departmentId";
    private static final String CREATED_AT = "createdAt";
    private static final String SEND_AT = "sendAt";
    private static final String SUBJECT = "subject";
    private static final String SETTLED = "settled";
    private static final String REQUEST = "request";

    @Override
    public Mailing read(Document document) {
        return new Mailing(
                document.getString("_id"),
                document.getString(OFFICE),
                document.getString(DEPARTMENT),
                MailingState.of(document.getString("state")),
                new Letter(
                        document.getString("topic"),
                        document.getList("dongs", String.class, List.of()),
                        document.getString(SUBJECT),
                        document.getString("text"),
                        document.getBoolean("advertising", false),
                        instant(document, SEND_AT)),
                document.getString("purpose"),
                document.getInteger("revision"),
                document.getList("log", Document.class, List.of()).stream()
                        .map(one -> new Signature(
                                one.getString("what"),
                                one.getString("by"),
                                one.getString("byName"),
                                one.getString("note"),
                                Objects.requireNonNull(instant(one, "at"))))
                        .toList(),
                Objects.requireNonNull(instant(document, CREATED_AT)),
                document.getString("cursor"),
                document.getBoolean("takenUp", false),
                document.getBoolean(SETTLED, false),
                request(document.get(REQUEST, Document.class)));
    }

    private static @Nullable RequestMark request(@Nullable Document document) {
        return document == null
                ? null
                : new RequestMark(
                        Objects.requireNonNull(document.getString("key"), "key"),
                        Objects.requireNonNull(document.getString("content"), "content"));
    }

    @Override
    public Document write(Mailing mailing) {
        Letter letter = mailing.letter();
        Document document = new Document(OFFICE, mailing.officeId())
                .append("state", mailing.state().wireName())
                .append("topic", letter.topicId())
                .append("dongs", letter.dongs())
                .append("text", letter.text())
                .append("advertising", letter.advertising())
                .append("purpose", mailing.purpose())
                .append("revision", mailing.revision())
                .append(
                        "log",
                        mailing.log().stream()
                                .map(one -> new Document("what", one.what())
                                        .append("by", one.by())
                                        .append("byName", one.byName())
                                        .append("note", one.note())
                                        .append("at", Date.from(one.at())))
                                .toList())
                .append(CREATED_AT, Date.from(mailing.createdAt()))
                .append("takenUp", mailing.takenUp())
                .append(SETTLED, mailing.settled())
                .append(LIST_KEY, mailing.officeId() + "/" + mailing.createdAt() + "/" + mailing.id());
        RequestMark request = mailing.request();
        if (request != null) {
            document.append(REQUEST, new Document("key", request.key()).append("content", request.content()));
        }
        if (mailing.departmentId() != null) {
            document.append(DEPARTMENT, mailing.departmentId());
        }
        if (letter.sendAt() != null) {
            document.append(SEND_AT, Date.from(letter.sendAt()));
        }
        if (letter.subject() != null) {
            document.append(SUBJECT, letter.subject());
        }
        if (mailing.cursor() != null) {
            document.append("cursor", mailing.cursor());
        }
        if (!mailing.settled()) {
            document.append(WORK_KEY, mailing.id());
        }
        return document;
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
