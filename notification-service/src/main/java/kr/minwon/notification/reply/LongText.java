package kr.minwon.notification.reply;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a text in pieces.
 *
 * @param since when the first of them came
 * @param latest when the last one did
 * @param given whether it was understood, whole or not; it is remembered for a while, so that a piece that is brought again
 *     begins no other text
 */
public record LongText(
        String to,
        int reference,
        int total,
        Instant since,
        Instant latest,
        boolean given,
        SortedMap<Integer, Part> parts) {
    private static final String GAP = " […] ";

    /** The octets of a piece. */
    @SuppressWarnings("ArrayRecordComponent") // compared by isSame
    public record Part(String charset, byte[] octets) {
        boolean isSame(@Nullable Part other) {
            return other != null && charset.equals(other.charset) && Arrays.equals(octets, other.octets);
        }
    }

    static LongText of(Piece first, Instant at) {
        return new LongText(first.to(), first.reference(), first.total(), at, at, false, new TreeMap<>())
                .plus(first, at);
    }

    boolean isOf(Piece piece) {
        return to.equals(piece.to()) && reference == piece.reference() && total == piece.total();
    }

    boolean has(Piece piece) {
        return part(piece).isSame(parts.get(piece.number()));
    }

    /** Whether a piece can belong to it: none with its number came, or the very same did. */
    boolean takes(Piece piece) {
        return has(piece) || (!given && !parts.containsKey(piece.number()));
    }

    LongText plus(Piece piece, Instant at) {
        SortedMap<Integer, Part> more = new TreeMap<>(parts);
        more.put(piece.number(), part(piece));
        return new LongText(to, reference, total, since, at, given, more);
    }

    LongText asGiven() {
        return new LongText(to, reference, total, since, latest, true, parts);
    }

    boolean isWhole() {
        return parts.size() == total;
    }

    /** When it is given as it is, or forgotten. */
    Instant dueAt(Duration within, Duration kept) {
        return latest.plus(given ? kept : within);
    }

    /** The same for the same text, however often its last piece is brought. */
    InboundText text(String from) {
        String id = "pieces/" + to + "/" + reference + "/" + total + "/" + since.toEpochMilli();
        return new InboundText(InboundText.SMPP, id, from, to, joined(), since, !isWhole());
    }

    /** Octets of one encoding are joined before they are read: a character may lie across a border. */
    private String joined() {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        String charset = "";
        int next = 1;
        for (Map.Entry<Integer, Part> entry : parts.entrySet()) {
            Part part = entry.getValue();
            boolean gap = entry.getKey() != next;
            if (gap || !part.charset().equals(charset)) {
                text.append(read(octets, charset)).append(gap ? GAP : "");
                octets.reset();
                charset = part.charset();
            }
            octets.writeBytes(part.octets());
            next = entry.getKey() + 1;
        }
        text.append(read(octets, charset)).append(next <= total ? GAP : "");
        return text.toString();
    }

    private static String read(ByteArrayOutputStream octets, String charset) {
        return octets.size() == 0 ? "" : octets.toString(Charset.forName(charset));
    }

    private static Part part(Piece piece) {
        return new Part(piece.charset(), piece.octets());
    }

    /** Without the text. */
    @Override
    public String toString() {
        return parts.size() + " of " + total + " pieces";
    }
}
