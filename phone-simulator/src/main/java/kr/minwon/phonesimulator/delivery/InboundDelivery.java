package kr.minwon.phonesimulator.delivery;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A message from a phone on its way to an ESME, or a piece of one.
 *
 * @param number of the piece, from 1; 0 for the whole
 */
public record InboundDelivery(Inbound inbound, int number, CompletableFuture<Integer> settled) implements Delivery {

    /** All that this message is delivered by. */
    public static List<InboundDelivery> of(Inbound inbound) {
        int pieces =
                inbound.pieces() == null ? 1 : InPieces.cut(octets(inbound)).size();
        return pieces == 1
                ? List.of(new InboundDelivery(inbound, 0, new CompletableFuture<>()))
                : IntStream.rangeClosed(1, pieces)
                        .mapToObj(number -> new InboundDelivery(inbound, number, new CompletableFuture<>()))
                        .toList();
    }

    /** The name that it has in the journal of acknowledgements. */
    @Override
    public String id() {
        return "inbound/" + inbound.inboundId() + (number == 0 ? "" : "/" + number);
    }

    @Override
    public @Nullable String systemId() {
        return inbound.systemId();
    }

    @Override
    public long dueAt() {
        return inbound.sentAt();
    }

    @Override
    public int copies() {
        return 1;
    }

    @Override
    public DeliverPdu pdu() {
        byte[] octets = octets(inbound);
        byte dataCoding = (byte) inbound.encoding().dataCoding();
        InPieces how = inbound.pieces();
        if (how == null || number == 0) {
            return new DeliverPdu(inbound.from(), inbound.to(), (byte) 0, dataCoding, octets, List.of());
        }
        List<byte[]> pieces = InPieces.cut(octets);
        int reference = Long.hashCode(Long.parseLong(inbound.inboundId())) & 0xFFFF;
        return how.pdu(inbound, dataCoding, reference, pieces.size(), number, pieces.get(number - 1));
    }

    private static byte[] octets(Inbound inbound) {
        return inbound.encoding()
                .encode(inbound.text())
                .orElseThrow(() -> new IllegalStateException("a text that its encoding cannot hold was recorded"));
    }
}
