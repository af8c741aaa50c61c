package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTests {
    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x04})
    void throttlingAsksForLessOfEverything(int status) {
        assertThat(Statuses.meaning(status))
                .isInstanceOfSatisfying(
                        Handover.Busy.class, busy -> assertThat(busy.slowDown()).isTrue());
        assertThat(Statuses.isIllness(status)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x14, 0x08, 0x45, 0x64})
    void aFullQueueOrAPassingErrorIsTriedAgain(int status) {
        assertThat(Statuses.meaning(status))
                .isInstanceOfSatisfying(
                        Handover.Busy.class, busy -> assertThat(busy.slowDown()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0A, 0x0B, 0x01, 0x03, 0x66, 0x104, 0xFF, 0x499})
    void anythingElseIsForGood(int status) {
        assertThat(Statuses.meaning(status)).isInstanceOf(Handover.Refused.class);
        assertThat(Statuses.isIllness(status)).isFalse();
    }

    @Test
    void theReasonNamesTheStatus() {
        assertThat(Statuses.meaning(0x0B))
                .isEqualTo(new Handover.Refused(new Reason("SMPP 0x0000000B", Cause.NO_SUCH_NUMBER)));
        assertThat(Statuses.meaning(0x499)).isEqualTo(new Handover.Refused("SMPP 0x00000499"));
        assertThat(Statuses.isIllness(0x08)).isTrue();
    }
}
