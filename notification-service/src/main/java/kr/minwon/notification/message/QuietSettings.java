package kr.minwon.notification.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which offices hold notices at night.
 *
 * @param hours of every office that has none of its own, such as {@code 21:00-08:00}; empty for none
 * @param offices those of an office, by its id; empty for none
 */
@ConfigurationProperties("minwon.sms.quiet")
public record QuietSettings(
        @DefaultValue("") String hours, @DefaultValue Map<String, String> offices) {
    /** Nobody holds anything. */
    public static final QuietSettings NONE = new QuietSettings("", Map.of());

    /** @throws IllegalArgumentException for hours of another form than {@code 21:00-08:00} */
    public QuietSettings {
        offices = Map.copyOf(offices);
        parsed(hours);
        offices.values().forEach(QuietSettings::parsed);
    }

    /** Until when a text that would go at that moment is held; null when it goes at once. */
    public @Nullable Instant heldUntil(String officeId, Urgency urgency, Instant moment) {
        if (urgency != Urgency.NOTICE) {
            return null;
        }
        QuietHours quiet = parsed(offices.getOrDefault(officeId, hours));
        return quiet == null ? null : quiet.endAt(moment);
    }

    private static @Nullable QuietHours parsed(String text) {
        if (text.isBlank()) {
            return null;
        }
        return QuietHours.of(text);
    }
}
