package kr.minwon.notification.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one transceiver bound: connects again, with growing pauses and jitter, for as long as the service runs. */
final class SmppLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmppLink.class);
    private static final long BIND_MILLIS = 5_000;
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 10_000;
    /** jsmpp handles an incoming PDU a thread; fewer than the window would let receipts starve answers. */
    private static final int PDU_THREADS = 8;

    private final SmppSettings settings;
    private final Consumer<DeliverSm> onDeliver;
    private volatile @Nullable SMPPSession session;
    private volatile boolean closing;

    SmppLink(SmppSettings settings, Consumer<DeliverSm> onDeliver) {
        this.settings = settings;
        this.onDeliver = onDeliver;
    }

    void start() {
        Thread.ofVirtual().name("smpp-link").start(this::keepBound);
    }

    /** The session, when it is bound. */
    Optional<SMPPSession> bound() {
        SMPPSession current = session;
        return current != null && current.getSessionState().isBound() ? Optional.of(current) : Optional.empty();
    }

    private void keepBound() {
        long pause = FIRST_PAUSE;
        try {
            while (!closing) {
                if (bound().isPresent()) {
                    pause = FIRST_PAUSE;
                    Thread.sleep(100);
                } else if (!bind()) {
                    Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
                    pause = Math.min(LONGEST_PAUSE, pause * 2);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean bind() {
        closeQuietly(session);
        SMPPSession fresh = new SMPPSession();
        fresh.setTransactionTimer(settings.answerWithin().toMillis());
        fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
        fresh.setPduProcessorDegree(PDU_THREADS);
        fresh.setMessageReceiverListener(new Receiver());
        try {
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.systemId(),
                            password(),
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    BIND_MILLIS);
            session = fresh;
            log.info("bound to the SMSC at {}:{}", settings.host(), settings.port());
            return true;
        } catch (IOException e) {
            log.warn("the SMSC at {}:{} is not there: {}", settings.host(), settings.port(), e.getMessage());
            closeQuietly(fresh);
            return false;
        }
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

    private static void closeQuietly(@Nullable SMPPSession old) {
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() {
        closing = true;
        SMPPSession current = session;
        if (current != null) {
            current.unbindAndClose();
        }
    }

    private final class Receiver implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            onDeliver.accept(deliver);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            log.debug("alert notification passed over");
        }

        @Override
        public @Nullable DataSmResult onAcceptDataSm(DataSm data, Session source) {
            return null;
        }
    }
}
