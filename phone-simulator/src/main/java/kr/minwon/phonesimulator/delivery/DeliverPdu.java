package kr.minwon.phonesimulator.delivery;

import java.util.List;

/**
 * The fields of a deliver_sm that differ from one to the next.
 *
 * @param octets the text; longer than a short message may be, it goes as message_payload
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeliverPdu(String from, String to, byte esmClass, byte dataCoding, byte[] octets, List<Tlv> tlvs) {

    /** An optional parameter. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Tlv(int tag, byte[] value) {}
}
