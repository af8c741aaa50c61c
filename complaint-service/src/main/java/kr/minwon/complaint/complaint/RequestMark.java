package kr.minwon.complaint.complaint;

/**
 * What makes a repeated request recognisable: kept with what the request did.
 *
 * @param key one-way hash of the idempotency key and its scope
 * @param digest keyed digest of the content, {@code <keyId>:<base64url>}
 */
public record RequestMark(String key, String digest) {
    /** How a later request compares with the marked one. */
    public enum Comparison {
        /** Another key: not a repeat. */
        OTHER_REQUEST,
        /** The same request again. */
        REPEAT,
        /** The same key for other content: a client's mistake. */
        REUSED_KEY
    }

    /** Compares a later request with this one. */
    public Comparison compare(RequestMark later) {
        if (!key.equals(later.key)) {
            return Comparison.OTHER_REQUEST;
        }
        // Digests under two keys cannot be compared; the key was rotated in between, and the request's own key decides.
        boolean comparable = digestKey().equals(later.digestKey());
        return !comparable || digest.equals(later.digest) ? Comparison.REPEAT : Comparison.REUSED_KEY;
    }

    private String digestKey() {
        return digest.substring(0, digest.indexOf(':') + 1);
    }
}
