package kr.minwon.notification.reply;

import java.util.Locale;
import kr.minwon.notification.message.About;
import org.jspecify.annotations.Nullable;

/**
 * What a text means.
 *
 * @param about the case it belongs to; null when it belongs to none
 * @param score 1 to 5 of a rating
 * @param agreed of a consent
 * @param title of a complaint
 * @param place of a complaint, where the text names one
 * @param why somebody has to look at it; null when nobody has
 */
public record Meaning(
        Kind kind,
        @Nullable About about,
        @Nullable Integer score,
        @Nullable Boolean agreed,
        @Nullable String title,
        @Nullable String place,
        @Nullable Why why) {
    /** What a text does. */
    public enum Kind {
        /** Wants no more texts. */
        OPT_OUT,
        /** A machine's: an absence, a drive, our own words back, an advertisement. Never answered. */
        AUTOMATIC,
        /** Thanks, or a nod; nothing to do. */
        COURTESY,
        /** 만족도 평가. */
        RATING,
        /** Not solved: one more answer is asked for. */
        REOPENING,
        /** What a supplement request asked for. */
        SUPPLEMENT,
        /** Yes or no to a further extension. */
        CONSENT,
        /** Something for whoever has the case. */
        NOTE,
        /** A complaint of its own. */
        COMPLAINT,
        /** Nobody can tell. */
        UNCLEAR;

        /** The name on the wire, in documents and meters. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of a wire name. */
        public static Kind of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether complaint-service is to hear of it. */
        public boolean isForACase() {
            return switch (this) {
                case RATING, REOPENING, SUPPLEMENT, CONSENT, NOTE, COMPLAINT -> true;
                case OPT_OUT, AUTOMATIC, COURTESY, UNCLEAR -> false;
            };
        }
    }

    /** Why somebody of the office has to look at a text. */
    public enum Why {
        NOT_UNDERSTOOD,
        /** It fits two cases. */
        AMBIGUOUS,
        /** It came after an answer, and is neither a rating nor a wish for one more. */
        AFTER_ANSWER,
        /** From a number that is no Korean mobile. */
        NO_MOBILE,
        /** A complaint, but the phone has filed as many in an hour as one may by text. */
        FILED_OFTEN,
        /** A complaint in the very words of an earlier text of the phone. */
        REPEATED,
        /** The receipt number that it names is of none of the sender's cases. */
        OTHER_NUMBER,
        /** It may say that no more texts are wanted, among other things. */
        MAYBE_OPT_OUT,
        /** It stands for more texts than are kept of a number in an hour. */
        FLOOD,
        /** Pieces of it never came. */
        INCOMPLETE,
        /** The case could not take it. */
        REFUSED;

        /** The name on the wire and in documents. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason of a wire name. */
        public static Why of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static Meaning of(Kind kind, @Nullable About about) {
        return new Meaning(kind, about, null, null, null, null, null);
    }

    static Meaning rating(About about, int score) {
        return new Meaning(Kind.RATING, about, score, null, null, null, null);
    }

    static Meaning consent(About about, boolean agreed) {
        return new Meaning(Kind.CONSENT, about, null, agreed, null, null, null);
    }

    static Meaning complaint(String title, @Nullable String place) {
        return new Meaning(Kind.COMPLAINT, null, null, null, title, place, null);
    }

    static Meaning unclear(Why why) {
        return new Meaning(Kind.UNCLEAR, null, null, null, null, null, why);
    }

    /** The same, about a case. */
    Meaning about(About one) {
        return new Meaning(kind, one, score, agreed, title, place, why);
    }

    /** The same, to be looked at. */
    Meaning because(@Nullable Why reason) {
        return new Meaning(kind, about, score, agreed, title, place, reason);
    }
}
