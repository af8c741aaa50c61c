package kr.minwon.sealedfields;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under the keys of a ring. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final KeyRing keys;

    public KeyedHash(KeyRing keys) {
        this.keys = keys;
    }

    /** The ring whose keys are used. */
    public KeyRing keys() {
        return keys;
    }

    /**
     * 32 bytes.
     *
     * @throws UnknownKeyException when the ring lacks the key
     */
    public byte[] hash(String keyId, byte[] input) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.require(keyId), ALGORITHM));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
