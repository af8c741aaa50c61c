package kr.minwon.notification.dispatch.smpp;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.MessageReceiverListener;

/** A provider behind SMPP 3.4, with its circuit breaker and its rate limit. One text is one submit_sm. */
final class SmppProvider implements Provider, AutoCloseable {
    static final String NAME = "smpp";

    private final SmppSettings settings;
    private final SmppLink link;
    private final SubmitPdu pdu;
    private final CircuitBreaker breaker;
    private final RateLimiter limiter;

    SmppProvider(SmppSettings settings, MessageReceiverListener listener, CircuitBreaker breaker, RateLimiter limiter) {
        this.settings = settings;
        this.link = new SmppLink(settings, listener);
        this.pdu = new SubmitPdu(settings);
        this.breaker = breaker;
        this.limiter = limiter;
    }

    void start() {
        link.start();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Whether it is bound, answers and is not left alone. */
    boolean isReady() {
        return link.ready().isPresent() && breaker.getState() != CircuitBreaker.State.OPEN;
    }

    @Override
    public Optional<Turn> turn() {
        Optional<WatchedSession> session = link.ready();
        if (session.isEmpty() || breaker.getState() == CircuitBreaker.State.OPEN || !breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        if (!limiter.acquirePermission()) {
            breaker.releasePermission();
            return Optional.empty();
        }
        return Optional.of(new SmppTurn(session.get()));
    }

    /** A permission of the breaker: used by the hand-over, or given back. */
    private final class SmppTurn implements Turn {
        private final WatchedSession session;
        private boolean used;

        SmppTurn(WatchedSession session) {
            this.session = session;
        }

        @Override
        public Handover handOver(Submission submission) {
            used = true;
            long began = System.nanoTime();
            Answer answer = submit(session, submission);
            long took = System.nanoTime() - began;
            switch (answer.health()) {
                case WELL -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
                case ILL ->
                    breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(String.valueOf(answer.handover())));
                case NEITHER -> breaker.releasePermission();
            }
            return answer.handover();
        }

        @Override
        public void close() {
            if (!used) {
                breaker.releasePermission();
            }
        }
    }

    private enum Health {
        WELL,
        ILL,
        NEITHER
    }

    /** What became of a submit, and what it says of the provider's health. */
    private record Answer(Handover handover, Health health) {}

    private Answer submit(WatchedSession session, Submission submission) {
        try {
            String id = session.submit(() -> pdu.submit(session, submission));
            return new Answer(new Handover.Accepted(settings.messageIds().ofAnswer(id)), Health.WELL);
        } catch (NegativeResponseException refused) {
            return refusal(refused.getCommandStatus());
        } catch (PDUException neverSent) {
            String reason = "cannot be written as a submit_sm: " + neverSent.getMessage();
            return new Answer(new Handover.Refused(new Reason(reason, Cause.CONTENT_REFUSED)), Health.NEITHER);
        } catch (ResponseTimeoutException late) {
            link.suspect();
            return session.getSessionState().isBound()
                    ? unknown("no answer within " + settings.answerWithin().toMillis() + " ms", Cause.NO_ANSWER)
                    : unknown("the connection was lost before the answer", Cause.CONNECTION_LOST);
        } catch (InvalidResponseException garbage) {
            return unknown("an answer that cannot be read", Cause.UNREADABLE_ANSWER);
        } catch (IOException lost) {
            return wasNeverSent(lost)
                    ? new Answer(new Handover.Busy("the connection was lost before the submit", false), Health.NEITHER)
                    : unknown("the connection was lost during the submit", Cause.CONNECTION_LOST);
        }
    }

    private static Answer unknown(String said, Cause cause) {
        return new Answer(new Handover.Unknown(new Reason(said, cause)), Health.ILL);
    }

    private static Answer refusal(int status) {
        Handover meaning = Statuses.meaning(status);
        if (Statuses.isIllness(status)) {
            return new Answer(meaning, Health.ILL);
        }
        // A refusal of this one text says nothing of the provider's health; being asked to go slower is no illness.
        return new Answer(meaning, meaning instanceof Handover.Refused ? Health.WELL : Health.NEITHER);
    }

    /** jsmpp says this, and only this, before it writes anything. */
    private static boolean wasNeverSent(IOException failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith("Cannot submit_sm while session");
    }

    @Override
    public void close() {
        link.close();
    }
}
