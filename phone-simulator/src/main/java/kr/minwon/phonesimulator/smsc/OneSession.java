package kr.minwon.phonesimulator.smsc;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;

/** Hears the submits of one session, which is known by its system id once it is bound. */
final class OneSession implements OnlySubmits {

    private final Intake intake;
    private volatile String systemId = "";

    OneSession(Intake intake) {
        this.intake = intake;
    }

    void bound(String boundAs) {
        systemId = boundAs;
    }

    /** Runs this once, when the session is closed or if it already is. */
    void whenClosed(SMPPServerSession session, Runnable then) {
        AtomicBoolean ran = new AtomicBoolean();
        Runnable once = () -> {
            if (ran.compareAndSet(false, true)) {
                then.run();
            }
        };
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                once.run();
            }
        });
        if (session.getSessionState() == SessionState.CLOSED) {
            once.run();
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm pdu, SMPPServerSession source) throws ProcessRequestException {
        return intake.take(pdu, systemId);
    }
}
