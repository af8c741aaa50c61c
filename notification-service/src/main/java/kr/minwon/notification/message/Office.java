package kr.minwon.notification.message;

import java.util.Map;
import kr.minwon.koreansms.SenderNumber;

/**
 * An office's words.
 *
 * @param id the office, or {@code *} for any without words of its own
 * @param name as texts begin: {@code 서구청}
 * @param language of its texts, such as {@code ko}, for who asked for none or for one that it has no texts in
 * @param sender registered sender number
 * @param names what it is called in other languages
 */
public record Office(String id, String name, String language, SenderNumber sender, Map<String, String> names) {
    /** Stands for any office without words of its own. */
    public static final String ANY = "*";

    public Office {
        names = Map.copyOf(names);
    }

    public Office(String id, String name, String language, SenderNumber sender) {
        this(id, name, language, sender, Map.of());
    }

    /** What it is called in a language. */
    String name(String spoken) {
        return names.getOrDefault(spoken, name);
    }
}
