package kr.minwon.complaint.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import kr.minwon.sealedfields.KeyedHash;

/**
 * The code that opens a complaint to whoever holds it (조회코드): HMAC-SHA256 of the complaint's id, the first 80 bits in
 * Crockford's base 32, {@code XXXX-XXXX-XXXX-XXXX}. It is stored nowhere and can be computed again.
 */
public final class LookupCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 10;
    private static final int LONGEST_TYPED = 64;
    /** Stands for a complaint that is not there, so that the same is computed for it. */
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private final KeyedHash hash;

    public LookupCodes(KeyedHash hash) {
        this.hash = hash;
    }

    /** The key under which new complaints' codes are made. */
    public String currentKey() {
        return hash.keys().current();
    }

    /** The code of a complaint, as it is shown. */
    public String codeOf(ComplaintId id, String keyId) {
        String plain = plain(id.value(), keyId);
        return plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8, 12) + "-"
                + plain.substring(12);
    }

    /** Whether a typed code opens the complaint, in the same time whatever the answer. */
    public boolean opens(ComplaintId id, String keyId, String typed) {
        return same(plain(id.value(), keyId), typed);
    }

    /** Does for a complaint that is not there all that is done for one that is; always false. */
    public boolean opensNothing(String typed) {
        same(plain(NOBODY, currentKey()), typed);
        return false;
    }

    private String plain(String id, String keyId) {
        byte[] mac = hash.hash(keyId, id.getBytes(StandardCharsets.US_ASCII));
        StringBuilder code = new StringBuilder(16);
        long bits = 0;
        int held = 0;
        for (int i = 0; i < BYTES; i++) {
            bits = bits << 8 | mac[i] & 0xFF;
            held += 8;
            while (held >= 5) {
                held -= 5;
                code.append(ALPHABET.charAt((int) (bits >>> held & 31)));
            }
        }
        return code.toString();
    }

    private static boolean same(String plain, String typed) {
        return MessageDigest.isEqual(
                plain.getBytes(StandardCharsets.US_ASCII), read(typed).getBytes(StandardCharsets.UTF_8));
    }

    /** As a person types it: any case, with or without hyphens, I and L for 1, O for 0. */
    private static String read(String typed) {
        String bounded = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
        return bounded.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }
}
