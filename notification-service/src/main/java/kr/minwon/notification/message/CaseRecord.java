package kr.minwon.notification.message;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint to tell its reporter about it.
 *
 * @param sealedPhone the reporter's phone, sealed
 * @param smsConsent without it nothing is sent
 * @param departmentId whose case it is; null until it is assigned
 * @param lastMessageId the text that has to go before the next
 * @param steps how often each step was told
 */
public record CaseRecord(
        String complaintId,
        String officeId,
        String receiptNumber,
        String sealedPhone,
        boolean smsConsent,
        @Nullable String departmentId,
        @Nullable String lastMessageId,
        Map<String, Integer> steps) {
    public CaseRecord {
        steps = Map.copyOf(steps);
    }

    /** The case with its department. */
    public CaseRecord assignedTo(String department) {
        return new CaseRecord(
                complaintId, officeId, receiptNumber, sealedPhone, smsConsent, department, lastMessageId, steps);
    }

    /** The name of the step's next telling, such as {@code assigned.2}. */
    public String next(Step step) {
        return step.wireName() + "." + (steps.getOrDefault(step.wireName(), 0) + 1);
    }

    /** The case after that step was told by that message. */
    public CaseRecord told(Step step, String messageId) {
        Map<String, Integer> counted = new TreeMap<>(steps);
        counted.merge(step.wireName(), 1, Integer::sum);
        return new CaseRecord(
                complaintId, officeId, receiptNumber, sealedPhone, smsConsent, departmentId, messageId, counted);
    }
}
