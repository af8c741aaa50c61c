package kr.minwon.phonesimulator.web;

import java.util.List;
import java.util.Map;
import kr.minwon.phonesimulator.fault.Faults;
import kr.minwon.phonesimulator.fault.HttpFault;
import kr.minwon.phonesimulator.message.ReceiptState;

/** The faults in force, as the API tells them; it can be put back as it is. */
record FaultsView(
        int submitDelayMs,
        int throttlePerSecond,
        int rejectEvery,
        int rejectPercent,
        String rejectStatus,
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

    static FaultsView of(Faults faults) {
        return new FaultsView(
                faults.submitDelayMs(),
                faults.throttlePerSecond(),
                faults.rejectEvery(),
                faults.rejectPercent(),
                "0x%02X".formatted(faults.rejectStatus()),
                faults.rejectNumbers(),
                faults.dropAfterAccept(),
                faults.dropAfterAcceptPercent(),
                faults.receiptDelayMs(),
                faults.receiptState(),
                faults.receiptStateByPrefix(),
                faults.receiptTwice(),
                faults.receiptBeforeAnswer(),
                faults.noReceipt(),
                faults.forgetReference(),
                faults.refuseBinds(),
                faults.httpFault(),
                faults.httpFaultPercent(),
                faults.httpFaultBefore(),
                faults.retryAfterSeconds());
    }
}
