package kr.minwon.phonesimulator.message;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a short message, with its user data header (3GPP TS 23.040) taken off.
 *
 * @param text the octets that are text
 * @param part set when the header says that this is a piece of a longer message
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UserData(byte[] text, @Nullable Part part) {

    private static final int CONCATENATED_8_BIT = 0x00;
    private static final int CONCATENATED_16_BIT = 0x08;

    /**
     * Reads octets that begin with a header.
     *
     * @throws IllegalArgumentException when the header is longer than what came
     */
    public static UserData withHeader(byte[] octets) {
        int end = octets.length == 0 ? Integer.MAX_VALUE : 1 + (octets[0] & 0xFF);
        if (end > octets.length) {
            throw new IllegalArgumentException("user data header is cut short");
        }
        Part part = null;
        for (int at = 1; at + 2 <= end; ) {
            int identifier = octets[at] & 0xFF;
            int length = octets[at + 1] & 0xFF;
            int value = at + 2;
            if (value + length > end) {
                throw new IllegalArgumentException("an element of the user data header is cut short");
            }
            if (identifier == CONCATENATED_8_BIT && length == 3) {
                part = new Part(octet(octets, value), octet(octets, value + 1), octet(octets, value + 2));
            } else if (identifier == CONCATENATED_16_BIT && length == 4) {
                int reference = octet(octets, value) << 8 | octet(octets, value + 1);
                part = new Part(reference, octet(octets, value + 2), octet(octets, value + 3));
            }
            at = value + length;
        }
        return new UserData(
                Arrays.copyOfRange(octets, end, octets.length), part != null && part.plausible() ? part : null);
    }

    private static int octet(byte[] octets, int at) {
        return octets[at] & 0xFF;
    }
}
