package kr.minwon.notification.message.mongo;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Desk;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Step;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Cases to and from documents. */
final class CaseDocuments implements DocumentMapping<CaseRecord> {
    /** Unique in the installation. */
    static final String RECEIPT_NUMBER = "receiptNumber";

    /** Whose phone it is; a text that somebody sends is matched by it. */
    static final String CONTACT_ID = "contactId";

    private static final String CONSENTED_AT = "consentedAt";
    private static final String STANDING = "standing";
    private static final String AWAITS_ACCEPTANCE = "awaitsAcceptance";
    private static final String MOVED_AT = "movedAt";
    private static final String CLOCK_MOVED_AT = "clockMovedAt";
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
                document.getString("officerId"),
                document.getString("lastMessageId"),
                steps,
                Objects.requireNonNullElse(document.getString(LANGUAGE), Spoken.KOREAN),
                document.getString(CONTACT_ID),
                standing(document.get(STANDING, Document.class)),
                desk(document, steps));
    }

    /** Of a case from before this was kept its steps tell whether it was to be accepted by hand. */
    private static Desk desk(Document document, Map<String, Integer> steps) {
        Boolean awaits = document.getBoolean(AWAITS_ACCEPTANCE);
        return new Desk(
                awaits == null
                        ? steps.containsKey(Step.FILED.wireName())
                                && !steps.containsKey(Step.RECEIVED.wireName())
                                && document.getString("departmentId") == null
                        : awaits,
                AttemptDocuments.instant(document, MOVED_AT),
                AttemptDocuments.instant(document, CLOCK_MOVED_AT));
    }

    private static Standing standing(@Nullable Document document) {
        return document == null
                ? Standing.NEW
                : new Standing(
                        Standing.Phase.valueOf(document.getString("phase")),
                        Boolean.TRUE.equals(document.getBoolean("supplementAsked")),
                        Boolean.TRUE.equals(document.getBoolean("consentAsked")),
                        AttemptDocuments.instant(document, "at"));
    }

    private static Document write(Standing standing) {
        Document document = new Document("phase", standing.phase().name());
        if (standing.supplementAsked()) {
            document.append("supplementAsked", true);
        }
        if (standing.consentAsked()) {
            document.append("consentAsked", true);
        }
        AttemptDocuments.append(document, "at", standing.at());
        return document;
    }

    @Override
    public Document write(CaseRecord one) {
        Document document = new Document("officeId", one.about().officeId())
                .append(RECEIPT_NUMBER, one.about().receiptNumber())
                .append("phone", one.sealedPhone())
                .append("smsConsent", one.smsConsent())
                .append("steps", new Document(new TreeMap<>(one.steps())));
        AttemptDocuments.append(document, CONSENTED_AT, one.consentedAt());
        document.append(AWAITS_ACCEPTANCE, one.desk().awaitsAcceptance());
        AttemptDocuments.append(document, MOVED_AT, one.desk().movedAt());
        AttemptDocuments.append(document, CLOCK_MOVED_AT, one.desk().clockMovedAt());
        if (!one.language().equals(Spoken.KOREAN)) {
            document.append(LANGUAGE, one.language());
        }
        if (one.departmentId() != null) {
            document.append("departmentId", one.departmentId());
        }
        if (one.officerId() != null) {
            document.append("officerId", one.officerId());
        }
        if (one.lastMessageId() != null) {
            document.append("lastMessageId", one.lastMessageId());
        }
        if (one.contactId() != null) {
            document.append(CONTACT_ID, one.contactId());
        }
        if (!one.standing().equals(Standing.NEW)) {
            document.append(STANDING, write(one.standing()));
        }
        return document;
    }
}
