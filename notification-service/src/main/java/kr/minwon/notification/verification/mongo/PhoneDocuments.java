package kr.minwon.notification.verification.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.verification.VerifiedPhone;
import kr.minwon.notification.verification.VerifiedPhone.Asker;
import kr.minwon.notification.verification.VerifiedPhone.Pending;
import kr.minwon.notification.verification.VerifiedPhone.Sent;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** Phones that codes were sent to, to and from documents. */
final class PhoneDocuments implements DocumentMapping<VerifiedPhone> {
    /** There while codes may be typed in: the ids of their verifications. */
    static final String PENDING_IDS = "pendingIds";

    private static final String PENDING = "pending";
    /** Each {@code {at, by, device}}. */
    private static final String CODES = "codes";

    static String id(String officeId, String contactId) {
        return officeId + "/" + contactId;
    }

    @Override
    public VerifiedPhone read(Document document) {
        return new VerifiedPhone(
                document.getString("officeId"),
                document.getString("contactId"),
                document.getString("phone"),
                document.getList(CODES, Document.class, List.of()).stream()
                        .map(one -> new Sent(
                                at(one, "at"), new Asker(one.getString("by"), one.getBoolean("device", false))))
                        .toList(),
                document.getList(PENDING, Document.class, List.of()).stream()
                        .map(one -> new Pending(
                                one.getString("id"),
                                one.getString("hash"),
                                at(one, "expiresAt"),
                                one.get("triesLeft", Number.class).intValue()))
                        .toList());
    }

    private static Instant at(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }

    @Override
    public Document write(VerifiedPhone phone) {
        Document document = new Document("officeId", phone.officeId())
                .append("contactId", phone.contactId())
                .append("phone", phone.sealedPhone())
                .append(
                        CODES,
                        phone.sent().stream()
                                .map(one -> new Document("at", Date.from(one.at()))
                                        .append("by", one.by().id())
                                        .append("device", one.by().verifiedBefore()))
                                .toList());
        if (!phone.pending().isEmpty()) {
            document.append(
                            PENDING_IDS,
                            phone.pending().stream().map(Pending::id).toList())
                    .append(
                            PENDING,
                            phone.pending().stream()
                                    .map(one -> new Document("id", one.id())
                                            .append("hash", one.hash())
                                            .append("expiresAt", Date.from(one.expiresAt()))
                                            .append("triesLeft", one.triesLeft()))
                                    .toList());
        }
        return document;
    }
}
