package kr.minwon.koreansms;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a Korean carrier takes: strict EUC-KR, which is KS X 1001 with 2,350 syllables (똠, 뷁, 펲 and 믜 are not among
 * them), two bytes a syllable. Of control characters only the line feed is one: what a phone makes of the others nobody
 * knows. Nothing is ever replaced by a question mark.
 */
public final class SmsText {
    /** Most bytes of an SMS. */
    public static final int SMS_BYTES = 90;
    /** Most bytes of an LMS. */
    public static final int LMS_BYTES = 2_000;
    /** Most bytes of an LMS's subject. */
    public static final int SUBJECT_BYTES = 40;

    /** One character as a reader sees it. */
    static final Pattern SEEN = Pattern.compile("\\X");

    private static final Charset EUC_KR = Charset.forName("EUC-KR");

    private SmsText() {}

    /** How a text without a subject would be sent. */
    public static SmsSize measure(String text) {
        return measure(text, null);
    }

    /** How a text would be sent; one with a subject is never an SMS. */
    public static SmsSize measure(String text, @Nullable String subject) {
        return measure(text, subject, 0);
    }

    /**
     * How a text would be sent.
     *
     * @param reservedBytes what the carrier itself puts on and counts against an SMS, such as 10 for {@code [Web발신]} and its line end
     */
    public static SmsSize measure(String text, @Nullable String subject, int reservedBytes) {
        Set<String> unencodable = new LinkedHashSet<>(unencodable(text));
        if (subject != null) {
            unencodable.addAll(unencodable(subject));
        }
        int segments = SegmentRule.INTERNATIONAL.segments(text);
        if (!unencodable.isEmpty()) {
            return new SmsSize(false, List.copyOf(unencodable), null, null, segments);
        }
        int bytes = encode(text).orElseThrow().length;
        int subjectBytes = subject == null ? 0 : encode(subject).orElseThrow().length;
        return new SmsSize(true, List.of(), bytes, type(bytes, reservedBytes, subjectBytes), segments);
    }

    private static SmsSize.Type type(int bytes, int reservedBytes, int subjectBytes) {
        if (bytes > LMS_BYTES || subjectBytes > SUBJECT_BYTES) {
            return SmsSize.Type.TOO_LONG;
        }
        return bytes + reservedBytes <= SMS_BYTES && subjectBytes == 0 ? SmsSize.Type.SMS : SmsSize.Type.LMS;
    }

    /**
     * The text with each syllable in one piece, however it was typed: macOS writes 가 as ᄀ and ᅡ (NFD); and with line
     * feeds for line ends, which browsers and Windows write as CR LF. To be asked of every text that comes from outside,
     * before it is measured or stored. What EUC-KR takes as it is stays.
     */
    public static String composed(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        if (Normalizer.isNormalized(lines, Normalizer.Form.NFC)) {
            return lines;
        }
        CharsetEncoder encoder = strict();
        return SEEN.matcher(lines).replaceAll(seen -> {
            String character = seen.group();
            boolean fits = character.codePoints().allMatch(point -> fits(encoder, point));
            return Matcher.quoteReplacement(fits ? character : Normalizer.normalize(character, Normalizer.Form.NFC));
        });
    }

    /** The text in EUC-KR; empty when a character does not fit. */
    public static Optional<byte[]> encode(String text) {
        return encoded(strict(), text);
    }

    /** The text in UCS-2, surrogate pairs and all; empty when it holds a control character or half a pair. */
    public static Optional<byte[]> encodeWide(String text) {
        return encoded(reporting(StandardCharsets.UTF_16BE), text);
    }

    private static Optional<byte[]> encoded(CharsetEncoder encoder, String text) {
        if (text.chars().anyMatch(SmsText::isControl)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
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
            if (!fits(encoder, point)) {
                found.add(Character.toString(point));
            }
        });
        return List.copyOf(found);
    }

    /** The character, or its number, such as U+0000, where it cannot be seen. */
    public static String name(String character) {
        int point = character.codePointAt(0);
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> "U+%04X".formatted(point);
            default -> character;
        };
    }

    /** The names of characters, with a blank between them. */
    public static String names(List<String> characters) {
        return characters.stream().map(SmsText::name).collect(Collectors.joining(" "));
    }

    /** Of C0, C1 and DEL all but the line feed: nothing to read, and a command to whatever shows or carries it. */
    private static boolean isControl(int point) {
        return point != '\n' && Character.isISOControl(point);
    }

    /** Whether a carrier takes the character; half of a surrogate pair is none, and KS X 1001 knows no pairs. */
    static boolean fits(CharsetEncoder encoder, int point) {
        // As a char: asked of a text, the encoder throws inside for each one that does not fit.
        return Character.isBmpCodePoint(point) && !isControl(point) && encoder.canEncode((char) point);
    }

    static CharsetEncoder strict() {
        return reporting(EUC_KR);
    }

    private static CharsetEncoder reporting(Charset charset) {
        return charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
