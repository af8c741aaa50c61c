package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.guard.Guard.Health;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTests {
    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x04})
    void throttlingAsksForLessOfEverything(int status) {
        assertThat(Statuses.meaning(status))
                .isInstanceOfSatisfying(
                        Handover.Busy.class, busy -> assertThat(busy.slowDown()).isTrue());
        assertThat(Statuses.health(status)).isEqualTo(Health.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x14, 0x08, 0x45, 0x64})
    void aFullQueueOrAPassingErrorIsTriedAgainSoon(int status) {
        assertThat(Statuses.meaning(status)).isInstanceOfSatisfying(Handover.Busy.class, busy -> {
            assertThat(busy.slowDown()).isFalse();
            assertThat(busy.pause()).isZero();
        });
        assertThat(Statuses.health(status)).isEqualTo(status == 0x08 ? Health.ILL : Health.NEITHER);
    }

    @ParameterizedTest
    @CsvSource({"0x01,CONTENT_REFUSED", "0x0B,NO_SUCH_NUMBER", "0x33,NO_SUCH_NUMBER", "0x66,REJECTED"})
    void onlyWhatIsAboutThisTextOrThisPhoneIsForGood(String status, Cause cause) {
        int code = Integer.decode(status);
        assertThat(Statuses.meaning(code))
                .isEqualTo(new Handover.Refused(new Reason(String.format("SMPP 0x%08X", code), cause)));
        assertThat(Statuses.health(code)).isEqualTo(Health.WELL);
    }

    /** Of the sender, the account, the session, what we set, unknown ones and the carriers' own from 0x400 on. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0A, 0x02, 0x03, 0x05, 0x0D, 0x0E, 0x0F, 0x15, 0x43, 0x48, 0x51, 0x53, 0x62, 0x65, 0xC4, 0xFE, 0xFF,
                0x101, 0x104, 0x400, 0x499, 0x4FF, -1
            })
    void anythingElseMayBeTakenElsewhereOrLater(int status) {
        assertThat(Statuses.meaning(status)).isInstanceOfSatisfying(Handover.Busy.class, busy -> {
            assertThat(busy.slowDown()).isFalse();
            assertThat(busy.pause()).isPositive();
        });
        assertThat(Statuses.health(status)).isNotEqualTo(Health.WELL);
    }

    @ParameterizedTest
    @CsvSource({"0x08,ILL", "0xFF,ILL", "0x05,ILL", "0x0D,ILL", "0x0E,ILL", "0x0F,ILL", "0x0A,NEITHER", "0x499,NEITHER"
    })
    void whatIsOfTheAccountOrTheCarrierIsIllnessAndWhatMayBeOfOneTextIsNot(String status, Health health) {
        assertThat(Statuses.health(Integer.decode(status))).isEqualTo(health);
    }

    @Test
    void theReasonNamesTheStatus() {
        assertThat(Statuses.meaning(0x499))
                .isInstanceOfSatisfying(
                        Handover.Busy.class, busy -> assertThat(busy.reason()).isEqualTo("SMPP 0x00000499"));
    }
}
