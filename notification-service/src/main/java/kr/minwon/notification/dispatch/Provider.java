package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.Optional;
import kr.minwon.notification.message.Alimtalk;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Reason;
import org.jspecify.annotations.Nullable;

/** Takes texts to phones. */
public interface Provider {
    /** The name stored on messages. */
    String name();

    /** Its share of the texts while it is well, in points beside those of the others. */
    int weight();

    /** Most texts on their way to it at once; as many may be in doubt after a crash. */
    int window();

    /**
     * Whether it carries such a text whole and knows its sender.
     *
     * @param sender registered sender number, digits
     */
    boolean takes(String sender, Content content);

    /** Whether it hands texts to KakaoTalk. */
    default boolean carriesAlimtalk() {
        return false;
    }

    /** How long a hand-over may take at most. */
    default Duration answersWithin() {
        return Duration.ofSeconds(30);
    }

    /**
     * A turn to hand over one text; nothing while the provider is away, does not answer, or has had enough for now.
     * Nothing is claimed for a message before there is a turn for it.
     */
    Optional<Turn> turn();

    /** One text may be handed over. Closing it gives it back when it was not used. */
    interface Turn extends AutoCloseable {
        /** Hands over the text. Never answers {@link Handover.Busy} when the provider may have taken it. */
        Handover handOver(Submission submission);

        @Override
        void close();
    }

    /**
     * What is handed over.
     *
     * @param handOverId ours, of this one hand-over of the message: a provider that takes a reference is given it, and
     *     can be asked by it
     * @param reference ours in 16 bits; a provider may repeat it in its receipt
     * @param sender registered sender number, digits
     * @param phone 11 digits
     * @param subject of a long text, for a provider that has a field for it; null for none
     * @param alimtalk what goes to KakaoTalk in place of the text; null for an SMS
     */
    record Submission(
            String handOverId,
            int reference,
            String sender,
            String phone,
            String text,
            Encoding encoding,
            @Nullable String subject,
            @Nullable Alimtalk alimtalk) {
        /** A text without a subject. */
        public Submission(
                String handOverId, int reference, String sender, String phone, String text, Encoding encoding) {
            this(handOverId, reference, sender, phone, text, encoding, null, null);
        }

        /** Without the phone and the text. */
        @Override
        public String toString() {
            return handOverId;
        }
    }

    /** What became of a hand-over. */
    sealed interface Handover {
        /** The provider has it under its own id. */
        record Accepted(String providerMessageId) implements Handover {}

        /** The provider will never take it. */
        record Refused(Reason reason) implements Handover {
            /** With a code that nobody has explained yet. */
            public Refused(String said) {
                this(Reason.of(said));
            }
        }

        /**
         * The provider definitely did not take it, and may later.
         *
         * @param slowDown whether it asks for less of everything, and not only of this
         * @param pause how long it asks to be left alone, with everything or with this; zero when it does not say
         */
        record Busy(String reason, boolean slowDown, Duration pause) implements Handover {
            public Busy(String reason, boolean slowDown) {
                this(reason, slowDown, Duration.ZERO);
            }
        }

        /** Nobody can tell. */
        record Unknown(Reason reason) implements Handover {}
    }
}
