package kr.minwon.phonesimulator.smsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.minwon.phonesimulator.SimulatorProperties;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.fault.FaultBoard;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The SMPP server: accepts connections and binds, and knows who is bound. */
public final class SmscServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmscServer.class);

    private static final String SYSTEM_ID = "simulator";
    private static final int BIND_MILLIS = 5_000;
    private static final int REFUSED_MILLIS = 1_000;
    private static final int ENQUIRE_LINK_MILLIS = 30_000;

    /**
     * A bound session, to look at.
     *
     * @param bind {@code transceiver}, {@code transmitter} or {@code receiver}
     * @param boundAt epoch milliseconds
     */
    public record BoundSession(String sessionId, String systemId, String bind, long boundAt) {}

    private final Set<Esme> bound = ConcurrentHashMap.newKeySet();
    private final SimulatorProperties properties;
    private final Intake intake;
    private final Dispatcher dispatcher;
    private final FaultBoard faults;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Semaphore room;
    private volatile @Nullable ServerSocket listening;

    /** A server that does not listen yet. */
    public SmscServer(
            SimulatorProperties properties,
            Intake intake,
            Dispatcher dispatcher,
            FaultBoard faults,
            ScheduledExecutorService timer,
            Clock clock) {
        this.properties = properties;
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.faults = faults;
        this.timer = timer;
        this.clock = clock;
        this.room = new Semaphore(properties.maxSessions());
    }

    /** The port it listens on; -1 when it does not. */
    public int port() {
        ServerSocket socket = listening;
        return socket == null ? -1 : socket.getLocalPort();
    }

    /** Who is bound. */
    public List<BoundSession> sessions() {
        return bound.stream()
                .map(esme -> new BoundSession(
                        esme.session().getSessionId(),
                        esme.systemId(),
                        switch (esme.bindType()) {
                            case BIND_TRX -> "transceiver";
                            case BIND_TX -> "transmitter";
                            case BIND_RX -> "receiver";
                        },
                        esme.boundAt()))
                .toList();
    }

    /** Closes every session without a word, as a broken line does, and says how many those were. */
    public int disconnect() {
        List<Esme> all = List.copyOf(bound);
        all.forEach(esme -> esme.session().close());
        return all.size();
    }

    @Override
    public void start() {
        int port = properties.portToListenOn();
        try {
            // closed in stop()
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(properties.smppAddress(), port));
            listening = socket;
            Thread.ofPlatform().name("smpp-accept").daemon().start(() -> accept(socket));
            log.info("SMPP on port {}", socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("SMPP port %d cannot be opened".formatted(port), e);
        }
    }

    @Override
    public void stop() {
        ServerSocket socket = listening;
        listening = null;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                log.warn("The SMPP port was not closed", e);
            }
        }
        disconnect();
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                if (room.tryAcquire()) {
                    Thread.ofVirtual().name("smpp-bind").start(() -> serve(connection));
                } else {
                    connection.close();
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    log.warn("A connection could not be accepted", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        OneSession listener = new OneSession(intake);
        SMPPServerSession session = null;
        try {
            session = new SMPPServerSession(
                    new SocketConnection(socket),
                    null,
                    listener,
                    null,
                    properties.processors(),
                    properties.queueCapacity(),
                    new SynchronizedPDUSender(new AnswerSender(timer)),
                    new BoundedPduReader());
            session.setTransactionTimer(properties.transactionTimer().toMillis());
            session.setEnquireLinkTimer(ENQUIRE_LINK_MILLIS);
            listener.whenClosed(session, room::release);
            bind(session, session.waitForBind(BIND_MILLIS), listener);
        } catch (IOException | PDUStringException | TimeoutException | RuntimeException e) {
            log.debug("A connection was not bound", e);
            if (session == null) {
                closeQuietly(socket);
                room.release();
            } else {
                session.close();
            }
        }
    }

    private void bind(SMPPServerSession session, BindRequest request, OneSession listener)
            throws IOException, PDUStringException {
        Optional<Integer> refusal = refusal(request);
        if (refusal.isPresent()) {
            request.reject(refusal.get());
            // not at once: a client that sees the end of the line first may miss why it was refused
            var unused = timer.schedule(session::close, REFUSED_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        Esme esme = new Esme(session, request.getSystemId(), request.getBindType(), clock.millis());
        // known before the answer: an ESME may submit in the same moment
        listener.bound(esme.systemId());
        bound.add(esme);
        listener.whenClosed(session, () -> {
            bound.remove(esme);
            dispatcher.closed(esme);
        });
        request.accept(SYSTEM_ID, InterfaceVersion.IF_34);
        if (esme.receives()) {
            dispatcher.opened(esme);
        }
    }

    private Optional<Integer> refusal(BindRequest request) {
        if (faults.current().refuseBinds()) {
            return Optional.of(SMPPConstant.STAT_ESME_RBINDFAIL);
        }
        if (properties.accounts().isEmpty()) {
            return Optional.empty();
        }
        String password = properties.accounts().get(request.getSystemId());
        if (password == null) {
            return Optional.of(SMPPConstant.STAT_ESME_RINVSYSID);
        }
        return password.equals(request.getPassword())
                ? Optional.empty()
                : Optional.of(SMPPConstant.STAT_ESME_RINVPASWD);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("A socket was not closed", e);
        }
    }
}
