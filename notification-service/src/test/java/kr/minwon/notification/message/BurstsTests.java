package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BurstsTests {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private final Bursts bursts = new Bursts(new BurstSettings(3, MINUTE), Optional::of);

    private Instant held(String phone, Step step, long seconds) {
        CaseRecord recipient = CaseRecord.opened(
                MessageMother.about(MessageMother.complaintId()), phone, true, MessageMother.AT, Spoken.KOREAN);
        return bursts.heldUntil(recipient, step, MessageMother.AT.plusSeconds(seconds));
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
    void aPhoneThatCannotBeOpenedIsLeftToTheHandOver() {
        Bursts blind = new Bursts(new BurstSettings(1, MINUTE), phone -> Optional.empty());
        CaseRecord recipient =
                CaseRecord.opened(MessageMother.about("id"), "sealed", true, MessageMother.AT, Spoken.KOREAN);
        for (int n = 0; n < 3; n++) {
            assertThat(blind.heldUntil(recipient, Step.ASSIGNED, MessageMother.AT))
                    .isNull();
        }
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
