package kr.minwon.complaint.complaint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kr.minwon.sealedfields.KeyedHash;

/**
 * Makes the marks by which a repeated request is recognised. The content's digest is keyed, since a bare hash of a text
 * with a phone number in it could be searched; the key itself is hashed, since it opens a look-up code.
 */
public final class RequestMarks {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyedHash hash;

    public RequestMarks(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * The mark of a request.
     *
     * @param scope what the caller's keys are scoped to; empty for a stranger
     */
    public RequestMark of(String scope, String idempotencyKey, ContentDigest content) {
        byte[] scoped = (scope + "\n" + idempotencyKey).getBytes(StandardCharsets.UTF_8);
        String keyId = hash.keys().current();
        return new RequestMark(
                BASE64.encodeToString(ContentDigest.sha256().digest(scoped)),
                keyId + ":" + BASE64.encodeToString(hash.hash(keyId, content.bytes())));
    }
}
