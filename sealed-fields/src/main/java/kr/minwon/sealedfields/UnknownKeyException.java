package kr.minwon.sealedfields;

/** Something was sealed under a key that the ring no longer (or not yet) holds. */
public final class UnknownKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownKeyException(String keyId) {
        super("no key '" + keyId + "' in the key file: put its line back, or finish the rotation on every instance");
    }
}
