package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kr.minwon.notification.message.LatestNotices.Made;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BurstsTests {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private final Map<String, List<Made>> stored = new HashMap<>();
    private Bursts bursts = instance();

    private Bursts instance() {
        return new Bursts(
                new BurstSettings(3, MINUTE),
                (office, phone, since, most) -> stored.getOrDefault(office + "/" + phone, List.of()).stream()
                        .filter(one -> one.at().isAfter(since))
                        .toList());
    }

    /** Made and stored. */
    private @Nullable Instant held(String phone, Step step, long seconds) {
        CaseRecord recipient = CaseRecord.opened(
                MessageMother.about(MessageMother.complaintId()), phone, true, MessageMother.AT, Spoken.KOREAN);
        Instant now = MessageMother.AT.plusSeconds(seconds);
        Instant until = bursts.heldUntil(recipient, step, now);
        if (step.urgency() == Urgency.NOTICE) {
            stored.computeIfAbsent("seogu/" + phone, none -> new ArrayList<>()).add(new Made(now, until));
        }
        return until;
    }

    private void tell(String phone, int times) {
        IntStream.range(0, times)
                .forEach(n -> assertThat(held(phone, Step.ASSIGNED, n))
                        .as("notice %d", n + 1)
                        .isNull());
    }

    @Test
    void theFirstNoticesOfAMinuteGoAtOnceAndFurtherOnesWaitForItsEnd() {
        tell("01011111111", 3);
        Instant end = MessageMother.AT.plus(MINUTE);
        assertThat(held("01011111111", Step.DEADLINE, 3)).isEqualTo(end);
        assertThat(held("01011111111", Step.ANSWERED, 59)).isEqualTo(end);
    }

    @Test
    void theNextMinuteBeginsAnew() {
        tell("01011111111", 3);
        assertThat(held("01011111111", Step.DEADLINE, 60)).isNull();
    }

    @Test
    void onePhoneHasNothingToDoWithAnother() {
        tell("01011111111", 3);
        tell("01022222222", 3);
    }

    @Test
    void whatAsksForAnAnswerOrIsUrgentIsNeverHeld() {
        tell("01011111111", 3);
        assertThat(held("01011111111", Step.SUPPLEMENT, 4)).isNull();
        assertThat(held("01011111111", Step.CONSENT, 5)).isNull();
        assertThat(held("01011111111", Step.RECEIVED, 6)).isNull();
        assertThat(held("01011111111", Step.WITHDRAWN, 7)).isNull();
    }

    @Test
    void urgentTextsDoNotCount() {
        for (int n = 0; n < 20; n++) {
            assertThat(held("01011111111", Step.RECEIVED, n)).isNull();
        }
        assertThat(held("01011111111", Step.ASSIGNED, 21)).isNull();
    }

    @Test
    void anotherInstanceAndOneThatWasStartedAgainCountWhatIsStored() {
        tell("01011111111", 2);
        bursts = instance();
        assertThat(held("01011111111", Step.ASSIGNED, 2)).isNull();
        bursts = instance();
        Instant end = MessageMother.AT.plus(MINUTE);
        assertThat(held("01011111111", Step.DEADLINE, 3)).isEqualTo(end);
        bursts = instance();
        assertThat(held("01011111111", Step.DEADLINE, 4)).as("the same moment").isEqualTo(end);
    }

    @Test
    void whatWasHeldBelongsToNoMinuteThatBeginsAfterIt() {
        tell("01011111111", 3);
        for (int n = 3; n < 60; n++) {
            assertThat(held("01011111111", Step.DEADLINE, n)).isNotNull();
        }
        for (int n = 60; n < 63; n++) {
            assertThat(held("01011111111", Step.DEADLINE, n)).as("at %d s", n).isNull();
        }
        assertThat(held("01011111111", Step.DEADLINE, 63)).isEqualTo(MessageMother.AT.plusSeconds(120));
    }

    @Test
    void whatQuietHoursHoldUntilTheMorningHoldsNothingElse() {
        stored.put(
                "seogu/01011111111",
                new ArrayList<>(List.of(new Made(MessageMother.AT, MessageMother.AT.plus(Duration.ofHours(9))))));
        assertThat(held("01011111111", Step.ASSIGNED, 1)).isNull();
    }

    @Test
    void zeroHoldsNothing() {
        CaseRecord recipient =
                CaseRecord.opened(MessageMother.about("id"), "01011111111", true, MessageMother.AT, Spoken.KOREAN);
        for (int n = 0; n < 50; n++) {
            assertThat(MessageMother.NO_BURSTS.heldUntil(recipient, Step.ASSIGNED, MessageMother.AT))
                    .isNull();
        }
    }

    @Test
    void nonsenseIsRefusedAtStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BurstSettings(-1, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BurstSettings(1, Duration.ofHours(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BurstSettings(1, Duration.ZERO));
    }
}
