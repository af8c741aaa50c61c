package kr.minwon.routing.testing;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kr.minwon.routing.clock.SeoulTime;

/** Complaints as complaint-service tells of them. */
public final class Complaints {
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 10_000_000);

    private Complaints() {}

    /** A complaint that was filed. */
    public record Filed(String id, String receiptNumber, String category, Instant acceptedAt) {
        public String submitted() {
            return """
                {"sequence":1,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","title":"골목 보안등이 꺼졌어요",\
                "category":"%s","location":null,"reporter":{"name":"v1.f1.AAAA","phone":"v1.f1.AAAA","contactId":"c1:AAAA"},\
                "smsConsent":true,"isPublic":false,"status":"accepted","submittedAt":"%s","acceptedAt":"%s"}""".formatted(id, receiptNumber, category, SeoulTime.iso(acceptedAt), SeoulTime.iso(acceptedAt));
        }

        /** The same filed with an office that accepts by hand. */
        public String filedByHand() {
            String accepted = "\"status\":\"accepted\",";
            String submitted = submitted();
            return submitted
                            .substring(0, submitted.lastIndexOf(",\"acceptedAt\""))
                            .replace(accepted, "\"status\":\"filed\",")
                    + "}";
        }

        /** Somebody accepted it. */
        public String accepted(int sequence, Instant at) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","acceptedAt":"%s",\
                "officer":{"id":"acc-9","name":"민원봉사과 접수"}}""".formatted(sequence, id, receiptNumber, SeoulTime.iso(at));
        }

        /** Its resident objects, or asks for one more answer. */
        public String reopened(int sequence, String cause, Instant at) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","cause":"%s",\
                "reopening":1,"answer":1,"reopenedAt":"%s"}""".formatted(sequence, id, receiptNumber, cause, SeoulTime.iso(at));
        }

        public String answered(int sequence, Instant at) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","outcome":"수용",\
                "department":{"id":"construction","name":"건설과","contact":"062-000-0000"},\
                "officer":{"id":"acc-1","name":"건설과 담당"},"answeredAt":"%s","answer":1}""".formatted(sequence, id, receiptNumber, SeoulTime.iso(at));
        }

        /** The officer refused it. */
        public String refused(int sequence, Instant at) {
            return answered(sequence, at).replace("\"수용\"", "\"불수용\"");
        }

        /** The draft of its answer waits, or was returned. */
        public String draftChanged(int sequence, String state) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","state":"%s"}""".formatted(sequence, id, receiptNumber, state);
        }

        public String withdrawn(int sequence, Instant at) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","withdrawnAt":"%s"}""".formatted(sequence, id, receiptNumber, SeoulTime.iso(at));
        }

        /** The officer asked for a supplement. */
        public String supplementRequested(int sequence, Instant at) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","requestedAt":"%s"}""".formatted(sequence, id, receiptNumber, SeoulTime.iso(at));
        }

        /** The resident supplied it. */
        public String supplemented(int sequence, Instant at) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","suppliedAt":"%s"}""".formatted(sequence, id, receiptNumber, SeoulTime.iso(at));
        }

        /** The resident answered a proposed extension. */
        public String consentAnswered(int sequence, boolean agreed, Instant at) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu","receiptNumber":"%s","extension":2,\
                "agreed":%s,"answeredAt":"%s"}""".formatted(sequence, id, receiptNumber, agreed, SeoulTime.iso(at));
        }

        /** An event that routing does not need. */
        public String other(int sequence) {
            return """
                {"sequence":%d,"complaintId":"%s","officeId":"seogu"}""".formatted(sequence, id);
        }

        public String digits() {
            return receiptNumber.replace("-", "");
        }
    }

    /** A new complaint of that category, accepted at that moment. */
    public static Filed filed(String category, Instant acceptedAt) {
        long number = NUMBER.incrementAndGet() % 100_000_000;
        String tail = String.format(Locale.ROOT, "%08d", number);
        UUID random = UUID.randomUUID();
        // Version 7: the first 48 bits are the moment.
        long high = (acceptedAt.toEpochMilli() << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFFL);
        return new Filed(
                new UUID(high, random.getLeastSignificantBits()).toString(),
                "2611-" + tail.substring(0, 4) + "-" + tail.substring(4),
                category,
                acceptedAt);
    }
}
