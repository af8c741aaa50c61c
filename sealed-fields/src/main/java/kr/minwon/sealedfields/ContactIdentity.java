package kr.minwon.sealedfields;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Who a phone number belongs to, without the number: {@code <keyId>:<base64url HMAC-SHA256 of the 11 digits>}. A look-up
 * tries {@link #allOf every live key}; a rotation re-indexes.
 */
public final class ContactIdentity {
    private final KeyedHash hash;

    public ContactIdentity(KeyRing keys) {
        this.hash = new KeyedHash(keys);
    }

    /** The identity under the current key; what is stored. */
    public String of(String phone) {
        return of(hash.keys().current(), phone);
    }

    /** The identities under every live key; what is searched for. */
    public List<String> allOf(String phone) {
        return hash.keys().ids().stream().map(keyId -> of(keyId, phone)).toList();
    }

    private String of(String keyId, String phone) {
        byte[] digest = hash.hash(keyId, phone.getBytes(StandardCharsets.US_ASCII));
        return keyId + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
