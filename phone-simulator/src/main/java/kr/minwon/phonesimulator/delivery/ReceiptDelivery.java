package kr.minwon.phonesimulator.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kr.minwon.phonesimulator.message.Receipt;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.message.Submit;
import org.jspecify.annotations.Nullable;

/**
 * The delivery receipt of one submit, in the format of SMPP 3.4, appendix B.
 *
 * @param from the phone that reports: the submit's destination
 * @param to the submit's source
 * @param reference what an HTTP client calls it
 */
public record ReceiptDelivery(
        Receipt receipt,
        String systemId,
        String from,
        String to,
        long submittedAt,
        String textStart,
        @Nullable Integer userMessageReference,
        @Nullable String reference,
        CompletableFuture<Integer> settled)
        implements Delivery {

    private static final byte SMSC_DELIVERY_RECEIPT = 0x04;
    private static final int RECEIPTED_MESSAGE_ID = 0x001E;
    private static final int MESSAGE_STATE = 0x0427;
    private static final int USER_MESSAGE_REFERENCE = 0x0204;
    private static final int TEXT_LENGTH = 20;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneId.of("Asia/Seoul"));

    /** The delivery of a receipt that this submit is owed. */
    public static ReceiptDelivery of(Submit submit, Receipt receipt) {
        return new ReceiptDelivery(
                receipt,
                submit.systemId(),
                submit.to(),
                submit.from(),
                submit.receivedAt(),
                textStart(submit.text()),
                submit.userMessageReference(),
                submit.reference(),
                new CompletableFuture<>());
    }

    /** The name that the receipt of this submit has in the journal of acknowledgements. */
    public static String idOf(Receipt receipt) {
        return "receipt/" + receipt.messageId();
    }

    @Override
    public String id() {
        return idOf(receipt);
    }

    @Override
    public long dueAt() {
        return receipt.dueAt();
    }

    @Override
    public int copies() {
        return receipt.copies();
    }

    @Override
    public DeliverPdu pdu() {
        List<DeliverPdu.Tlv> tlvs = new ArrayList<>();
        tlvs.add(new DeliverPdu.Tlv(
                RECEIPTED_MESSAGE_ID, (receipt.messageId() + '\0').getBytes(StandardCharsets.US_ASCII)));
        tlvs.add(new DeliverPdu.Tlv(MESSAGE_STATE, new byte[] {receipt.state().messageState()}));
        if (userMessageReference != null) {
            byte[] reference = ByteBuffer.allocate(2)
                    .putShort(userMessageReference.shortValue())
                    .array();
            tlvs.add(new DeliverPdu.Tlv(USER_MESSAGE_REFERENCE, reference));
        }
        return new DeliverPdu(
                from, to, SMSC_DELIVERY_RECEIPT, (byte) 0, text().getBytes(StandardCharsets.US_ASCII), tlvs);
    }

    private String text() {
        Instant done = Instant.ofEpochMilli(Math.max(submittedAt, receipt.dueAt()));
        return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:%s"
                .formatted(
                        receipt.messageId(),
                        receipt.state() == ReceiptState.DELIVRD ? "001" : "000",
                        MINUTES.format(Instant.ofEpochMilli(submittedAt)),
                        MINUTES.format(done),
                        receipt.state(),
                        receipt.state().error(),
                        textStart);
    }

    private static String textStart(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String start = text.substring(0, Math.min(TEXT_LENGTH, text.length()));
        // a receipt goes in the default alphabet, where this part of ASCII means itself
        return start.matches("[A-Za-z0-9 .,:;!?-]*") ? start : "";
    }
}
