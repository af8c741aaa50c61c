package kr.minwon.notification.dispatch.http;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of texts. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** The 32 octets. */
    public static byte[] sha256(String key, String text) {
        return sha256(key, text, new byte[0]);
    }

    /** Those of a text and of octets that follow it. */
    public static byte[] sha256(String key, String text, byte[] more) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(more);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
