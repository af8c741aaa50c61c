package kr.minwon.notification.dispatch.smpp;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;

/**
 * A session that does not let submits wait for the answer of a connection that is gone (jsmpp waits out the transaction
 * timer), and that can be asked whether the other side lives.
 */
final class WatchedSession extends SMPPSession {
    /** Answers that were read before the end are still being worked off. */
    private static final long LAST_ANSWERS_MILLIS = 300;

    private final Set<Thread> waiting = new HashSet<>();

    /** A submit that waits for its answer. */
    @FunctionalInterface
    interface Submit<T> {
        T call()
                throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                        IOException;
    }

    WatchedSession(ConnectionFactory connections) {
        super(new SynchronizedPDUSender(new DefaultPDUSender()), new DefaultPDUReader(), connections);
        addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                Thread.ofPlatform().name("smpp-last-answers").daemon().start(this::wakeThoseWhoWait);
            }
        });
    }

    /** Runs a submit; when the connection ends it comes back with a time-out soon after. */
    <T> T submit(Submit<T> submit)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        synchronized (waiting) {
            waiting.add(Thread.currentThread());
        }
        try {
            return submit.call();
        } finally {
            synchronized (waiting) {
                waiting.remove(Thread.currentThread());
                // An interrupt from here is over with the wait it was meant for.
                Thread.interrupted();
            }
        }
    }

    private void wakeThoseWhoWait() {
        try {
            Thread.sleep(LAST_ANSWERS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (waiting) {
            waiting.forEach(Thread::interrupt);
        }
    }

    /** Asks the other side whether it lives. */
    boolean answers() {
        try {
            sendEnquireLink();
            return getSessionState().isBound();
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            return false;
        }
    }
}
