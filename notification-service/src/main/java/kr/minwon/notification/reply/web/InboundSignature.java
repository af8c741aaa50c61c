package kr.minwon.notification.reply.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import kr.minwon.notification.dispatch.http.Hmac;
import kr.minwon.notification.dispatch.http.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an inbound text: hexadecimal HMAC-SHA256, by the source's secret, of the time in seconds, a dot and the body
 * as it is sent.
 */
final class InboundSignature {
    static final String TIMESTAMP = "X-Minwon-Timestamp";
    static final String SIGNATURE = "X-Minwon-Signature";

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int MOST_DIGITS = 12;

    private InboundSignature() {}

    static boolean isGenuine(
            String secret, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null
                || timestamp.length() > MOST_DIGITS
                || !timestamp.matches("[0-9]+")
                || signature == null
                || !Secret.same(of(secret, timestamp, body), signature.toLowerCase(Locale.ROOT))) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(at, now).abs().compareTo(SKEW) <= 0;
    }

    static String of(String secret, String timestamp, byte[] body) {
        return HexFormat.of().formatHex(Hmac.sha256(secret, timestamp + ".", body));
    }
}
