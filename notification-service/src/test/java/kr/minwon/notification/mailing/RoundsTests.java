package kr.minwon.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryMessages;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.Urgency;
import kr.minwon.notification.subscription.MemorySubscribers;
import kr.minwon.notification.subscription.Subscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The background of a mailing: killed between any two writes, and done by two instances at once. */
class RoundsTests {
    private static final int PEOPLE = 25;

    private final HandClock clock = new HandClock(MailingMother.AT);
    private final MemoryMailings mailings = new MemoryMailings();
    private final MemoryMessages messages = new MemoryMessages();
    private final MemoryTallies tallies = new MemoryTallies(messages);
    private final MemorySubscribers subscribers = new MemorySubscribers("seogu", "safety", PEOPLE);
    private final List<Message> queued = new ArrayList<>();
    private final Rounds rounds = instance();

    private Rounds instance() {
        MailingSettings settings = MailingMother.settings(10, 4);
        Expansion expansion = new Expansion(
                mailings,
                subscribers,
                messages,
                MailingMother.wording(MailingMother.WITHOUT_FREE_NUMBER),
                settings,
                new Timing(MailingMother.TOPICS, settings, clock),
                clock);
        return new Rounds(mailings, tallies, messages, subscribers, expansion, settings, clock, queued::add);
    }

    @AfterEach
    void close() {
        rounds.close();
    }

    @Test
    void ofAnUrgentTopicEachTextIsUrgent() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        round();
        assertThat(queued)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.urgency()).isEqualTo(Urgency.ALERT));
    }

    private Mailing stored() {
        return mailings.find("m1").orElseThrow();
    }

    private void round(Rounds by) {
        by.round(stored(), tallies.of(List.of("m1")).getOrDefault("m1", Tally.NONE));
    }

    private void round() {
        round(rounds);
    }

    private List<Message> in(MessageState state) {
        return messages.all().stream().filter(one -> one.state() == state).toList();
    }

    /** The dispatch hands over all that wait. */
    private void handOver() {
        for (Message one : in(MessageState.QUEUED)) {
            Message sent = messages.advance(one, one.sending("1", "smpp", clock.instant()))
                    .orElseThrow();
            assertThat(messages.advance(sent, sent.accepted(sent.id(), clock.instant())))
                    .isPresent();
        }
    }

    @Test
    void whomItGoesToIsCountedWhileItIsWritten() {
        mailings.add(MailingMother.in(MailingState.DRAFT));
        round();
        assertThat(tallies.of(List.of("m1")).get("m1"))
                .extracting(Tally::reach, Tally::reachRevision)
                .containsExactly((long) PEOPLE, 1);
        assertThat(messages.all()).isEmpty();
    }

    @Test
    void whoStoppedSinceItWasCountedIsNoneOfThoseItGoesTo() {
        mailings.add(MailingMother.in(MailingState.APPROVED));
        tallies.reached("m1", PEOPLE, 1);
        subscribers.change(
                "seogu",
                "01070000000",
                (id, there) -> new Subscriber(id, "seogu", null, List.of(), Map.of(), false, false));
        round();
        assertThat(tallies.of(List.of("m1")).get("m1").reach()).isEqualTo(PEOPLE - 1L);
        assertThat(stored().state()).isEqualTo(MailingState.SENDING);
    }

    @Test
    void itBeginsWhenItsTimeHasCome() {
        Letter later = new Letter("safety", List.of(), null, "내일", false, MailingMother.AT.plusSeconds(60));
        Mailing mailing = MailingMother.written(
                        "m1", "seogu", null, later, "news/safety", MailingMother.by("written", "a"))
                .moved(Move.SUBMIT, MailingMother.by("submission", "a"))
                .moved(Move.APPROVE, MailingMother.by("approval", "b"));
        mailings.add(mailing);
        round();
        assertThat(stored().state()).isEqualTo(MailingState.APPROVED);
        clock.pass(Duration.ofSeconds(60));
        round();
        assertThat(stored().state()).isEqualTo(MailingState.SENDING);
    }

    @Test
    void noMoreThanThereIsRoomForAreQueuedAndAllAreToldOnce() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        for (int n = 0; n < 10 && stored().state() == MailingState.SENDING; n++) {
            round();
            assertThat(in(MessageState.QUEUED)).hasSizeLessThanOrEqualTo(10);
            handOver();
            clock.pass(Duration.ofSeconds(3));
        }
        assertThat(stored().state()).isEqualTo(MailingState.DONE);
        assertThat(messages.all()).hasSize(PEOPLE);
        assertThat(queued).hasSize(PEOPLE);
        assertThat(messages.all()).extracting(one -> one.content().text()).allMatch(text -> text.contains("/o/0000"));
    }

    @Test
    void killedBetweenTheMessagesAndTheCursorItGoesOnWithoutTellingAnybodyTwice() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        mailings.killAfter(1);
        assertThatIllegalStateException().isThrownBy(this::round);
        assertThat(messages.all()).hasSize(8);
        assertThat(stored().cursor()).endsWith("0000003");

        mailings.killAfter(-1);
        for (int n = 0; n < 10 && stored().state() == MailingState.SENDING; n++) {
            handOver();
            round();
            clock.pass(Duration.ofSeconds(3));
        }
        assertThat(messages.all()).hasSize(PEOPLE);
        assertThat(queued).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    @Test
    void twoInstancesAtOnceTellNobodyTwice() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        Rounds other = instance();
        Mailing seenByBoth = stored();
        round();
        other.round(seenByBoth, Tally.NONE);
        assertThat(queued).extracting(Message::id).doesNotHaveDuplicates();
        for (int n = 0; n < 10; n++) {
            handOver();
            round(n % 2 == 0 ? other : rounds);
            clock.pass(Duration.ofSeconds(3));
        }
        assertThat(messages.all()).hasSize(PEOPLE);
        assertThat(queued).hasSize(PEOPLE);
        other.close();
    }

    @Test
    void whatAPauseHeldIsLetGoByTheResumption() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        round();
        move(Move.PAUSE);
        in(MessageState.QUEUED)
                .forEach(one ->
                        messages.advance(one, one.heldUntil(clock.instant().plusSeconds(600))));
        round();
        assertThat(messages.all()).hasSize(10);
        assertThat(in(MessageState.QUEUED)).allMatch(one -> one.isHeldAt(clock.instant()));

        queued.clear();
        move(Move.RESUME);
        round();
        assertThat(in(MessageState.QUEUED)).noneMatch(one -> one.isHeldAt(clock.instant()));
        assertThat(queued).hasSize(10);
    }

    private void move(Move move) {
        mailings.change(
                "m1",
                one -> new Mailings.Change<>(
                        one.moved(move, new Signature(move.wireName(), "acc-lead", "이팀장", "", clock.instant())), true));
    }

    @Test
    void whatIsCalledOffIsDroppedAndSaysWhy() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        round();
        Message gone = in(MessageState.QUEUED).getFirst();
        messages.advance(gone, gone.sending("1", "smpp", clock.instant()));
        move(Move.CANCEL);
        round();
        assertThat(in(MessageState.DROPPED))
                .hasSize(9)
                .allMatch(one -> java.util.Objects.requireNonNull(one.progress().reason())
                                .cause()
                        == Cause.CALLED_OFF);
        assertThat(in(MessageState.SENDING)).hasSize(1);
        assertThat(stored().settled()).isFalse();
    }

    @Test
    void countsAreMadeAnewAndReceiptsAreWaitedForUntilAllAreKnown() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        for (int n = 0; n < 10 && stored().state() == MailingState.SENDING; n++) {
            round();
            handOver();
            clock.pass(Duration.ofSeconds(3));
        }
        clock.pass(Duration.ofMinutes(1));
        round();
        assertThat(tally().in(MessageState.ACCEPTED)).isEqualTo(PEOPLE);
        assertThat(stored().settled()).isFalse();

        in(MessageState.ACCEPTED).forEach(one -> messages.advance(one, one.received(1, receipt(one), one.id())));
        clock.pass(Duration.ofMinutes(1));
        round();
        assertThat(tally().in(MessageState.DELIVERED)).isEqualTo(PEOPLE - 1);
        assertThat(tally().reasons()).containsExactly(java.util.Map.entry("phone-off", 1L));
        assertThat(tally().handedOver()).containsExactly(java.util.Map.entry("smpp", PEOPLE - 1L));
        assertThat(stored().settled()).isTrue();
    }

    @Test
    void aDoubtThatEndsAfterTheMailingDidIsCountedAsWhatItBecame() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        round();
        Message lost = in(MessageState.QUEUED).getFirst();
        Message sent = messages.advance(lost, lost.sending("1", "smpp", clock.instant()))
                .orElseThrow();
        Message doubt =
                messages.advance(sent, sent.unknown(MessageMother.NO_ANSWER)).orElseThrow();
        for (int n = 0; n < 10 && stored().state() == MailingState.SENDING; n++) {
            handOver();
            clock.pass(Duration.ofSeconds(3));
            round();
        }
        assertThat(stored().state()).isEqualTo(MailingState.DONE);
        assertThat(tally().in(MessageState.UNKNOWN)).isOne();
        assertThat(tally().handedOver()).containsExactly(java.util.Map.entry("smpp", (long) PEOPLE));

        messages.advance(doubt, doubt.failed(new Reason("never taken", Cause.NEVER_TAKEN)));
        clock.pass(Duration.ofMinutes(1));
        round();
        assertThat(tally().in(MessageState.UNKNOWN)).isZero();
        assertThat(tally().reasons()).containsExactly(java.util.Map.entry("never-taken", 1L));
        assertThat(tally().handedOver()).containsExactly(java.util.Map.entry("smpp", PEOPLE - 1L));
        assertThat(stored().settled()).isFalse();
    }

    private Tally tally() {
        return tallies.of(List.of("m1")).get("m1");
    }

    private Receipt receipt(Message one) {
        boolean off = one.recipient().endsWith("0000000");
        return off
                ? new Receipt(MessageState.FAILED, clock.instant(), new Reason("UNDELIV 001", Cause.PHONE_OFF))
                : new Receipt(MessageState.DELIVERED, clock.instant(), null);
    }
}
