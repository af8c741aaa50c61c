package kr.minwon.notification.message;

import java.util.Map;

/**
 * A text as 알림톡: the words that Kakao approved under a code, with the values of their variables.
 *
 * @param profile the office's channel, as the provider knows it
 * @param code by which Kakao knows the template
 * @param templateVersion which of the office's versions it was made from
 * @param values by variable, as they were cut
 * @param text as the phone shows it
 */
public record Alimtalk(String profile, String code, String templateVersion, Map<String, String> values, String text) {
    public Alimtalk {
        values = Map.copyOf(values);
    }
}
