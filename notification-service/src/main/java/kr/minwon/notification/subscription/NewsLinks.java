package kr.minwon.notification.subscription;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import kr.minwon.sealedfields.KeyedHash;

/**
 * The link in each text of a mailing by which its recipient stops that topic, or all news: 96 bits of an HMAC over who and
 * what, so that it can be neither guessed nor altered into another's.
 */
public final class NewsLinks {
    private static final int BYTES = 12;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16}");

    private final KeyedHash hash;

    public NewsLinks(KeyedHash hash) {
        this.hash = hash;
    }

    /** What the link holds; kept with the subscriber, so that it outlives a change of keys. */
    String token(String subscriberId, String topicId) {
        byte[] input = ("news-link/" + topicId + "/" + subscriberId).getBytes(StandardCharsets.UTF_8);
        byte[] code = hash.hash(hash.keys().current(), input);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES));
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }
}
