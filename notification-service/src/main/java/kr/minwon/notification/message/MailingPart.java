package kr.minwon.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * The mailing that a message is one of many of. Whoever gets it subscribed to be told; nobody else is told of such a text.
 *
 * @param id the mailing's
 * @param officeId the office (tenant)
 * @param purpose what its recipient has to have consented to, such as {@code news/safety}
 * @param advertising whether it is advertising (정보통신망법 §50), which asks for more
 * @param urgent whether it goes at night too, and before what can wait; never advertising
 * @param departmentId who sends it; null for none or several
 */
public record MailingPart(
        String id,
        String officeId,
        String purpose,
        boolean advertising,
        boolean urgent,
        @Nullable String departmentId) implements Subject {
    private static final String BULK = "bulk/";

    public MailingPart {
        if (id.isBlank() || id.contains("/") || officeId.isBlank() || purpose.isBlank()) {
            throw new IllegalArgumentException("a mailing has an id without slashes, an office and a purpose");
        }
        if (advertising && urgent) {
            throw new IllegalArgumentException("no advertising is urgent");
        }
    }

    /** The one and only id of what a recipient gets: who is brought twice is told once. */
    public String messageId(String recipient) {
        return firstMessageId(id) + recipient;
    }

    /** What the ids of all messages of a mailing begin with. */
    public static String firstMessageId(String mailingId) {
        return BULK + mailingId + "/";
    }
}
