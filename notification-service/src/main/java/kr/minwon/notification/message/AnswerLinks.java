package kr.minwon.notification.message;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where a resident answers: the public address of a token, which comes sealed. */
public final class AnswerLinks {
    private static final int MOST_BASE = 100;
    private static final int MOST_TOKEN = 96;
    private static final String PATH = "/s/";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1," + MOST_TOKEN + "}");
    /** That of an answer, and that which stops a mailing ({@code /o/}); neither is anybody else's to use. */
    private static final Pattern PERSONAL = Pattern.compile("(" + PATH + ")[A-Za-z0-9_-]+|(/o/)[A-Za-z0-9_-]{16}");
    /** As complaint-service makes them: receipt number, action, which one, 16 characters. */
    private static final String SAMPLE = "000000000000s1-" + "0".repeat(16);

    /** Longest link; it is never cut. */
    static final int MOST_CHARACTERS = MOST_BASE + PATH.length() + MOST_TOKEN;

    private final String base;
    private final UnaryOperator<String> open;

    /**
     * @param publicUrl where residents reach the office, such as {@code https://minwon.seogu.example}
     * @param open opens a sealed token
     * @throws IllegalArgumentException for what is no http address, or too long for a text
     */
    public AnswerLinks(String publicUrl, UnaryOperator<String> open) {
        String url = publicUrl.strip().replaceAll("/+$", "");
        if (url.length() > MOST_BASE || !isPlain(URI.create(url))) {
            throw new IllegalArgumentException("minwon.public-url must be an http or https address of at most "
                    + MOST_BASE + " characters, without query and fragment");
        }
        this.base = url;
        this.open = open;
    }

    private static boolean isPlain(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null
                && url.toString().chars().allMatch(c -> c < 0x80);
    }

    /** @throws IllegalArgumentException when the token was altered, sealed for something else, or is none */
    String of(String sealed) {
        String token = open.apply(sealed);
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("no token of a link");
        }
        return base + PATH + token;
    }

    /** A link as long as a real one, which opens nothing. */
    String sample() {
        return base + PATH + SAMPLE;
    }

    /** Any text without the tokens of its links: only who got it may answer by it, or stop such texts. */
    public static String masked(String text) {
        return PERSONAL.matcher(text).replaceAll("$1$2…");
    }
}
