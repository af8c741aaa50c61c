package kr.minwon.gateway.pages;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Keys by which a service tells a form that was sent twice from two forms. */
public final class RequestKeys {
    /** 192 random bits: a stranger's key must be unguessable. */
    private static final int BYTES = 24;

    private static final String SHAPE = "[A-Za-z0-9_-]{32}";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestKeys() {}

    /** A new key. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key that a form brought back, or a new one when it is none of ours. */
    public static String orNext(@Nullable String key) {
        return key != null && key.matches(SHAPE) ? key : next();
    }
}
