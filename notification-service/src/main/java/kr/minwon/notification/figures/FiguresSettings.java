package kr.minwon.notification.figures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the figures of days are kept.
 *
 * @param every how often days that have changed are counted again, from the end of one count to the next
 * @param all how often the latest days are counted whether they have changed or not: what an instance knew that is gone
 * @param latest so many days
 */
@ConfigurationProperties("minwon.sms.figures")
public record FiguresSettings(
        @DefaultValue("10s") Duration every,
        @DefaultValue("1h") Duration all,
        @DefaultValue("5") int latest) {}
