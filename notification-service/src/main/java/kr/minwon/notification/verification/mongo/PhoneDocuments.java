package kr.minwon.notification.verification.mongo;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.verification.VerifiedPhone;
import kr.minwon.notification.verification.VerifiedPhone.Pending;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** Phones that codes were sent to, to and from documents. */
final class PhoneDocuments implements DocumentMapping<VerifiedPhone> {
    /** There while a code may be typed in. */
    static final String PENDING_ID = "pendingId";

    private static final String HASH = "codeHash";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String TRIES_LEFT = "triesLeft";

    static String id(String officeId, String contactId) {
        return officeId + "/" + contactId;
    }

    @Override
    public VerifiedPhone read(Document document) {
        String pending = document.getString(PENDING_ID);
        return new VerifiedPhone(
                document.getString("officeId"),
                document.getString("contactId"),
                document.getString("phone"),
                document.getList("sent", Date.class, List.of()).stream()
                        .map(Date::toInstant)
                        .toList(),
                pending == null
                        ? null
                        : new Pending(
                                pending,
                                document.getString(HASH),
                                Objects.requireNonNull(document.getDate(EXPIRES_AT))
                                        .toInstant(),
                                document.get(TRIES_LEFT, Number.class).intValue()));
    }

    @Override
    public Document write(VerifiedPhone phone) {
        Document document = new Document("officeId", phone.officeId())
                .append("contactId", phone.contactId())
                .append("phone", phone.sealedPhone())
                .append("sent", phone.sent().stream().map(Date::from).toList());
        Pending pending = phone.pending();
        if (pending != null) {
            document.append(PENDING_ID, pending.id())
                    .append(HASH, pending.hash())
                    .append(EXPIRES_AT, Date.from(pending.expiresAt()))
                    .append(TRIES_LEFT, pending.triesLeft());
        }
        return document;
    }
}
