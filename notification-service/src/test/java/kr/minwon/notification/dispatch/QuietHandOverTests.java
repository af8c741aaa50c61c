package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever it was made, no notice goes out in an office's quiet hours. */
class QuietHandOverTests {
    private static final QuietSettings QUIET = new QuietSettings("21:00-08:00", Map.of());
    private static final String MORNING = "2026-11-24T08:00:00";

    private final Town town = new Town();
    private final HandClock clock = new HandClock(seoul("2026-11-23T18:00:00"));
    private Duration assignedIsGoodFor = Duration.ofHours(72);

    private static Instant seoul(String time) {
        return OffsetDateTime.parse(time + "+09:00").toInstant();
    }

    private void now(String time) {
        clock.pass(Duration.between(clock.instant(), seoul(time)));
    }

    private Message made(String complaintId, String step, @Nullable String previousStep) {
        Message message = MessageMother.message(complaintId, step, previousStep, clock.instant());
        town.store.add(message);
        clock.pass(Duration.ofMillis(1));
        return message;
    }

    private Message stored(Message message) {
        return town.store.find(message.id()).orElseThrow();
    }

    /** As the wishes of the service decide of notices. */
    private static Wishes wishes(HandClock clock) {
        return new Wishes() {
            @Override
            public Optional<Reason> refusal(Message message, String phone) {
                return Optional.empty();
            }

            @Override
            public Optional<Instant> heldUntil(Message message, Urgency urgency) {
                return Optional.ofNullable(QUIET.heldUntil(message.about().officeId(), urgency, clock.instant()));
            }
        };
    }

    private Dispatcher started() {
        StaleSettings stale =
                new StaleSettings(Map.of("assigned", assignedIsGoodFor), Duration.ofHours(72), Duration.ofMinutes(10));
        Dispatcher process = town.maker()
                .staleness(new Staleness(stale, QUIET, new LaterTexts(new MemoryCases(), town.store), clock))
                .wishes(wishes(clock))
                .clock(clock)
                .made();
        process.start();
        return process;
    }

    private void awaitHeldUntil(String moment, Message... notices) {
        await().untilAsserted(() -> assertThat(notices)
                .allSatisfy(notice -> assertThat(stored(notice))
                        .returns(MessageState.QUEUED, Message::state)
                        .returns(seoul(moment), Message::notBefore)));
    }

    @Test
    void noticesThatDrainAtNightWaitForTheMorningAndGoInOrder() {
        List<Message> notices = new ArrayList<>();
        List<String> urgent = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            String id = MessageMother.complaintId();
            urgent.add(made(id, "received.1", null).id());
            notices.add(made(id, "assigned.1", "received.1"));
            notices.add(made(id, "answered.1", "assigned.1"));
        }
        now("2026-11-24T02:00:00");
        try (Dispatcher process = started()) {
            awaitHeldUntil(MORNING, notices.toArray(Message[]::new));
            await().untilAsserted(() -> assertThat(town.witness.taken()).containsExactlyInAnyOrderElementsOf(urgent));
            now(MORNING);
            town.awaitNothingPending();
        }
        town.assertInOrder();
        town.assertNothingToldTwice();
        assertThat(town.witness.taken()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:59:59.999,",
        "2026-11-23T21:00:00,2026-11-24T08:00:00",
        "2026-11-23T23:59:59.999,2026-11-24T08:00:00",
        "2026-11-24T00:00:00,2026-11-24T08:00:00",
        "2026-11-24T07:59:59.999,2026-11-24T08:00:00",
        "2026-11-24T08:00:00,",
    })
    void theEdgesAreExact(String moment, @Nullable String until) {
        Message notice = made(MessageMother.complaintId(), "progress.1", null);
        now(moment);
        try (Dispatcher process = started()) {
            if (until == null) {
                town.awaitNothingPending();
            } else {
                awaitHeldUntil(until, notice);
            }
        }
        assertThat(town.witness.taken()).hasSize(until == null ? 1 : 0);
    }

    @Test
    void whatIsSentAgainAtNightWaitsForTheMorningToo() {
        Message doubt = MessageMother.message(MessageMother.complaintId(), "progress.1", null, clock.instant())
                .sending("0", "smpp", clock.instant())
                .unknown(MessageMother.NO_ANSWER);
        now("2026-11-24T02:00:00");
        Message again = doubt.again(new Decision(Decision.What.RESEND, "acc-1", "운영 담당", clock.instant()));
        town.store.add(again);
        try (Dispatcher process = started()) {
            awaitHeldUntil(MORNING, again);
            now(MORNING);
            town.awaitNothingPending();
        }
        assertThat(town.witness.taken()).containsExactly(again.handOverId(2));
    }

    @Test
    void aDigestWaitsForTheMorningUnlessSomethingUrgentWaitsForIt() {
        String id = MessageMother.complaintId();
        Message told = MessageMother.message(id, "deadline.2", null, clock.instant());
        Message digest = MessageMother.digest(List.of(told, MessageMother.wanted(Urgency.NOTICE)));
        town.store.add(told.mergedInto(digest.about().id()));
        town.store.add(digest);
        now("2026-11-23T21:00:30");
        try (Dispatcher process = started()) {
            awaitHeldUntil(MORNING, digest);
            Message changed = made(id, "changed.1", "deadline.2");
            process.offer(changed);
            town.awaitNothingPending();
            assertThat(town.witness.taken()).containsExactly(digest.id(), changed.id());
        }
    }

    @Test
    void aNoticeThatIsHeldGoesWhenSomethingUrgentOfItsCaseComes() {
        String id = MessageMother.complaintId();
        Message notice = made(id, "assigned.1", null);
        now("2026-11-23T22:00:00");
        try (Dispatcher process = started()) {
            awaitHeldUntil(MORNING, notice);
            Message changed = made(id, "changed.1", "assigned.1");
            process.offer(changed);
            town.awaitNothingPending();
            assertThat(town.witness.taken()).containsExactly(notice.id(), changed.id());
        }
    }

    @Test
    void aTextThatIsTooOldByTheMorningIsDroppedAndSaysSo() {
        assignedIsGoodFor = Duration.ofHours(12);
        Message evening = made(MessageMother.complaintId(), "assigned.1", null);
        now("2026-11-23T22:00:00");
        Message night = made(MessageMother.complaintId(), "assigned.1", null);
        try (Dispatcher process = started()) {
            awaitHeldUntil(MORNING, evening, night);
            now(MORNING);
            town.awaitNothingPending();
        }
        assertThat(stored(evening).state()).isEqualTo(MessageState.DROPPED);
        assertThat(stored(evening).progress().reason())
                .extracting(Reason::cause)
                .isEqualTo(Cause.TOO_LATE);
        // It was made when nothing goes, and grows old from the morning on.
        assertThat(town.witness.taken()).containsExactly(night.id());
    }

    @Test
    void nightAfterNightMakesNoTextYounger() {
        assignedIsGoodFor = Duration.ofHours(36);
        Message notice = made(MessageMother.complaintId(), "assigned.1", null);
        Message secondNight = notice.heldUntil(seoul(MORNING)).heldUntil(seoul("2026-11-25T08:00:00"));
        StaleSettings stale =
                new StaleSettings(Map.of("assigned", assignedIsGoodFor), Duration.ofHours(72), Duration.ofMinutes(10));
        Staleness staleness = new Staleness(stale, QUIET, new LaterTexts(new MemoryCases(), town.store), clock);
        now("2026-11-25T05:59:59");
        assertThat(staleness.of(secondNight)).isEmpty();
        now("2026-11-25T06:00:01");
        assertThat(staleness.of(secondNight)).map(Reason::cause).contains(Cause.TOO_LATE);
    }

    @Test
    void whatWasHeldUntilTheSameMomentIsTakenUpInTheOrderInWhichItWasMade() throws Exception {
        List<Message> made = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            Message notice = MessageMother.heldUntil(
                    seoul(MORNING),
                    MessageMother.message(MessageMother.complaintId(), "progress.1", null, clock.instant()));
            clock.pass(Duration.ofSeconds(1));
            made.add(notice);
            town.store.add(notice);
        }
        try (Lanes lanes = new Lanes(100, LaneSettings.NONE)) {
            new Backlog(Urgency.NOTICE, town.store, lanes, Town.settings(100)).sweep(seoul(MORNING));
            for (Message next : made) {
                Lane lane = lanes.take(Duration.ZERO).orElseThrow();
                assertThat(lanes.first(lane)).isEqualTo(next);
                lanes.done(lane);
            }
        }
    }
}
