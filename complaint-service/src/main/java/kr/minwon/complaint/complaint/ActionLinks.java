package kr.minwon.complaint.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyedHash;

/**
 * Links in texts, each for one answer of the resident and nothing else: receipt number, action, number of the request and
 * 96 bits of HMAC-SHA256 over them and the complaint's id. What the case has become since decides whether it still works.
 */
public final class ActionLinks {
    /** Authenticated with the sealed token; notification opens it by the same word. */
    public static final String FIELD = "link";

    private static final Pattern TOKEN = Pattern.compile("([0-9]{12})([scd])([1-9][0-9]?)-([A-Za-z0-9_-]{16})");
    private static final int MAC_BYTES = 12;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyedHash hash;
    private final FieldSealer sealer;

    public ActionLinks(KeyedHash hash, FieldSealer sealer) {
        this.hash = hash;
        this.sealer = sealer;
    }

    /** What the resident is asked for. */
    public enum Action {
        SUPPLEMENT('s'),
        CONSENT('c'),
        /** What was filed by a text lacks: place, photos, whatever else. */
        DETAILS('d');

        private final char letter;

        Action(char letter) {
            this.letter = letter;
        }
    }

    /** A token that has the form of one; whether it is genuine only its complaint can say. */
    public record Token(ReceiptNumber receiptNumber, Action action, int number, String mac) {}

    /** The token of a request, sealed for events. */
    public String sealed(Complaint complaint, Action action, int number) {
        return sealer.seal(FIELD, token(complaint, action, number));
    }

    /** Reads a token; empty for what has not even its form. */
    public static Optional<Token> read(String text) {
        Matcher matcher = TOKEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        char letter = matcher.group(2).charAt(0);
        Action action = Arrays.stream(Action.values())
                .filter(one -> one.letter == letter)
                .findFirst()
                .orElseThrow();
        int number = Integer.parseInt(matcher.group(3));
        return ReceiptNumber.parse(matcher.group(1))
                .map(receiptNumber -> new Token(receiptNumber, action, number, matcher.group(4)));
    }

    /** Whether the token was made for that complaint. */
    public boolean isGenuine(Token token, Complaint complaint) {
        return MessageDigest.isEqual(
                mac(complaint, token.action(), token.number()).getBytes(StandardCharsets.US_ASCII),
                token.mac().getBytes(StandardCharsets.US_ASCII));
    }

    String token(Complaint complaint, Action action, int number) {
        String digits = complaint.filing().receiptNumber().value().replace("-", "");
        return digits + action.letter + number + "-" + mac(complaint, action, number);
    }

    private String mac(Complaint complaint, Action action, int number) {
        String what = "link/" + complaint.id().value() + "/" + action.letter + number;
        byte[] all = hash.hash(complaint.filing().lookupKeyId(), what.getBytes(StandardCharsets.US_ASCII));
        return BASE64.encodeToString(Arrays.copyOf(all, MAC_BYTES));
    }
}
