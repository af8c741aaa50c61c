package kr.minwon.notification.message.mongo;

import java.util.Map;
import java.util.TreeMap;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** Cases to and from documents. */
final class CaseDocuments implements DocumentMapping<CaseRecord> {
    @Override
    public CaseRecord read(Document document) {
        Map<String, Integer> steps = new TreeMap<>();
        Document told = document.get("steps", new Document());
        told.forEach((step, count) -> steps.put(step, ((Number) count).intValue()));
        return new CaseRecord(
                document.getString("_id"),
                document.getString("officeId"),
                document.getString("receiptNumber"),
                document.getString("phone"),
                document.getBoolean("smsConsent"),
                document.getString("departmentId"),
                document.getString("lastMessageId"),
                steps);
    }

    @Override
    public Document write(CaseRecord about) {
        Document document = new Document("officeId", about.officeId())
                .append("receiptNumber", about.receiptNumber())
                .append("phone", about.sealedPhone())
                .append("smsConsent", about.smsConsent())
                .append("steps", new Document(new TreeMap<>(about.steps())));
        if (about.departmentId() != null) {
            document.append("departmentId", about.departmentId());
        }
        if (about.lastMessageId() != null) {
            document.append("lastMessageId", about.lastMessageId());
        }
        return document;
    }
}
