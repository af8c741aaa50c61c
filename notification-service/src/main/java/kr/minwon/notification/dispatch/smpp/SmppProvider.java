package kr.minwon.notification.dispatch.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.dispatch.Senders;
import kr.minwon.notification.dispatch.guard.Guard;
import kr.minwon.notification.dispatch.guard.Guard.Answer;
import kr.minwon.notification.dispatch.guard.Guard.Health;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Reason;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.connection.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider behind SMPP 3.4, within its guard. One text is one submit_sm. */
final class SmppProvider implements Provider, AutoCloseable {
    static final String NAME = "smpp";

    private static final Logger log = LoggerFactory.getLogger(SmppProvider.class);

    private final SmppSettings settings;
    private final int window;
    private final List<SmppLink> links;
    private final AtomicInteger next = new AtomicInteger();
    private final SubmitPdu pdu;
    private final Guard guard;

    /**
     * @param window of each session
     * @param listeners one for each session
     * @param connections to the SMSC, over TLS or not
     */
    SmppProvider(
            SmppSettings settings,
            int window,
            Supplier<? extends MessageReceiverListener> listeners,
            ConnectionFactory connections,
            Guard guard) {
        this.settings = settings;
        this.window = window * settings.binds();
        this.links = IntStream.rangeClosed(1, settings.binds())
                .mapToObj(number -> new SmppLink(number, settings, window, listeners, connections))
                .toList();
        this.pdu = new SubmitPdu(settings);
        this.guard = guard;
    }

    void start() {
        links.forEach(SmppLink::start);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int weight() {
        return settings.weight();
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Duration answersWithin() {
        return settings.answerWithin();
    }

    /** It carries every encoding. */
    @Override
    public boolean takes(String sender, Content content) {
        return knows(sender);
    }

    private boolean knows(String sender) {
        return Senders.have(settings.senders(), sender);
    }

    /** Whether it is bound, answers and is not left alone. */
    boolean isReady() {
        return !guard.isOpen() && links.stream().anyMatch(link -> link.ready().isPresent());
    }

    /** With the next session that is ready and has room in its window. */
    @Override
    public Optional<Turn> turn() {
        int from = Math.floorMod(next.getAndIncrement(), links.size());
        for (int n = 0; n < links.size(); n++) {
            SmppLink link = links.get((from + n) % links.size());
            Optional<WatchedSession> session = link.ready();
            if (session.isPresent() && link.isPlaceKept()) {
                return turn(link, session.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Turn> turn(SmppLink link, WatchedSession session) {
        Optional<Turn> turn = guard.turn(submission -> submit(link, session, submission));
        if (turn.isEmpty()) {
            link.giveBackPlace();
        }
        return turn.map(one -> new PlacedTurn(link, one));
    }

    /** A turn that has a place in the window of a session. */
    private record PlacedTurn(SmppLink link, Turn turn) implements Turn {
        @Override
        public Handover handOver(Submission submission) {
            return turn.handOver(submission);
        }

        @Override
        public void close() {
            try {
                turn.close();
            } finally {
                link.giveBackPlace();
            }
        }
    }

    private Answer submit(SmppLink link, WatchedSession session, Submission submission) {
        if (!knows(submission.sender())) {
            // A text that no provider takes is refused by one of them. What the carrier would say of it is not tried.
            return new Answer(
                    new Handover.Refused(
                            new Reason("a sender number that is not registered", Cause.SENDER_NOT_REGISTERED)),
                    Health.NEITHER);
        }
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
        if (meaning instanceof Handover.Busy busy && busy.pause().isPositive()) {
            log.warn("a text is not taken, which says nothing of the text: {}", busy.reason());
        }
        return new Answer(meaning, Statuses.health(status));
    }

    /** jsmpp says this, and only this, before it writes anything. */
    private static boolean wasNeverSent(IOException failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith("Cannot submit_sm while session");
    }

    @Override
    public void close() {
        links.forEach(SmppLink::close);
    }
}
