package kr.minwon.notification.message;

import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts are counted, the same before they are written and when they go out.
 *
 * @param webMarkCounts whether {@code [Web발신]} and its line end, which the carrier puts on, count against an SMS; the
 *     carriers have not settled that
 */
@ConfigurationProperties("minwon.sms.sizing")
public record Sizing(@DefaultValue("false") boolean webMarkCounts) {
    /** {@code [Web발신]} and its line end. */
    private static final int WEB_MARK_BYTES = 10;

    /**
     * How a text would go out, as its writer is told: with its subject counted as its first line, which it is over SMPP,
     * so that it fits whichever provider gets it.
     */
    public SmsSize written(String text, @Nullable String subject) {
        String title = subject == null || subject.isEmpty() ? null : subject;
        return of(Content.headed(title, text), title);
    }

    /** How a text would go out with a field for its subject. */
    public SmsSize of(String text, @Nullable String subject) {
        return SmsText.measure(text, subject, webMarkCounts ? WEB_MARK_BYTES : 0);
    }
}
