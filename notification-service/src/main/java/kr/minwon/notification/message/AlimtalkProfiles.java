package kr.minwon.notification.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which KakaoTalk channel is an office's, {@code minwon.sms.alimtalk.*}.
 *
 * @param profiles by office; what the provider calls the channel, such as SOLAPI's {@code pfId}
 */
@ConfigurationProperties("minwon.sms.alimtalk")
public record AlimtalkProfiles(@DefaultValue Map<String, String> profiles) {
    /** No office has one: all goes by SMS. */
    public static final AlimtalkProfiles NONE = new AlimtalkProfiles(Map.of());

    public AlimtalkProfiles {
        profiles = Map.copyOf(profiles);
    }

    /** Whether an office has one. */
    public boolean has(String officeId) {
        return profiles.containsKey(officeId);
    }

    @Nullable
    String of(String officeId) {
        return profiles.get(officeId);
    }
}
