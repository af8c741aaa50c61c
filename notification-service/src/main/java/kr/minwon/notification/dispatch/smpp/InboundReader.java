package kr.minwon.notification.dispatch.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import kr.minwon.notification.reply.InboundText;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text in a deliver_sm: UCS-2 for data_coding 8, Korean for any other, of which ASCII is a part. Of a text in
 * pieces each is read by itself, without its header.
 */
final class InboundReader {
    /** EUC-KR and the syllables that it lacks: what phones send is read, also where it is not what we would send. */
    private static final Charset KOREAN = Charset.forName("x-windows-949");

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,20}");
    private static final int UCS_2 = 8;
    private static final int WITH_HEADER = 0x40;

    private InboundReader() {}

    static InboundText read(DeliverSm deliver) {
        byte[] octets = octets(deliver);
        Charset charset = (deliver.getDataCoding() & 0xFF) == UCS_2 ? StandardCharsets.UTF_16BE : KOREAN;
        return new InboundText(
                number(deliver.getSourceAddr()), number(deliver.getDestAddress()), new String(octets, charset));
    }

    private static byte[] octets(DeliverSm deliver) {
        byte[] octets = deliver.getShortMessage();
        if (octets == null || octets.length == 0) {
            OptionalParameter.Message_payload payload =
                    deliver.getOptionalParameter(OptionalParameter.Message_payload.class);
            octets = payload == null ? new byte[0] : payload.getValue();
        }
        int from = 0;
        if ((deliver.getEsmClass() & WITH_HEADER) != 0 && octets.length > 0) {
            from = Math.min(octets.length, 1 + (octets[0] & 0xFF));
        }
        return Arrays.copyOfRange(octets, from, octets.length);
    }

    /** As it is dialled here; empty for a name, in which digits say nothing of who it is. */
    private static String number(@Nullable String address) {
        return address != null && NUMBER.matcher(address).matches() ? ReceiptReader.phone(address) : "";
    }
}
