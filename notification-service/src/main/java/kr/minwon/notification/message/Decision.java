package kr.minwon.notification.message;

import java.time.Instant;
import java.util.Locale;

/**
 * How the doubt about a hand-over was ended without knowing.
 *
 * @param by who decided: the id of a staff account or API key, or the provider's name
 * @param byName what colleagues call them
 */
public record Decision(What what, String by, String byName, Instant at) {
    /** What was decided. */
    public enum What {
        /** It is sent again; the resident may get it twice. */
        RESEND,
        /** It is left so; the resident may not have got it. */
        LEAVE,
        /** Not decided by a person: the provider never took it, and it waits again. */
        NEVER_TAKEN,
        /** Not decided by a person: it was not delivered as 알림톡 for certain, and goes by SMS. */
        FALLEN_BACK;

        /** The name on the wire, such as {@code never-taken}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The decision of a wire name.
         *
         * @throws IllegalArgumentException for any other text
         */
        public static What of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
