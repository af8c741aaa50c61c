package kr.minwon.phonesimulator.message;

import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One submit_sm, or one text over HTTP, as it was witnessed: a line of {@code submits.jsonl}.
 *
 * @param messageId the id as it was, or would have been, answered
 * @param systemId who submitted
 * @param sequence the PDU's sequence number
 * @param from source_addr as it came
 * @param to destination_addr as it came
 * @param encoding what data_coding means; absent when it means nothing here
 * @param bytes length of the text in octets, without a user data header
 * @param text the text; absent for a piece of a longer message
 * @param body the text's octets in hexadecimal: for a piece, and for what could not be decoded
 * @param part which piece of a longer message this is
 * @param userMessageReference the TLV 0x0204
 * @param tlvs every other optional parameter but message_payload, tag to value, in hexadecimal
 * @param receivedAt epoch milliseconds
 * @param status the command_status of a rejection, such as {@code 0x00000058}
 * @param receipt the receipt that is owed
 * @param reference what an HTTP client calls it, empty when it has no name for it; absent over SMPP
 * @param alimtalk the code of the template that it is as 알림톡; absent for a text
 */
public record Submit(
        String messageId,
        String systemId,
        int sequence,
        String from,
        String to,
        int dataCoding,
        @Nullable Encoding encoding,
        int bytes,
        @Nullable String text,
        @Nullable String body,
        @Nullable Part part,
        int esmClass,
        int registeredDelivery,
        @Nullable Integer userMessageReference,
        Map<String, String> tlvs,
        long receivedAt,
        Outcome outcome,
        @Nullable String status,
        @Nullable Receipt receipt,
        @Nullable String reference,
        @Nullable String alimtalk) {

    /** Whether the phone gets it. */
    public boolean reachesPhone() {
        return outcome != Outcome.REJECTED && encoding != null;
    }

    /** The octets of a piece; empty when this is none. */
    public byte[] pieceOctets() {
        return body == null ? new byte[0] : HexFormat.of().parseHex(body);
    }
}
