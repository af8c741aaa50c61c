package kr.minwon.phonesimulator.delivery;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a long message from a phone is cut in pieces, and each says which it is. */
public enum InPieces {
    /** In a user data header, with a reference of 8 bits (3GPP TS 23.040, 9.2.3.24.1). */
    UDH8,
    /** In a user data header, with a reference of 16 bits (9.2.3.24.8). */
    UDH16,
    /** In the sar_ parameters (SMPP 3.4, 5.3.2.22). */
    SAR;

    /** What a short message holds beside a header; a character of two octets may be cut at its end. */
    private static final int OCTETS = 133;

    private static final byte WITH_HEADER = 0x40;
    private static final int SAR_MSG_REF_NUM = 0x020C;
    private static final int SAR_TOTAL_SEGMENTS = 0x020E;
    private static final int SAR_SEGMENT_SEQNUM = 0x020F;

    /** The way of that name, in any case. */
    public static Optional<InPieces> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static List<byte[]> cut(byte[] octets) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < octets.length; from += OCTETS) {
            pieces.add(Arrays.copyOfRange(octets, from, Math.min(octets.length, from + OCTETS)));
        }
        return pieces;
    }

    /**
     * A piece as it goes out.
     *
     * @param reference of which as many bits are sent as there are
     * @param number from 1
     */
    DeliverPdu pdu(Inbound inbound, byte dataCoding, int reference, int total, int number, byte[] octets) {
        return switch (this) {
            case UDH8 -> headed(inbound, dataCoding, octets, 5, 0x00, 3, reference, total, number);
            case UDH16 -> headed(inbound, dataCoding, octets, 6, 0x08, 4, reference >> 8, reference, total, number);
            case SAR ->
                new DeliverPdu(
                        inbound.from(),
                        inbound.to(),
                        (byte) 0,
                        dataCoding,
                        octets,
                        List.of(
                                tlv(SAR_MSG_REF_NUM, reference >> 8, reference),
                                tlv(SAR_TOTAL_SEGMENTS, total),
                                tlv(SAR_SEGMENT_SEQNUM, number)));
        };
    }

    private static DeliverPdu headed(Inbound inbound, byte dataCoding, byte[] octets, int... header) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(header));
        all.writeBytes(octets);
        return new DeliverPdu(inbound.from(), inbound.to(), WITH_HEADER, dataCoding, all.toByteArray(), List.of());
    }

    private static DeliverPdu.Tlv tlv(int tag, int... value) {
        return new DeliverPdu.Tlv(tag, bytes(value));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            bytes[n] = (byte) values[n];
        }
        return bytes;
    }
}
