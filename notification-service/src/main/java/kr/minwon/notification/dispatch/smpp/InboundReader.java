package kr.minwon.notification.dispatch.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.notification.reply.InboundText;
import kr.minwon.notification.reply.Piece;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text in a deliver_sm: UCS-2 for data_coding 8, Korean for any other, of which ASCII is a part; or the piece of
 * one, which its header says (3GPP TS 23.040, 9.2.3.24) or its sar_ parameters (SMPP 3.4, 5.3.2.22).
 */
final class InboundReader {
    /** EUC-KR and the syllables that it lacks: what phones send is read, also where it is not what we would send. */
    private static final Charset KOREAN = Charset.forName("x-windows-949");

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,20}");
    private static final int UCS_2 = 8;
    private static final int WITH_HEADER = 0x40;
    private static final int CONCATENATED_8_BIT = 0x00;
    private static final int CONCATENATED_16_BIT = 0x08;

    private InboundReader() {}

    static InboundText read(DeliverSm deliver) {
        return new InboundText(
                number(deliver.getSourceAddr()),
                number(deliver.getDestAddress()),
                new String(withoutHeader(deliver), charset(deliver)));
    }

    /** The piece of a longer text; empty when it is a text for itself. */
    static Optional<Piece> piece(DeliverSm deliver) {
        return (hasHeader(deliver) ? inHeader(octets(deliver)) : Optional.<Place>empty())
                .or(() -> inParameters(deliver))
                .filter(place -> Piece.isOne(place.total(), place.number()))
                .flatMap(place -> {
                    byte[] octets = withoutHeader(deliver);
                    return octets.length > Piece.MOST_OCTETS
                            ? Optional.empty()
                            : Optional.of(new Piece(
                                    number(deliver.getSourceAddr()),
                                    number(deliver.getDestAddress()),
                                    place.reference(),
                                    place.total(),
                                    place.number(),
                                    charset(deliver).name(),
                                    octets));
                });
    }

    /** Where in which text a piece belongs. */
    private record Place(int reference, int total, int number) {}

    private static Optional<Place> inHeader(byte[] octets) {
        int end = octets.length == 0 ? 0 : Math.min(octets.length, 1 + (octets[0] & 0xFF));
        for (int at = 1; at + 2 <= end; at += 2 + (octets[at + 1] & 0xFF)) {
            int identifier = octets[at] & 0xFF;
            int length = octets[at + 1] & 0xFF;
            int value = at + 2;
            if (value + length > end) {
                return Optional.empty();
            }
            if (identifier == CONCATENATED_8_BIT && length == 3) {
                return Optional.of(new Place(octets[value] & 0xFF, octets[value + 1] & 0xFF, octets[value + 2] & 0xFF));
            }
            if (identifier == CONCATENATED_16_BIT && length == 4) {
                int reference = (octets[value] & 0xFF) << 8 | (octets[value + 1] & 0xFF);
                return Optional.of(new Place(reference, octets[value + 2] & 0xFF, octets[value + 3] & 0xFF));
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> inParameters(DeliverSm deliver) {
        OptionalParameter.Sar_msg_ref_num reference =
                deliver.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        OptionalParameter.Sar_total_segments total =
                deliver.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        OptionalParameter.Sar_segment_seqnum number =
                deliver.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        return reference == null || total == null || number == null
                ? Optional.empty()
                : Optional.of(new Place(
                        Short.toUnsignedInt(reference.getValue()),
                        Byte.toUnsignedInt(total.getValue()),
                        Byte.toUnsignedInt(number.getValue())));
    }

    private static Charset charset(DeliverSm deliver) {
        return (deliver.getDataCoding() & 0xFF) == UCS_2 ? StandardCharsets.UTF_16BE : KOREAN;
    }

    private static boolean hasHeader(DeliverSm deliver) {
        return (deliver.getEsmClass() & WITH_HEADER) != 0;
    }

    private static byte[] octets(DeliverSm deliver) {
        byte[] octets = deliver.getShortMessage();
        if (octets == null || octets.length == 0) {
            OptionalParameter.Message_payload payload =
                    deliver.getOptionalParameter(OptionalParameter.Message_payload.class);
            octets = payload == null ? new byte[0] : payload.getValue();
        }
        return octets;
    }

    private static byte[] withoutHeader(DeliverSm deliver) {
        byte[] octets = octets(deliver);
        int from = hasHeader(deliver) && octets.length > 0 ? Math.min(octets.length, 1 + (octets[0] & 0xFF)) : 0;
        return Arrays.copyOfRange(octets, from, octets.length);
    }

    /** As it is dialled here; empty for a name, in which digits say nothing of who it is. */
    private static String number(@Nullable String address) {
        return address != null && NUMBER.matcher(address).matches() ? ReceiptReader.phone(address) : "";
    }
}
