package kr.minwon.koreansms;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Korean carrier takes: strict EUC-KR, which is KS X 1001 with 2,350 syllables (똠, 뷁, 펲 and 믜 are not among
 * them), two bytes a syllable. Nothing is ever replaced by a question mark.
 */
public final class SmsText {
    /** Most bytes of an SMS. */
    public static final int SMS_BYTES = 90;
    /** Most bytes of an LMS. */
    public static final int LMS_BYTES = 2_000;
    /** Most bytes of an LMS's subject. */
    public static final int SUBJECT_BYTES = 40;

    private static final Charset EUC_KR = Charset.forName("EUC-KR");
    private static final String GSM_BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_EXTENDED = "^{}\\[~]|€";

    /** For texts that nobody can edit: what stands for a character that EUC-KR lacks. Reviewed, one by one. */
    private static final Map<Integer, String> REPLACEMENTS = Map.ofEntries(
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x2022, "·"),
            Map.entry(0x30FB, "·"),
            Map.entry(0x00A0, " "),
            Map.entry(0x2003, " "),
            Map.entry(0x2009, " "),
            Map.entry(0x202F, " "),
            Map.entry(0x200B, ""),
            Map.entry(0xFEFF, ""),
            Map.entry(0x00A9, "(c)"),
            Map.entry(0x2122, "(TM)"),
            Map.entry(0x201A, ","),
            Map.entry(0x201E, "\""),
            Map.entry(0x00AB, "《"),
            Map.entry(0x00BB, "》"),
            Map.entry(0x2039, "〈"),
            Map.entry(0x203A, "〉"));

    private SmsText() {}

    /** How a text without a subject would be sent. */
    public static SmsSize measure(String text) {
        return measure(text, null);
    }

    /** How a text would be sent; one with a subject is never an SMS. */
    public static SmsSize measure(String text, @Nullable String subject) {
        Set<String> unencodable = new LinkedHashSet<>(unencodable(text));
        if (subject != null) {
            unencodable.addAll(unencodable(subject));
        }
        int segments = segments(text);
        if (!unencodable.isEmpty()) {
            return new SmsSize(false, List.copyOf(unencodable), null, null, segments);
        }
        int bytes = encode(text).orElseThrow().length;
        boolean hasSubject = subject != null && !subject.isEmpty();
        int subjectBytes = subject == null ? 0 : encode(subject).orElseThrow().length;
        SmsSize.Type type;
        if (bytes > LMS_BYTES || subjectBytes > SUBJECT_BYTES) {
            type = SmsSize.Type.TOO_LONG;
        } else {
            type = bytes <= SMS_BYTES && !hasSubject ? SmsSize.Type.SMS : SmsSize.Type.LMS;
        }
        return new SmsSize(true, List.of(), bytes, type, segments);
    }

    /** The text in EUC-KR; empty when a character does not fit. */
    public static Optional<byte[]> encode(String text) {
        try {
            ByteBuffer bytes = strict().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return Optional.of(encoded);
        } catch (CharacterCodingException doesNotFit) {
            return Optional.empty();
        }
    }

    /** The distinct characters that EUC-KR does not take, in order of appearance; a lone surrogate counts as one. */
    public static List<String> unencodable(String text) {
        CharsetEncoder encoder = strict();
        Set<String> found = new LinkedHashSet<>();
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (isSurrogate(point) || !encoder.canEncode(character)) {
                found.add(character);
            }
        });
        return List.copyOf(found);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static CharsetEncoder strict() {
        return EUC_KR.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The text with reviewed replacements for what EUC-KR lacks; what has none stays as it is. */
    public static String withReplacements(String text) {
        CharsetEncoder encoder = strict();
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            boolean fits = !isSurrogate(point) && encoder.canEncode(character);
            replaced.append(fits ? character : REPLACEMENTS.getOrDefault(point, character));
        });
        return replaced.toString();
    }

    /** Short messages the text takes by the international rules. */
    public static int segments(String text) {
        int septets = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (GSM_EXTENDED.indexOf(c) >= 0) {
                septets += 2;
            } else if (GSM_BASIC.indexOf(c) >= 0) {
                septets += 1;
            } else {
                return parts(text.length(), 70, 67);
            }
        }
        return parts(septets, 160, 153);
    }

    private static int parts(int length, int alone, int joined) {
        return length <= alone ? 1 : (length + joined - 1) / joined;
    }

    /**
     * The longest beginning that fits, ended with "…": never within a syllable, a number or a link. The whole text when
     * it fits.
     *
     * @param mostBytes EUC-KR bytes, at least 2
     */
    public static String shorten(String text, int mostBytes) {
        if (encode(text).map(bytes -> bytes.length <= mostBytes).orElse(false)) {
            return text;
        }
        List<String> kept = new ArrayList<>();
        int bytes = 2;
        for (String token : tokens(text)) {
            int length = encode(token).map(encoded -> encoded.length).orElse(mostBytes);
            if (bytes + length > mostBytes) {
                break;
            }
            kept.add(token);
            bytes += length;
        }
        return String.join("", kept).stripTrailing() + "…";
    }

    /** Links and numbers (with their separators) whole, everything else by character. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        java.util.regex.Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static final java.util.regex.Pattern TOKEN =
            java.util.regex.Pattern.compile("https?://\\S+|[0-9][0-9,.:/\\-]*|.", java.util.regex.Pattern.DOTALL);
}
