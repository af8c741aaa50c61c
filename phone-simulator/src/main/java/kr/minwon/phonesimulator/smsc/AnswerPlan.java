package kr.minwon.phonesimulator.smsc;

import java.util.concurrent.CompletableFuture;
import org.jsmpp.bean.OptionalParameter;

/**
 * How {@link AnswerSender} is to answer one submit_sm.
 *
 * <p>It travels as an optional parameter, because that is all that jsmpp hands from the receiver of a
 * PDU to the sender of its answer; it never reaches the wire.
 */
final class AnswerPlan extends OptionalParameter {

    private static final short NEVER_ON_THE_WIRE = 0;

    private final boolean unanswered;
    private final int delayMillis;
    private final CompletableFuture<Void> before;
    private final Runnable afterwards;

    /**
     * A plan.
     *
     * @param unanswered nothing is sent
     * @param before what must be over before the answer goes
     * @param afterwards what follows, also when nothing was sent
     */
    AnswerPlan(boolean unanswered, int delayMillis, CompletableFuture<Void> before, Runnable afterwards) {
        super(NEVER_ON_THE_WIRE);
        this.unanswered = unanswered;
        this.delayMillis = delayMillis;
        this.before = before;
        this.afterwards = afterwards;
    }

    boolean unanswered() {
        return unanswered;
    }

    int delayMillis() {
        return delayMillis;
    }

    CompletableFuture<Void> before() {
        return before;
    }

    Runnable afterwards() {
        return afterwards;
    }

    @Override
    protected byte[] serializeValue() {
        throw new UnsupportedOperationException("a plan is not sent");
    }
}
