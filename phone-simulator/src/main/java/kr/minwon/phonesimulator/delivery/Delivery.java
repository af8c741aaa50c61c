package kr.minwon.phonesimulator.delivery;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something owed to an ESME until it acknowledges it. */
public sealed interface Delivery permits ReceiptDelivery, InboundDelivery {

    /** Its name in the journal of acknowledgements. */
    String id();

    /** Who gets it; null is whichever ESME is bound. */
    @Nullable
    String systemId();

    /** When it is to be sent, in epoch milliseconds. */
    long dueAt();

    /** How often it is sent. */
    int copies();

    /** Completes when it is over, with the command_status of its answer: 0 when it is acknowledged, others refuse it for good. */
    CompletableFuture<Integer> settled();

    /** The PDU; built late, because many may be waiting. */
    DeliverPdu pdu();
}
