package kr.minwon.notification.dispatch.smpp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kr.minwon.notification.dispatch.Provider;
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

/** A provider behind SMPP 3.4, within its guard. One text is one submit_sm. */
final class SmppProvider implements Provider, AutoCloseable {
    static final String NAME = "smpp";

    private final SmppSettings settings;
    private final int window;
    private final List<SmppLink> links;
    private final AtomicInteger next = new AtomicInteger();
    private final SubmitPdu pdu;
    private final Guard guard;

    /**
     * @param window of all sessions together
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
        this.window = window;
        this.links = IntStream.rangeClosed(1, settings.binds())
                .mapToObj(number -> new SmppLink(number, settings, listeners, connections))
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

    /** It carries every encoding; which senders it knows is between the office and its carrier. */
    @Override
    public boolean takes(String sender, Content content) {
        return true;
    }

    /** Whether it is bound, answers and is not left alone. */
    boolean isReady() {
        return !guard.isOpen() && links.stream().anyMatch(link -> link.ready().isPresent());
    }

    @Override
    public Optional<Turn> turn() {
        int from = Math.floorMod(next.getAndIncrement(), links.size());
        return IntStream.range(0, links.size())
                .mapToObj(n -> links.get((from + n) % links.size()))
                .filter(link -> link.ready().isPresent())
                .findFirst()
                .flatMap(link ->
                        link.ready().flatMap(session -> guard.turn(submission -> submit(link, session, submission))));
    }

    private Answer submit(SmppLink link, WatchedSession session, Submission submission) {
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
        links.forEach(SmppLink::close);
    }
}
