package kr.minwon.notification.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import kr.minwon.sealedfields.KeyedHash;

/** Six digits; stored only as a keyed hash, since a plain one of so few is found by trying. */
public final class Codes {
    private static final int BOUND = 1_000_000;
    private static final int ID_BYTES = 16;

    private final KeyedHash hash;
    private final SecureRandom random = new SecureRandom();

    public Codes(KeyedHash hash) {
        this.hash = hash;
    }

    String drawCode() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(BOUND));
    }

    /** 128 bits as 32 hex digits. */
    String drawId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** {@code keyId:hex}. */
    String hash(String verificationId, String code) {
        return hash(hash.keys().current(), verificationId, code);
    }

    boolean matches(String stored, String verificationId, String code) {
        String keyId = stored.substring(0, stored.indexOf(':'));
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII),
                hash(keyId, verificationId, code).getBytes(StandardCharsets.US_ASCII));
    }

    private String hash(String keyId, String verificationId, String code) {
        byte[] input = ("code/" + verificationId + "/" + code).getBytes(StandardCharsets.UTF_8);
        return keyId + ":" + HexFormat.of().formatHex(hash.hash(keyId, input));
    }
}
