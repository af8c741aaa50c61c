package kr.minwon.notification.dispatch.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.minwon.notification.dispatch.Receipts.Notice;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/** Reads the receipt in a deliver_sm: its parameters first, then the text of SMPP 3.4, appendix B, in any order of parts. */
final class ReceiptReader {
    private static final Pattern ID = part("id");
    private static final Pattern STATE = part("stat");
    private static final Pattern ERROR = part("err");
    private static final String COUNTRY = "82";

    private final MessageIds ids;
    private final ReceiptErrors errors;
    private final Clock clock;

    ReceiptReader(MessageIds ids, ReceiptErrors errors, Clock clock) {
        this.ids = ids;
        this.errors = errors;
        this.clock = clock;
    }

    private static Pattern part(String name) {
        return Pattern.compile("(?:^|\\s)" + name + ":\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    }

    /** The receipt, or nothing when it ends nothing (on its way, accepted) or does not say of what. */
    Optional<Notice> read(DeliverSm deliver) {
        String text = text(deliver);
        OptionalParameter.Receipted_message_id parameter =
                deliver.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        String id = parameter == null ? find(ID, text) : parameter.getValueAsString();
        MessageState state = state(deliver, text);
        if (id == null || id.isBlank() || state == null) {
            return Optional.empty();
        }
        Reason reason = state == MessageState.FAILED ? reason(find(STATE, text), find(ERROR, text)) : null;
        Receipt receipt = new Receipt(state, clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
        return Optional.of(new Notice(
                SmppProvider.NAME, ids.ofReceipt(id), phone(deliver.getSourceAddr()), reference(deliver), receipt));
    }

    private Reason reason(@Nullable String stat, @Nullable String error) {
        String said = String.valueOf(stat) + (error == null ? "" : " " + error);
        return new Reason(said, errors.of(stat, error).orElse(null));
    }

    private static String text(DeliverSm deliver) {
        byte[] octets = deliver.getShortMessage();
        if (octets == null || octets.length == 0) {
            OptionalParameter.Message_payload payload =
                    deliver.getOptionalParameter(OptionalParameter.Message_payload.class);
            octets = payload == null ? new byte[0] : payload.getValue();
        }
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable MessageState state(DeliverSm deliver, String text) {
        OptionalParameter.Message_state parameter = deliver.getOptionalParameter(OptionalParameter.Message_state.class);
        if (parameter != null) {
            return switch (parameter.getValue()) {
                case 2 -> MessageState.DELIVERED;
                // Expired, deleted, undeliverable, rejected.
                case 3, 4, 5, 8 -> MessageState.FAILED;
                default -> null;
            };
        }
        return switch (String.valueOf(find(STATE, text))) {
            case "DELIVRD" -> MessageState.DELIVERED;
            case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> MessageState.FAILED;
            default -> null;
        };
    }

    private static @Nullable String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    static String phone(@Nullable String address) {
        String digits = address == null ? "" : address.replaceAll("\\D", "");
        return digits.startsWith(COUNTRY) ? "0" + digits.substring(COUNTRY.length()) : digits;
    }

    private static @Nullable Integer reference(DeliverSm deliver) {
        OptionalParameter.User_message_reference parameter =
                deliver.getOptionalParameter(OptionalParameter.User_message_reference.class);
        return parameter == null ? null : Short.toUnsignedInt(parameter.getValue());
    }
}
