package kr.minwon.notification.reply;

import java.util.Arrays;

/**
 * A piece of a text that a phone sent in several.
 *
 * @param from who, 11 digits of a mobile, or whatever the carrier says
 * @param to the office's number, digits
 * @param reference tells the pieces of a text from those of the sender's others, for a while
 * @param total of how many it is one, 2 to 255
 * @param number which of them, from 1
 * @param charset of the octets: a character may be cut between two pieces
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Piece(String from, String to, int reference, int total, int number, String charset, byte[] octets) {
    /** Octets; a short message has fewer. */
    public static final int MOST_OCTETS = 1_000;

    private static final int MOST = 255;

    public Piece {
        if (!isOne(total, number) || octets.length > MOST_OCTETS) {
            throw new IllegalArgumentException("no piece of a text: " + number + " of " + total);
        }
        octets = Arrays.copyOf(octets, octets.length);
    }

    /** Whether a text may come in so many pieces, of which that is one. */
    public static boolean isOne(int total, int number) {
        return total >= 2 && total <= MOST && number >= 1 && number <= total;
    }

    /** Without the number and the text. */
    @Override
    public String toString() {
        return "piece " + number + " of " + total;
    }
}
