package kr.minwon.notification.message;

import java.time.Duration;

/** Takes texts to phones. */
public interface Provider {
    /** The name stored on messages. */
    String name();

    /** Whether a text could be handed over now; false costs nothing and claims nothing. */
    boolean isReady();

    /**
     * Hands over one text. Never answers {@link Handover.Busy} when the provider may have taken it.
     *
     * @param phone 11 digits
     * @param sender registered sender number
     */
    Handover submit(String messageId, String sender, String phone, String text);

    /** What became of a hand-over. */
    sealed interface Handover {
        /** The provider has it under its own id. */
        record Accepted(String providerMessageId) implements Handover {}

        /** The provider will never take it. */
        record Refused(String reason) implements Handover {}

        /** The provider definitely did not take it, and may later. */
        record Busy(String reason, Duration pause) implements Handover {}

        /** Nobody can tell. */
        record Unknown(String reason) implements Handover {}
    }
}
