package kr.minwon.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * What a message says, made once when it is stored and never again.
 *
 * @param templateVersion the template it was made from, such as {@code received-ko-1}
 * @param subject of a long text; null for none. A text that has one is never an SMS
 * @param alimtalk the same as 알림톡, by which it is tried first; null when it is an SMS from the beginning
 */
public record Content(
        String text,
        Encoding encoding,
        String templateVersion,
        @Nullable String subject,
        @Nullable Alimtalk alimtalk) {
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
        return new Content(text, encoding, templateVersion, subject, null);
    }

    /** The same, tried as 알림톡 first. */
    public Content with(Alimtalk first) {
        return new Content(text, encoding, templateVersion, subject, first);
    }
}
