package kr.minwon.notification.dispatch.smpp;

import java.time.Duration;
import java.util.Locale;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.guard.Guard.Health;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;
import org.jsmpp.SMPPConstant;

/**
 * What a negative answer to a submit_sm means: the provider did not take it; whether it may later, or another provider, is
 * told by the status. Only what is about this text or this phone is for good. Whatever else there is (of the account, the
 * sender, our settings, the carrier's own codes, which often say that the credit is spent) would be so of each text.
 */
final class Statuses {
    private static final int RX_T_APPN = 0x64;
    /** ESME_RX_R_APPN. */
    private static final int REJECTED = 0x66;
    /** What is wrong is hardly mended at once; meanwhile one text is not to be tried over and over. */
    private static final Duration UNEXPLAINED = Duration.ofMinutes(1);

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
            case SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVNUMDESTS ->
                new Handover.Refused(new Reason(reason, Cause.NO_SUCH_NUMBER));
            case SMPPConstant.STAT_ESME_RINVMSGLEN -> new Handover.Refused(new Reason(reason, Cause.CONTENT_REFUSED));
            case REJECTED -> new Handover.Refused(new Reason(reason, Cause.REJECTED));
            default -> new Handover.Busy(reason, false, UNEXPLAINED);
        };
    }

    /**
     * What a status says of the provider itself. Of most that are not for good it is open whether other texts are taken: one
     * that no carrier will take must not hold up the others.
     */
    static Health health(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RUNKNOWNERR,
                    SMPPConstant.STAT_ESME_RALYBND,
                    SMPPConstant.STAT_ESME_RBINDFAIL,
                    SMPPConstant.STAT_ESME_RINVPASWD,
                    SMPPConstant.STAT_ESME_RINVSYSID -> Health.ILL;
            default -> meaning(status) instanceof Handover.Refused ? Health.WELL : Health.NEITHER;
        };
    }
}
