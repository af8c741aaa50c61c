package kr.minwon.notification.reply.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    private static final String ALGORITHM = "HmacSHA256";
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
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
