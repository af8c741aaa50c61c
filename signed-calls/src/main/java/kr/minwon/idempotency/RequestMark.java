package kr.minwon.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * What makes a repeated request recognisable: kept with what the request changed.
 *
 * @param key one-way hash of the idempotency key and its scope
 * @param content digest of what was asked for
 */
public record RequestMark(String key, String content) {
    /**
     * The mark of a request.
     *
     * @param scope what the caller's keys are scoped to
     * @param parts what is asked for, the command first; their lengths count, so that no two requests look alike
     */
    public static RequestMark of(String scope, String key, List<String> parts) {
        StringBuilder content = new StringBuilder();
        parts.forEach(part -> content.append(part.length()).append(':').append(part));
        return new RequestMark(digest(scope + "\n" + key), digest(content.toString()));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
