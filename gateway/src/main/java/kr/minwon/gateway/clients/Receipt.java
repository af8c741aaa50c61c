package kr.minwon.gateway.clients;

/**
 * What a resident gets for a filing.
 *
 * @param lookupCode opens the case together with the receipt number; a secret
 */
public record Receipt(String complaintId, String receiptNumber, String lookupCode, String status, String submittedAt) {
    /** The code stays out of logs. */
    @Override
    public String toString() {
        return "Receipt[" + receiptNumber + "]";
    }
}
