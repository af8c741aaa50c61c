package kr.minwon.notification.message.web;

import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.DecideUnknown;
import kr.minwon.notification.message.DecideUnknown.Outcome;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person ends the doubt about a text: it is sent again, or left. */
@RestController
class DecisionController {
    private static final ProblemType NOT_FOUND = new ProblemType("message-not-found", 404);
    private static final ProblemType KNOWN = new ProblemType("message-known", 409);
    private static final ProblemType DECIDED = new ProblemType("message-decided", 409);
    private static final ProblemType OVERTAKEN = new ProblemType("message-overtaken", 409);
    private static final ProblemType OFTEN_ENOUGH = new ProblemType("message-sent-often", 409);
    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");
    private static final int LONGEST_ID = 200;

    private final Messages messages;
    private final Sight sight;
    private final DecideUnknown decide;
    private final Dispatcher dispatcher;
    private final Showing showing;

    DecisionController(Messages messages, Cases cases, DecideUnknown decide, Dispatcher dispatcher, Showing showing) {
        this.messages = messages;
        this.sight = new Sight(cases);
        this.decide = decide;
        this.dispatcher = dispatcher;
        this.showing = showing;
    }

    /**
     * @param messageId as listed; it has slashes, so it is no part of the address
     * @param attempt the hand-over that was seen to be in doubt. Not the message's version: that also moves when a receipt
     *     of an earlier hand-over is noted, which is no reason to refuse
     * @param decision {@code resend} or {@code leave}
     */
    record DecisionRequest(
            @Nullable String messageId,
            @Nullable Integer attempt,
            @Nullable String decision) {
        DecideUnknown.Choice choice(Caller by) {
            FieldErrors errors = new FieldErrors();
            if (messageId == null || messageId.isBlank()) {
                errors.add("messageId", "required");
            } else if (messageId.length() > LONGEST_ID) {
                errors.add("messageId", "no-message-id");
            }
            if (attempt == null) {
                errors.add("attempt", "required");
            } else if (attempt < 1 || attempt > Message.MOST_ATTEMPTS) {
                errors.add("attempt", "no-attempt", Message.MOST_ATTEMPTS);
            }
            Decision.What what = "resend".equals(decision)
                    ? Decision.What.RESEND
                    : "leave".equals(decision) ? Decision.What.LEAVE : null;
            if (what == null) {
                errors.add("decision", "no-decision");
            }
            errors.throwIfAny();
            if (messageId == null || attempt == null || what == null) {
                throw new IllegalStateException("checked above");
            }
            return new DecideUnknown.Choice(messageId, attempt, what, by.id(), by.name());
        }
    }

    @PostMapping(path = "/api/v1/staff/messages/decision", consumes = "application/json", produces = "application/json")
    MessageResponse decide(Caller caller, @RequestBody DecisionRequest request) {
        DecideUnknown.Choice choice = request.choice(caller);
        Message message = messages.find(choice.messageId())
                .filter(one -> (one.isOfCase() || one.isDigest())
                        && one.about().officeId().equals(caller.officeId()))
                .orElseThrow(() -> new ProblemException(NOT_FOUND));
        if (!sight.maySee(caller, message)) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        return switch (decide.of(message, choice, dispatcher::offer)) {
            case Outcome.Decided decided -> {
                audit.atInfo()
                        .addKeyValue("who", caller.id())
                        .addKeyValue("message", choice.messageId())
                        .addKeyValue("attempt", choice.attempt())
                        .log("a text in doubt: {}", choice.what().wireName());
                yield showing.one(decided.message());
            }
            case Outcome.Known known ->
                throw new ProblemException(KNOWN)
                        .with("state", known.message().state().wireName());
            case Outcome.DecidedBefore before ->
                throw new ProblemException(DECIDED, before.decision().byName())
                        .with("decision", before.decision().what().wireName());
            case Outcome.Overtaken overtaken ->
                throw new ProblemException(OVERTAKEN).with("by", overtaken.by().step());
            case Outcome.SentOftenEnough enough -> throw new ProblemException(OFTEN_ENOUGH, Message.MOST_ATTEMPTS);
        };
    }
}
