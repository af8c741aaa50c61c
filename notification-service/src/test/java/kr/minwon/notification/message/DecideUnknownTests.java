package kr.minwon.notification.message;

import static kr.minwon.notification.message.MessageMother.AT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.dispatch.StoredMessages;
import kr.minwon.notification.message.DecideUnknown.Choice;
import kr.minwon.notification.message.DecideUnknown.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecideUnknownTests {
    private static final Instant NOW = AT.plusSeconds(3_600);

    private final Messages messages = StoredMessages.empty();
    private final MemoryCases cases = new MemoryCases();
    private final DecideUnknown decide =
            new DecideUnknown(messages, new LaterTexts(cases, messages), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<Message> queued = new ArrayList<>();

    private Message unknown() {
        return stored(MessageMother.in(MessageState.UNKNOWN));
    }

    private Message stored(Message message) {
        messages.add(message);
        return message;
    }

    private Outcome decide(Message found, Decision.What what, String by) {
        return decide.of(found, new Choice(found.id(), found.attempt(), what, by, by), queued::add);
    }

    private Message now(Message message) {
        return messages.find(message.id()).orElseThrow();
    }

    @Test
    void sentAgainItWaitsForItsTurnWithWhoDecidedAndWhen() {
        Message message = unknown();
        assertThat(decide(message, Decision.What.RESEND, "a")).isInstanceOf(Outcome.Decided.class);
        assertThat(now(message).state()).isEqualTo(MessageState.QUEUED);
        assertThat(now(message).earlier().getFirst().decision())
                .isEqualTo(new Decision(Decision.What.RESEND, "a", "a", NOW));
        assertThat(queued).containsExactly(now(message));
    }

    @Test
    void leftItIsNobodysToDecideAnyMore() {
        Message message = unknown();
        assertThat(decide(message, Decision.What.LEAVE, "a")).isInstanceOf(Outcome.Decided.class);
        assertThat(now(message).awaitsDecision()).isFalse();
        assertThat(now(message).progress().decision()).isEqualTo(new Decision(Decision.What.LEAVE, "a", "a", NOW));
        assertThat(queued).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Decision.What.class, names = "NEVER_TAKEN", mode = EnumSource.Mode.EXCLUDE)
    void theSameChoiceAgainAnswersTheSameAndDoesNothing(Decision.What what) {
        Message message = unknown();
        decide(message, what, "a");
        Message after = now(message);
        assertThat(decide(message, what, "a")).isEqualTo(new Outcome.Decided(after));
        assertThat(now(message)).isEqualTo(after);
        assertThat(queued.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void ofTwoWhoDecideTheFirstWins() {
        Message message = unknown();
        decide(message, Decision.What.LEAVE, "a");
        assertThat(decide(message, Decision.What.RESEND, "b"))
                .isEqualTo(new Outcome.DecidedBefore(new Decision(Decision.What.LEAVE, "a", "a", NOW)));
        assertThat(decide(message, Decision.What.LEAVE, "b")).isInstanceOf(Outcome.DecidedBefore.class);
        assertThat(queued).isEmpty();
    }

    @Test
    void aReceiptThatArrivedMeanwhileWins() {
        Message message = unknown();
        messages.advance(message, message.received(1, MessageMother.delivered(), "9"));
        assertThat(decide(message, Decision.What.RESEND, "a")).isEqualTo(new Outcome.Known(now(message)));
        assertThat(now(message).attempt()).isEqualTo(1);
    }

    @Test
    void whoSawTheFirstDoubtDoesNotDecideTheSecond() {
        Message message = unknown();
        decide(message, Decision.What.RESEND, "a");
        Message again = now(message);
        messages.advance(again, again.sending("1", "smpp", NOW));
        Message sending = now(message);
        messages.advance(sending, sending.unknown(MessageMother.NO_ANSWER));
        assertThat(decide(message, Decision.What.LEAVE, "b")).isInstanceOf(Outcome.DecidedBefore.class);
        assertThat(now(message).awaitsDecision()).isTrue();
        assertThat(decide(now(message), Decision.What.LEAVE, "b")).isInstanceOf(Outcome.Decided.class);
    }

    @Test
    void aHandOverThatNeverWasIsNotDecided() {
        Message message = unknown();
        assertThat(decide.of(message, new Choice(message.id(), 2, Decision.What.RESEND, "a", "a"), queued::add))
                .isInstanceOf(Outcome.Known.class);
        assertThat(queued).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered.1", "withdrawn.1", "returned.1", "transferred.1", "closed.9", "merged.7"})
    void onceTheResidentHeardThatTheCaseIsOverItIsNotSentAgain(String ending) {
        Message message = caseWith(ending, MessageState.DELIVERED);
        assertThat(decide(message, Decision.What.RESEND, "a"))
                .isInstanceOfSatisfying(
                        Outcome.Overtaken.class,
                        overtaken -> assertThat(overtaken.by().step()).isEqualTo(ending));
        assertThat(decide(message, Decision.What.LEAVE, "a")).isInstanceOf(Outcome.Decided.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"extended.1", "supplement.1", "progress.1"})
    void afterAnythingElseItIs(String later) {
        Message message = caseWith(later, MessageState.DELIVERED);
        assertThat(decide(message, Decision.What.RESEND, "a")).isInstanceOf(Outcome.Decided.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            names = {"FAILED", "DROPPED", "UNKNOWN"})
    void anEndingThatWasNotToldOvertakesNothing(MessageState state) {
        Message message = caseWith("answered.1", state);
        assertThat(decide(message, Decision.What.RESEND, "a")).isInstanceOf(Outcome.Decided.class);
    }

    /** A case whose first text is in doubt, with one text in between and that last one. */
    private Message caseWith(String last, MessageState state) {
        Message first = unknown();
        String id = first.ofCase().complaintId();
        CaseRecord record = CaseRecord.opened(first.ofCase(), "sealed", true, MessageMother.AT, Spoken.KOREAN)
                .after(Step.RECEIVED, 1, first.id());
        stored(MessageMother.message(id, "assigned.1", "received.1", AT));
        Message template = MessageMother.in(state);
        Message ending = MessageMother.message(id, last, "assigned.1", AT);
        stored(new Message(
                ending.id(),
                1,
                ending.about(),
                last,
                ending.recipient(),
                ending.sealedPhone(),
                ending.content(),
                ending.previous(),
                AT,
                AT,
                null,
                null,
                template.progress(),
                List.of()));
        int dot = last.indexOf('.');
        Step step = Step.valueOf(last.substring(0, dot).toUpperCase(Locale.ROOT));
        cases.put(record.after(Step.ASSIGNED, 1, Message.idOf(id, "assigned.1", CaseRecord.REPORTER))
                .after(step, Integer.parseInt(last.substring(dot + 1)), ending.id()));
        return first;
    }

    @Test
    void itIsNotSentForEver() {
        Message message = unknown();
        for (int n = 1; n < Message.MOST_ATTEMPTS; n++) {
            assertThat(decide(now(message), Decision.What.RESEND, "a")).isInstanceOf(Outcome.Decided.class);
            Message again = now(message);
            messages.advance(again, again.sending("1", "smpp", NOW));
            Message sending = now(message);
            messages.advance(sending, sending.unknown(MessageMother.NO_ANSWER));
        }
        assertThat(decide(now(message), Decision.What.RESEND, "a")).isInstanceOf(Outcome.SentOftenEnough.class);
        assertThat(decide(now(message), Decision.What.LEAVE, "a")).isInstanceOf(Outcome.Decided.class);
    }
}
