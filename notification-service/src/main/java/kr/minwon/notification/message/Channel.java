package kr.minwon.notification.message;

import java.util.Locale;

/** What a text is written for, and goes by. */
public enum Channel {
    SMS,
    /** 알림톡: by KakaoTalk, in words that Kakao approved. */
    ALIMTALK;

    /** The name in the store and in answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The channel of a wire name.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Channel ofWireName(String name) {
        for (Channel channel : values()) {
            if (channel.wireName().equals(name)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("no channel: " + name);
    }
}
