package kr.minwon.notification.dispatch.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.dispatch.guard.Guard;
import kr.minwon.notification.dispatch.guard.Guard.Health;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Sizing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider over HTTP. One text is one request; what became of it is told apart by whether the provider can have taken
 * it. After a call that went unanswered nothing more is handed over until the provider answers a harmless one, so a frozen
 * provider leaves no more in doubt than were under way.
 */
public final class HttpProvider implements Provider, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpProvider.class);

    private final Protocol protocol;
    private final HttpSettings settings;
    private final Sizing sizing;
    private final HttpCalls calls;
    private final Guard guard;
    private final Clock clock;
    private final Suspicion suspicion;

    HttpProvider(Protocol protocol, HttpSettings settings, Sizing sizing, HttpCalls calls, Guard guard, Clock clock) {
        this.protocol = protocol;
        this.settings = settings;
        this.sizing = sizing;
        this.calls = calls;
        this.guard = guard;
        this.clock = clock;
        this.suspicion = new Suspicion(protocol.name(), this::isThere);
    }

    @Override
    public String name() {
        return protocol.name();
    }

    @Override
    public int weight() {
        return settings.weight();
    }

    @Override
    public int window() {
        return settings.window();
    }

    @Override
    public Duration answersWithin() {
        return settings.answerWithin();
    }

    @Override
    public boolean takes(String sender, Content content) {
        boolean byKakao = content.alimtalk() != null;
        return settings.knows(sender) && (byKakao ? carriesAlimtalk() : content.encoding() == Encoding.EUC_KR);
    }

    @Override
    public boolean carriesAlimtalk() {
        return protocol.carriesAlimtalk();
    }

    /** Whether it answers and is not left alone. */
    boolean isReady() {
        return !suspicion.isOn() && !guard.isOpen();
    }

    @Override
    public Optional<Turn> turn() {
        return suspicion.isOn() ? Optional.empty() : guard.turn(this::submit);
    }

    private Guard.Answer submit(Submission submission) {
        if (submission.alimtalk() != null) {
            return called(submission, false);
        }
        SmsSize size = sizing.of(submission.text(), submission.subject());
        if (!size.encodable()) {
            return refused("characters that EUC-KR lacks: " + SmsText.names(size.unencodable()));
        }
        if (size.type() == SmsSize.Type.TOO_LONG) {
            return refused("more than " + SmsText.LMS_BYTES + " bytes");
        }
        return called(submission, size.type() == SmsSize.Type.LMS);
    }

    private Guard.Answer called(Submission submission, boolean isLong) {
        try {
            return meaning(calls.call(protocol.send(submission, isLong, clock.instant()), settings.answerWithin()));
        } catch (Secret.Unreadable missing) {
            log.error("{}: {}", name(), missing.getMessage());
            return new Guard.Answer(new Handover.Busy("credentials cannot be read", true), Health.ILL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return inDoubt(new Reason("stopped before the answer", Cause.STOPPED));
        }
    }

    private static Guard.Answer refused(String said) {
        return new Guard.Answer(new Handover.Refused(new Reason(said, Cause.CONTENT_REFUSED)), Health.NEITHER);
    }

    private Guard.Answer meaning(HttpCalls.Result result) {
        return switch (result) {
            case HttpCalls.Result.NeverAsked never ->
                new Guard.Answer(new Handover.Busy(never.reason(), false), Health.ILL);
            case HttpCalls.Result.InDoubt doubt -> inDoubt(doubt.reason());
            case HttpCalls.Result.Answered answered -> meaning(answered.answer());
        };
    }

    private Guard.Answer inDoubt(Reason reason) {
        suspicion.raise();
        return new Guard.Answer(new Handover.Unknown(reason), Health.ILL);
    }

    private Guard.Answer meaning(Answer answer) {
        int status = answer.status();
        return switch (status) {
            // It says that it did not look at the request.
            case 429 -> new Guard.Answer(busy(answer), Health.NEITHER);
            case 503 ->
                saysNotTaken(answer)
                        ? new Guard.Answer(busy(answer), Health.ILL)
                        : inDoubt(new Reason("HTTP 503", Cause.UNREADABLE_ANSWER));
            case 401, 403 -> new Guard.Answer(new Handover.Busy(notAdmitted(answer), true), Health.ILL);
            case 408 -> new Guard.Answer(new Handover.Busy("HTTP 408", false), Health.ILL);
            default ->
                status / 100 == 2 || status / 100 == 4
                        ? told(protocol.read(answer))
                        // An error of its own, or another address: whether it took the text before, it does not say.
                        : new Guard.Answer(
                                new Handover.Unknown(new Reason("HTTP " + status, Cause.UNREADABLE_ANSWER)),
                                Health.ILL);
        };
    }

    /** A proxy answers a bare 503 also when the provider has had the request and has gone away since. */
    private boolean saysNotTaken(Answer answer) {
        return answer.asksToWait() || answer.json().filter(protocol::isOwnError).isPresent();
    }

    private static Guard.Answer told(Handover handover) {
        return new Guard.Answer(
                handover,
                switch (handover) {
                    case Handover.Accepted accepted -> Health.WELL;
                    case Handover.Refused refused -> Health.WELL;
                    case Handover.Busy busy -> Health.NEITHER;
                    case Handover.Unknown unknown -> Health.ILL;
                });
    }

    private Handover.Busy busy(Answer answer) {
        Duration asked = answer.retryAfter(clock.instant());
        Duration pause = asked.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : asked;
        return new Handover.Busy("HTTP " + answer.status(), true, pause);
    }

    private String notAdmitted(Answer answer) {
        Duration skew = answer.skew(clock.instant());
        boolean byTime = !protocol.allowedSkew().isZero() && skew.compareTo(protocol.allowedSkew()) > 0;
        String reason = byTime
                ? "our clock is " + skew.toMinutes() + " minutes off the provider's: synchronise it (NTP)"
                : "the provider does not know the key, or not this address";
        log.error("{} does not admit us (HTTP {}): {} {}", name(), answer.status(), reason, answer.beginning());
        return reason;
    }

    private boolean isThere() throws InterruptedException {
        Instant now = clock.instant();
        try {
            return calls.call(protocol.harmless(now), settings.answerWithin())
                            instanceof HttpCalls.Result.Answered answered
                    && answered.answer().status() < 500;
        } catch (Secret.Unreadable missing) {
            log.error("{}: {}", name(), missing.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        suspicion.close();
        calls.close();
    }
}
