package kr.minwon.notification.dispatch.http;

import java.util.Map;
import java.util.Optional;

/**
 * A provider's codes for a text that failed, in words that an officer understands.
 *
 * @param words by code, Korean
 */
public record Codes(Map<String, String> words) {
    public Codes {
        words = Map.copyOf(words);
    }

    /** The words of a code with the code; a code without words is said as it is. */
    public String say(String code) {
        return Optional.ofNullable(words.get(code))
                .map(known -> known + " (" + code + ")")
                .orElse("전달되지 않았습니다 (" + code + ")");
    }
}
