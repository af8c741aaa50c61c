package kr.minwon.gateway.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of the pages in the reader's language. */
public record Words(MessageSource messages, Locale locale) {
    /**
     * The text of a key, its placeholders filled.
     *
     * @throws org.springframework.context.NoSuchMessageException when no bundle holds the key
     */
    public String text(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int at = 0; at < arguments.length; at++) {
            // As texts, so that nobody's thousands get a comma.
            texts[at] = String.valueOf(arguments[at]);
        }
        return messages.getMessage(key, texts, locale);
    }

    /** The text of a key, or another text when there is none. */
    public String textOr(String key, String otherwise) {
        String text = messages.getMessage(key, null, null, locale);
        return text == null ? otherwise : text;
    }

    /** Whether the reader reads Korean. */
    public boolean inKorean() {
        return !Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
