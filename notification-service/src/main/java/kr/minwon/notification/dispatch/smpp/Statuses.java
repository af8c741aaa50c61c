package kr.minwon.notification.dispatch.smpp;

import java.util.Locale;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/** What a negative answer to a submit_sm means: the provider did not take it; whether it may later is told by the status. */
final class Statuses {
    private static final int RX_T_APPN = 0x64;
    /** ESME_RX_R_APPN. */
    private static final int REJECTED = 0x66;

    private Statuses() {}

    static Handover meaning(int status) {
        String reason = String.format(Locale.ROOT, "SMPP 0x%08X", status);
        return switch (status) {
            // The account sends too fast, or is not bound as it should be.
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RINVBNDSTS ->
                new Handover.Busy(reason, true);
            // This one not now: full queue, an error of the SMSC's own, a temporary one.
            case SMPPConstant.STAT_ESME_RMSGQFUL,
                    SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RSUBMITFAIL,
                    RX_T_APPN -> new Handover.Busy(reason, false);
            default -> new Handover.Refused(new Reason(reason, cause(status)));
        };
    }

    private static @Nullable Cause cause(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RINVSRCADR -> Cause.SENDER_NOT_REGISTERED;
            case SMPPConstant.STAT_ESME_RINVDSTADR -> Cause.NO_SUCH_NUMBER;
            case SMPPConstant.STAT_ESME_RINVMSGLEN -> Cause.CONTENT_REFUSED;
            case REJECTED -> Cause.REJECTED;
            default -> null;
        };
    }

    /** Whether a status says that the provider itself is not well. */
    static boolean isIllness(int status) {
        return status == SMPPConstant.STAT_ESME_RSYSERR;
    }
}
