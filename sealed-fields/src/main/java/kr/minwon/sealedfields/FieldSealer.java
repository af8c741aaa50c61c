package kr.minwon.sealedfields;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals one field's text with AES-256-GCM: {@code v1.<keyId>.<base64url of nonce, ciphertext and tag>}. The field's name
 * is authenticated with it, so a sealed name cannot be passed off as a phone number.
 */
public final class FieldSealer {
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public FieldSealer(KeyRing keys) {
        this.keys = keys;
    }

    /** Seals under the current key. */
    public String seal(String field, String clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String keyId = keys.current();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keyId, nonce, field, clear.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + "." + keyId + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * Opens what any live key sealed.
     *
     * @throws UnknownKeyException when the key is gone
     * @throws IllegalArgumentException when it was altered, or sealed for another field
     */
    public String open(String field, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("not a sealed field");
        }
        byte[] all = Base64.getUrlDecoder().decode(parts[2]);
        if (all.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalArgumentException("a sealed field is cut off");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] body = new byte[all.length - NONCE_BYTES];
        ByteBuffer.wrap(all).get(nonce).get(body);
        return new String(run(Cipher.DECRYPT_MODE, parts[1], nonce, field, body), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, String field, byte[] input) {
        byte[] key = keys.require(keyId);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(field.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a sealed field cannot be opened: altered, or of another field", e);
        }
    }
}
