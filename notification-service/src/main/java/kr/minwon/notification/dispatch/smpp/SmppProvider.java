package kr.minwon.notification.dispatch.smpp;

import java.io.IOException;
import java.util.Optional;
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

/** A provider behind SMPP 3.4, within its guard. One text is one submit_sm. */
final class SmppProvider implements Provider, AutoCloseable {
    static final String NAME = "smpp";

    private final SmppSettings settings;
    private final int window;
    private final SmppLink link;
    private final SubmitPdu pdu;
    private final Guard guard;

    SmppProvider(SmppSettings settings, int window, MessageReceiverListener listener, Guard guard) {
        this.settings = settings;
        this.window = window;
        this.link = new SmppLink(settings, listener);
        this.pdu = new SubmitPdu(settings);
        this.guard = guard;
    }

    void start() {
        link.start();
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
        return link.ready().isPresent() && !guard.isOpen();
    }

    @Override
    public Optional<Turn> turn() {
        return link.ready().flatMap(session -> guard.turn(submission -> submit(session, submission)));
    }

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
