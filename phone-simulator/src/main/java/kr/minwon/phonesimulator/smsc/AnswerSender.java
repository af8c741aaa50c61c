package kr.minwon.phonesimulator.smsc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers submits late, after their receipt, or not at all, without holding a thread of the session. */
final class AnswerSender extends DefaultPDUSender {

    private static final Logger log = LoggerFactory.getLogger(AnswerSender.class);

    private static final byte[] NOTHING = {};

    private final ScheduledExecutorService timer;

    AnswerSender(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    @Override
    public byte[] sendSubmitSmResp(
            OutputStream out, int sequence, String messageId, OptionalParameter... optionalParameters)
            throws PDUStringException, IOException {
        if (optionalParameters.length != 1 || !(optionalParameters[0] instanceof AnswerPlan plan)) {
            return super.sendSubmitSmResp(out, sequence, messageId, optionalParameters);
        }
        if (plan.unanswered()) {
            plan.afterwards().run();
            return NOTHING;
        }
        if (plan.delayMillis() == 0 && plan.before().isDone()) {
            try {
                return super.sendSubmitSmResp(out, sequence, messageId);
            } finally {
                plan.afterwards().run();
            }
        }
        Runnable answer = () -> answer(out, sequence, messageId, plan);
        var unusedAnswer = plan.before().whenComplete((done, failure) -> {
            if (plan.delayMillis() == 0) {
                answer.run();
            } else {
                var unused = timer.schedule(answer, plan.delayMillis(), TimeUnit.MILLISECONDS);
            }
        });
        return NOTHING;
    }

    private void answer(OutputStream out, int sequence, String messageId, AnswerPlan plan) {
        try {
            // the monitor that jsmpp takes for every PDU it writes
            synchronized (out) {
                super.sendSubmitSmResp(out, sequence, messageId);
            }
        } catch (IOException | PDUStringException e) {
            log.debug("A late answer found its session closed", e);
        } finally {
            plan.afterwards().run();
        }
    }
}
