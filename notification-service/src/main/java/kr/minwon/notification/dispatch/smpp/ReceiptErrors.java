package kr.minwon.notification.dispatch.smpp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code err} of a receipt means. SMPP leaves these codes to the SMSC; those here are what most of them pass on
 * from the network. A carrier's own, such as its spam filter's, are added by {@code minwon.smpp.receipt-errors}.
 */
final class ReceiptErrors {
    private static final Map<Integer, Cause> USUAL = Map.ofEntries(
            Map.entry(1, Cause.NO_SUCH_NUMBER),
            Map.entry(2, Cause.NO_SUCH_NUMBER),
            Map.entry(6, Cause.PHONE_OFF),
            Map.entry(9, Cause.SUSPENDED),
            Map.entry(11, Cause.BARRED),
            Map.entry(12, Cause.PHONE_FAULT),
            Map.entry(13, Cause.BARRED),
            Map.entry(21, Cause.PHONE_FAULT),
            Map.entry(22, Cause.NETWORK_FAULT),
            Map.entry(27, Cause.PHONE_OFF),
            Map.entry(31, Cause.PHONE_BUSY),
            Map.entry(34, Cause.NETWORK_FAULT),
            Map.entry(35, Cause.NETWORK_FAULT),
            Map.entry(36, Cause.NETWORK_FAULT),
            Map.entry(40, Cause.PHONE_FULL),
            Map.entry(41, Cause.PHONE_FAULT),
            Map.entry(42, Cause.PHONE_FAULT),
            Map.entry(45, Cause.PHONE_FAULT),
            Map.entry(48, Cause.PHONE_FAULT),
            Map.entry(49, Cause.PHONE_FULL),
            Map.entry(50, Cause.PHONE_FULL),
            Map.entry(51, Cause.PHONE_FAULT),
            Map.entry(52, Cause.PHONE_FULL),
            Map.entry(55, Cause.PHONE_FAULT),
            Map.entry(60, Cause.NO_SIGNAL),
            Map.entry(61, Cause.PHONE_OFF),
            Map.entry(62, Cause.NO_SIGNAL));

    private final Map<String, Cause> causes = new HashMap<>();

    /** @param own the carrier's codes as it writes them, before the usual ones */
    ReceiptErrors(Map<String, Cause> own) {
        USUAL.forEach((code, cause) -> causes.put(canonical(String.valueOf(code)), cause));
        own.forEach((code, cause) -> causes.put(canonical(code), cause));
    }

    /**
     * What a failure means; nothing for a code that is not in the table, and is then shown as it is.
     *
     * @param state such as {@code UNDELIV}
     * @param error such as {@code 001}
     */
    Optional<Cause> of(@Nullable String state, @Nullable String error) {
        Cause known = error == null ? null : causes.get(canonical(error));
        if (known != null) {
            return Optional.of(known);
        }
        return switch (String.valueOf(state)) {
            case "EXPIRED" -> Optional.of(Cause.EXPIRED);
            case "REJECTD" -> Optional.of(Cause.REJECTED);
            default -> Optional.empty();
        };
    }

    /** Without leading zeros, which some write and some do not. */
    private static String canonical(String code) {
        return code.strip().toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }
}
