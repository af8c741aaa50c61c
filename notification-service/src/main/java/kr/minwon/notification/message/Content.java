package kr.minwon.notification.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, made once when it is stored and never again.
 *
 * @param templateVersion the template it was made from, such as {@code received-ko-1}
 * @param subject of a long text; null for none. A text that has one is never an SMS
 * @param alimtalk the same as 알림톡, by which it is tried first; null when it is an SMS from the beginning
 * @param lost the characters for which □ stands in the text, because nobody takes them
 */
public record Content(
        String text,
        Encoding encoding,
        String templateVersion,
        @Nullable String subject,
        @Nullable Alimtalk alimtalk,
        List<String> lost) {
    public Content {
        lost = List.copyOf(lost);
    }

    /** A text that lost nothing. */
    public Content(
            String text,
            Encoding encoding,
            String templateVersion,
            @Nullable String subject,
            @Nullable Alimtalk alimtalk) {
        this(text, encoding, templateVersion, subject, alimtalk, List.of());
    }

    /** An SMS or LMS without a subject. */
    public Content(String text, Encoding encoding, String templateVersion) {
        this(text, encoding, templateVersion, null, null);
    }

    /** A text with its subject as its first line, for whom there is no field for one. */
    public static String headed(@Nullable String subject, String text) {
        return subject == null ? text : subject + "\n" + text;
    }

    /** The same as an SMS only. */
    public Content asSms() {
        return new Content(text, encoding, templateVersion, subject, null, lost);
    }

    /** The same, tried as 알림톡 first. */
    public Content with(Alimtalk first) {
        return new Content(text, encoding, templateVersion, subject, first, lost);
    }
}
