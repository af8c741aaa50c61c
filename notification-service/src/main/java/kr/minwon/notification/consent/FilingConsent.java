package kr.minwon.notification.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed to in filing a complaint: to be texted about it.
 *
 * @param receiptNumber the complaint's
 * @param consentedAt when it was filed; null of a case from before that was kept
 * @param withdrawnAt when it was withdrawn, if that counts now
 */
public record FilingConsent(
        String receiptNumber,
        @Nullable Instant consentedAt,
        @Nullable Instant withdrawnAt) {
    /**
     * Some of a phone's, the latest first.
     *
     * @param next where the next ones begin; null when there are none
     */
    public record Page(List<FilingConsent> items, @Nullable String next) {}
}
