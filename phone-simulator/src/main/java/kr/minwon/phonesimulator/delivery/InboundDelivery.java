package kr.minwon.phonesimulator.delivery;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A message from a phone on its way to an ESME. */
public record InboundDelivery(Inbound inbound, CompletableFuture<Void> settled) implements Delivery {

    /** The delivery of this message. */
    public static InboundDelivery of(Inbound inbound) {
        return new InboundDelivery(inbound, new CompletableFuture<>());
    }

    /** The name that this message has in the journal of acknowledgements. */
    public static String idOf(Inbound inbound) {
        return "inbound/" + inbound.inboundId();
    }

    @Override
    public String id() {
        return idOf(inbound);
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
        byte[] octets = inbound.encoding()
                .encode(inbound.text())
                .orElseThrow(() -> new IllegalStateException("a text that its encoding cannot hold was recorded"));
        byte dataCoding = (byte) inbound.encoding().dataCoding();
        return new DeliverPdu(inbound.from(), inbound.to(), (byte) 0, dataCoding, octets, List.of());
    }
}
