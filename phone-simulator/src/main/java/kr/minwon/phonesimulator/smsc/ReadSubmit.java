package kr.minwon.phonesimulator.smsc;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kr.minwon.phonesimulator.message.DecodedText;
import kr.minwon.phonesimulator.message.Encoding;
import kr.minwon.phonesimulator.message.Part;
import kr.minwon.phonesimulator.message.PhoneNumber;
import kr.minwon.phonesimulator.message.UserData;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/**
 * What a submit_sm says, once its encoding, header and optional parameters are understood.
 *
 * @param refusal the command_status that a submit with such content gets; 0 when nothing is wrong
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReadSubmit(
        @Nullable Encoding encoding,
        byte[] octets,
        @Nullable Part part,
        @Nullable DecodedText text,
        @Nullable Integer userMessageReference,
        Map<String, String> tlvs,
        int refusal) {

    private static final int UDH_INDICATOR = 0x40;
    private static final int USER_MESSAGE_REFERENCE = 0x0204;
    private static final int SAR_REFERENCE = 0x020C;
    private static final int SAR_TOTAL = 0x020E;
    private static final int SAR_NUMBER = 0x020F;
    private static final int MESSAGE_PAYLOAD = 0x0424;

    static ReadSubmit of(SubmitSm pdu, Encoding defaultAlphabet) {
        Map<Integer, byte[]> parameters = parameters(pdu);
        byte[] payload = parameters.remove(MESSAGE_PAYLOAD);
        byte[] shortMessage = pdu.getShortMessage() == null ? new byte[0] : pdu.getShortMessage();
        Optional<Encoding> encoding = Encoding.ofDataCoding(pdu.getDataCoding() & 0xFF, defaultAlphabet);
        int refusal = 0;
        if (PhoneNumber.of(pdu.getDestAddress()).isEmpty()) {
            refusal = SMPPConstant.STAT_ESME_RINVDSTADR;
        } else if (encoding.isEmpty()) {
            refusal = SMPPConstant.STAT_ESME_RINVDCS;
        } else if (payload != null && shortMessage.length > 0) {
            refusal = SMPPConstant.STAT_ESME_RTLVNOTALLWD;
        }
        UserData userData = new UserData(payload == null ? shortMessage : payload, segment(parameters));
        if ((pdu.getEsmClass() & UDH_INDICATOR) != 0) {
            try {
                userData = UserData.withHeader(userData.text());
            } catch (IllegalArgumentException e) {
                refusal = SMPPConstant.STAT_ESME_RINVESMCLASS;
            }
        }
        byte[] octets = userData.text();
        return new ReadSubmit(
                encoding.orElse(null),
                octets,
                userData.part(),
                userData.part() == null
                        ? encoding.map(known -> known.decode(octets)).orElse(null)
                        : null,
                number(parameters, USER_MESSAGE_REFERENCE, 2),
                hexadecimal(parameters),
                refusal);
    }

    /** The octets in hexadecimal where a text alone would not tell all. */
    @Nullable
    String body() {
        return text == null || !text.intact() ? HexFormat.of().formatHex(octets) : null;
    }

    private static @Nullable Part segment(Map<Integer, byte[]> parameters) {
        Integer reference = number(parameters, SAR_REFERENCE, 2);
        Integer total = number(parameters, SAR_TOTAL, 1);
        Integer number = number(parameters, SAR_NUMBER, 1);
        if (reference == null || total == null || number == null) {
            return null;
        }
        Part part = new Part(reference, total, number);
        return part.plausible() ? part : null;
    }

    private static Map<Integer, byte[]> parameters(SubmitSm pdu) {
        Map<Integer, byte[]> parameters = new TreeMap<>();
        for (OptionalParameter parameter : pdu.getOptionalParameters()) {
            byte[] tagLengthValue = parameter.serialize();
            byte[] value = new byte[tagLengthValue.length - 4];
            System.arraycopy(tagLengthValue, 4, value, 0, value.length);
            parameters.put(parameter.tag & 0xFFFF, value);
        }
        return parameters;
    }

    private static @Nullable Integer number(Map<Integer, byte[]> parameters, int tag, int length) {
        byte[] value = parameters.get(tag);
        if (value == null || value.length != length) {
            return null;
        }
        return length == 1 ? value[0] & 0xFF : ((value[0] & 0xFF) << 8) | (value[1] & 0xFF);
    }

    private static Map<String, String> hexadecimal(Map<Integer, byte[]> parameters) {
        Map<String, String> written = new TreeMap<>();
        parameters.forEach((tag, value) ->
                written.put("0x%04X".formatted(tag), HexFormat.of().formatHex(value)));
        return written;
    }
}
