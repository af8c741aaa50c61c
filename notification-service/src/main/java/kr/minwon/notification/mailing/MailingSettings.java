package kr.minwon.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import kr.minwon.notification.message.QuietHours;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mailings go out.
 *
 * @param every how often background work looks at them
 * @param mostWaiting most messages of one mailing that are queued at once; the others are taken up as these go
 * @param page recipients taken up at once
 * @param heldFor how long what is queued of a paused mailing is put aside, unless it is resumed before
 * @param receiptsFor how long receipts are counted after it is over
 * @param quiet hours in which none goes out but of an urgent topic, such as {@code 21:00-08:00}; empty for none.
 *     Advertising keeps those of the law whatever stands here
 * @param quietOffices those of an office, by its id
 */
@ConfigurationProperties("minwon.sms.mailings")
public record MailingSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("1000") int mostWaiting,
        @DefaultValue("200") int page,
        @DefaultValue("10m") Duration heldFor,
        @DefaultValue("3d") Duration receiptsFor,
        @DefaultValue("21:00-08:00") String quiet,
        @DefaultValue Map<String, String> quietOffices) {
    /** 정보통신망법 §50③. */
    private static final QuietHours OF_THE_LAW = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** @throws IllegalArgumentException for hours of another form than {@code 21:00-08:00}, or when nothing could go */
    public MailingSettings {
        if (mostWaiting < 1 || page < 1) {
            throw new IllegalArgumentException("minwon.sms.mailings: most-waiting and page are at least 1");
        }
        quietOffices = Map.copyOf(quietOffices);
        parsed(quiet);
        quietOffices.values().forEach(MailingSettings::parsed);
    }

    /** Until when the office's own hours hold a mailing; null when they do not. */
    @Nullable
    Instant heldUntil(String officeId, Instant now) {
        QuietHours hours = parsed(quietOffices.getOrDefault(officeId, quiet));
        return hours == null ? null : hours.endAt(now);
    }

    /** Until when the law holds advertising to who has not agreed to get it at night; null when it does not. */
    static @Nullable Instant heldByLaw(Instant now) {
        return OF_THE_LAW.endAt(now);
    }

    private static @Nullable QuietHours parsed(String text) {
        return text.isBlank() ? null : QuietHours.of(text);
    }
}
