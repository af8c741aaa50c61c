package kr.minwon.notification.message;

/**
 * The case that a message is about.
 *
 * @param officeId the office (tenant)
 * @param receiptNumber what people read out, {@code YYMM-DDDD-DDDC}
 */
public record About(String complaintId, String officeId, String receiptNumber) implements Subject {
    public About {
        if (complaintId.isBlank() || officeId.isBlank() || receiptNumber.isBlank()) {
            throw new IllegalArgumentException("a case has an id, an office and a receipt number");
        }
    }

    @Override
    public String id() {
        return complaintId;
    }
}
