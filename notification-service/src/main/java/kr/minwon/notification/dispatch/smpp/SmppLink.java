package kr.minwon.notification.dispatch.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one transceiver bound: connects again, with growing pauses and jitter, for as long as the service runs. It has a
 * window of its own, whatever becomes of the other sessions. After a submit went unanswered nothing more is given to the
 * session until it has answered an enquire_link, so a frozen SMSC leaves no more in doubt than were under way.
 */
final class SmppLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmppLink.class);
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;
    private static final long LOOK_AGAIN = 50;
    private static final int WAITING_PDUS = 1_000;
    private static final Duration STOP = Duration.ofSeconds(2);

    private final int number;
    private final SmppSettings settings;
    private final ConnectionFactory connections;
    private final Supplier<? extends MessageReceiverListener> listeners;
    private final Semaphore places;
    private volatile @Nullable WatchedSession session;
    private volatile boolean suspect;
    private volatile boolean closing;
    private @Nullable Thread keeper;

    /** @param window most submits at once */
    SmppLink(
            int number,
            SmppSettings settings,
            int window,
            Supplier<? extends MessageReceiverListener> listeners,
            ConnectionFactory connections) {
        this.number = number;
        this.places = new Semaphore(window);
        this.connections = connections;
        this.settings = settings;
        this.listeners = listeners;
    }

    void start() {
        keeper = Thread.ofPlatform().name("smpp-link-" + number).daemon().start(this::keepBound);
    }

    /** The session, when it is bound and as far as is known answers. */
    Optional<WatchedSession> ready() {
        WatchedSession current = session;
        return current != null
                        && !suspect
                        && !closing
                        && current.getSessionState().isBound()
                ? Optional.of(current)
                : Optional.empty();
    }

    /** Keeps a place for one submit, where there is one; it is given back whatever becomes of the session. */
    boolean isPlaceKept() {
        return places.tryAcquire();
    }

    void giveBackPlace() {
        places.release();
    }

    /** A submit went unanswered. */
    void suspect() {
        suspect = true;
    }

    private void keepBound() {
        long pause = FIRST_PAUSE;
        try {
            while (!closing) {
                WatchedSession current = session;
                if (current == null || !current.getSessionState().isBound()) {
                    if (bind()) {
                        pause = FIRST_PAUSE;
                        continue;
                    }
                    Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
                    pause = Math.min(LONGEST_PAUSE, pause * 2);
                } else if (suspect) {
                    check(current);
                } else {
                    Thread.sleep(LOOK_AGAIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(WatchedSession current) {
        if (current.answers()) {
            suspect = false;
        } else {
            log.warn("the SMSC does not answer: the session is closed");
            current.close();
        }
    }

    private boolean bind() {
        WatchedSession old = session;
        if (old != null) {
            old.close();
        }
        WatchedSession fresh = new WatchedSession(connections);
        fresh.setTransactionTimer(settings.answerWithin().toMillis());
        fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
        fresh.setPduProcessorDegree(settings.processors());
        fresh.setQueueCapacity(WAITING_PDUS);
        fresh.setMessageReceiverListener(listeners.get());
        try {
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    account(),
                    settings.connectWithin().toMillis());
            suspect = false;
            session = fresh;
            log.info("bound to the SMSC at {}:{}", settings.host(), settings.port());
            return true;
        } catch (IOException | RuntimeException e) {
            log.warn("the SMSC at {}:{} is not there: {}", settings.host(), settings.port(), e.getMessage());
            fresh.close();
            return false;
        }
    }

    private BindParameter account() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private String password() {
        String file = settings.passwordFile();
        if (file == null || file.isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read minwon.smpp.password-file " + file, e);
        }
    }

    @Override
    public void close() {
        closing = true;
        Thread thread = keeper;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        WatchedSession current = session;
        if (current != null) {
            // Says good-bye, but does not wait long for an SMSC that does not.
            current.setTransactionTimer(STOP.toMillis());
            current.unbindAndClose();
        }
    }
}
