package kr.minwon.notification.message.mongo;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Spoken;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** Cases to and from documents. */
final class CaseDocuments implements DocumentMapping<CaseRecord> {
    /** Unique in the installation. */
    static final String RECEIPT_NUMBER = "receiptNumber";

    private static final String CONSENTED_AT = "consentedAt";
    /** There when it is not Korean. */
    private static final String LANGUAGE = "language";

    @Override
    public CaseRecord read(Document document) {
        Map<String, Integer> steps = new TreeMap<>();
        Document counted = document.get("steps", new Document());
        counted.forEach((step, count) -> steps.put(step, ((Number) count).intValue()));
        return new CaseRecord(
                new About(
                        document.getString("_id"), document.getString("officeId"), document.getString(RECEIPT_NUMBER)),
                document.getString("phone"),
                document.getBoolean("smsConsent"),
                AttemptDocuments.instant(document, CONSENTED_AT),
                document.getString("departmentId"),
                document.getString("lastMessageId"),
                steps,
                Objects.requireNonNullElse(document.getString(LANGUAGE), Spoken.KOREAN));
    }

    @Override
    public Document write(CaseRecord one) {
        Document document = new Document("officeId", one.about().officeId())
                .append(RECEIPT_NUMBER, one.about().receiptNumber())
                .append("phone", one.sealedPhone())
                .append("smsConsent", one.smsConsent())
                .append("steps", new Document(new TreeMap<>(one.steps())));
        AttemptDocuments.append(document, CONSENTED_AT, one.consentedAt());
        if (!one.language().equals(Spoken.KOREAN)) {
            document.append(LANGUAGE, one.language());
        }
        if (one.departmentId() != null) {
            document.append("departmentId", one.departmentId());
        }
        if (one.lastMessageId() != null) {
            document.append("lastMessageId", one.lastMessageId());
        }
        return document;
    }
}
