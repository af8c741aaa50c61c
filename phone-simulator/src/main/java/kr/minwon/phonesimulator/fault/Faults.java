package kr.minwon.phonesimulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.phonesimulator.message.ReceiptState;

/**
 * What the SMSC is to do wrong. Zero, false and empty mean: behave.
 *
 * @param submitDelayMs how late an accepted submit is answered
 * @param throttlePerSecond submits a second above which ESME_RTHROTTLED (0x58) is answered
 * @param rejectEvery every n-th submit is rejected
 * @param rejectPercent this share of submits, by chance, is rejected
 * @param rejectStatus the command_status of those rejections and of {@code rejectNumbers}
 * @param rejectNumbers destinations always rejected, digits only
 * @param dropAfterAccept every submit is recorded and reaches its phone, but is never answered
 * @param dropAfterAcceptPercent the same for this share of submits, by chance
 * @param receiptDelayMs how late a receipt is due
 * @param receiptState what receipts report
 * @param receiptStateByPrefix the same for destinations that begin with these digits; the longest wins
 * @param receiptTwice each receipt is sent twice
 * @param receiptBeforeAnswer the receipt is sent before the submit is answered
 * @param noReceipt no receipt is sent although it was asked for
 * @param forgetReference user_message_reference is not kept, so receipts do not repeat it
 * @param refuseBinds binds are refused with ESME_RBINDFAIL (0x0D)
 * @param httpFault how a text over HTTP is answered instead of as documented
 * @param httpFaultPercent the share of them, by chance
 * @param httpFaultBefore whether such a text is not taken; else it is recorded and reaches its phone
 * @param retryAfterSeconds what a 429 or 503 asks for; 0 asks for nothing, and of a 503 for one
 */
public record Faults(
        int submitDelayMs,
        int throttlePerSecond,
        int rejectEvery,
        int rejectPercent,
        int rejectStatus,
        List<String> rejectNumbers,
        boolean dropAfterAccept,
        int dropAfterAcceptPercent,
        int receiptDelayMs,
        ReceiptState receiptState,
        Map<String, ReceiptState> receiptStateByPrefix,
        boolean receiptTwice,
        boolean receiptBeforeAnswer,
        boolean noReceipt,
        boolean forgetReference,
        boolean refuseBinds,
        HttpFault httpFault,
        int httpFaultPercent,
        boolean httpFaultBefore,
        int retryAfterSeconds) {

    /** ESME_RINVDSTADR. */
    public static final int INVALID_DESTINATION = 0x0B;

    private static final int ALL = 100;

    /** No faults at all. */
    public static final Faults NONE = new Faults(
            0,
            0,
            0,
            0,
            INVALID_DESTINATION,
            List.of(),
            false,
            0,
            0,
            ReceiptState.DELIVRD,
            Map.of(),
            false,
            false,
            false,
            false,
            false,
            HttpFault.NONE,
            ALL,
            false,
            0);

    private static final int TEN_MINUTES = 600_000;
    private static final int A_DAY = 86_400_000;
    private static final int MOST_ENTRIES = 1_000;

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException naming each value that cannot be
     */
    public Faults {
        List<String> wrong = new ArrayList<>();
        within(wrong, "submitDelayMs", submitDelayMs, TEN_MINUTES);
        within(wrong, "throttlePerSecond", throttlePerSecond, 1_000_000);
        within(wrong, "rejectEvery", rejectEvery, 1_000_000);
        within(wrong, "rejectPercent", rejectPercent, 100);
        within(wrong, "dropAfterAcceptPercent", dropAfterAcceptPercent, 100);
        within(wrong, "receiptDelayMs", receiptDelayMs, A_DAY);
        within(wrong, "httpFaultPercent", httpFaultPercent, ALL);
        within(wrong, "retryAfterSeconds", retryAfterSeconds, 86_400);
        if (rejectStatus == 0) {
            wrong.add("rejectStatus must not be 0, which means success");
        }
        within(wrong, "the count of rejectNumbers", rejectNumbers.size(), MOST_ENTRIES);
        within(wrong, "the count of receiptStateByPrefix", receiptStateByPrefix.size(), MOST_ENTRIES);
        if (!rejectNumbers.stream().allMatch(number -> number.matches("\\d{3,20}"))) {
            wrong.add("rejectNumbers must be telephone numbers");
        }
        if (!receiptStateByPrefix.keySet().stream().allMatch(prefix -> prefix.matches("\\d{1,20}"))) {
            wrong.add("receiptStateByPrefix must have digits as its keys");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        rejectNumbers = List.copyOf(rejectNumbers);
        receiptStateByPrefix = Map.copyOf(receiptStateByPrefix);
    }

    /** What a receipt for this destination reports. */
    public ReceiptState receiptStateFor(String destination) {
        for (int length = destination.length(); length > 0 && !receiptStateByPrefix.isEmpty(); length--) {
            ReceiptState state = receiptStateByPrefix.get(destination.substring(0, length));
            if (state != null) {
                return state;
            }
        }
        return receiptState;
    }

    private static void within(List<String> wrong, String name, int value, int most) {
        if (value < 0 || value > most) {
            wrong.add("%s must be 0 to %d".formatted(name, most));
        }
    }
}
