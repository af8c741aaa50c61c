package kr.minwon.notification.message;

import kr.minwon.koreansms.SenderNumber;

/**
 * An office's words.
 *
 * @param id the office, or {@code *} for any without words of its own
 * @param name as texts begin: {@code 서구청}
 * @param language of its texts, such as {@code ko}
 * @param sender registered sender number
 */
public record Office(String id, String name, String language, SenderNumber sender) {
    /** Stands for any office without words of its own. */
    public static final String ANY = "*";
}
