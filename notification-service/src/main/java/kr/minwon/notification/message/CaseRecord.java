package kr.minwon.notification.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint to tell its reporter about it.
 *
 * @param sealedPhone the reporter's phone, sealed
 * @param smsConsent without it nothing is sent; the steps are counted all the same
 * @param departmentId whose case it is; null until it is assigned
 * @param lastMessageId the text that has to go before the next
 * @param steps how often each step happened
 */
public record CaseRecord(
        About about,
        String sealedPhone,
        boolean smsConsent,
        @Nullable String departmentId,
        @Nullable String lastMessageId,
        Map<String, Integer> steps) {
    /** The one recipient there is now. */
    public static final String REPORTER = "reporter";

    private static final int MOST_SHOWN = 200;

    public CaseRecord {
        steps = Map.copyOf(steps);
    }

    /** A case of which nothing was told yet. */
    public static CaseRecord opened(About about, String sealedPhone, boolean smsConsent) {
        return new CaseRecord(about, sealedPhone, smsConsent, null, null, Map.of());
    }

    /** The case with its department. */
    public CaseRecord assignedTo(String department) {
        return new CaseRecord(about, sealedPhone, smsConsent, department, lastMessageId, steps);
    }

    /** The name of the step's next telling, such as {@code assigned.2}. */
    public String next(Step step) {
        return name(step.wireName(), steps.getOrDefault(step.wireName(), 0) + 1);
    }

    /** The case after that step happened, and was told by that message; null without consent. */
    public CaseRecord after(Step step, @Nullable String messageId) {
        Map<String, Integer> counted = new TreeMap<>(steps);
        counted.merge(step.wireName(), 1, Integer::sum);
        String last = messageId == null ? lastMessageId : messageId;
        return new CaseRecord(about, sealedPhone, smsConsent, departmentId, last, counted);
    }

    /** The ids of the messages that were stored for it, the latest of each step. */
    public List<String> messageIds() {
        List<String> ids = new ArrayList<>();
        steps.forEach((step, count) -> {
            for (int n = Math.max(1, count - MOST_SHOWN + 1); n <= count; n++) {
                ids.add(Message.idOf(about.complaintId(), name(step, n), REPORTER));
            }
        });
        return ids;
    }

    private static String name(String step, int n) {
        return step + "." + n;
    }
}
