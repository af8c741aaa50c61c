package kr.minwon.notification.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long texts in pieces are waited for.
 *
 * @param within this long after the latest piece the text is given as it is
 * @param sweepEvery how often that is looked for
 */
@ConfigurationProperties("minwon.sms.pieces")
public record PieceSettings(
        @DefaultValue("60s") Duration within,
        @DefaultValue("5s") Duration sweepEvery) {}
