package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrecedenceTests {
    private final HandClock clock = new HandClock(MessageMother.AT);

    private Precedence precedence(int window) {
        return new Precedence(window, clock);
    }

    private static Precedence quick(Precedence precedence) {
        precedence.answered(Duration.ofMillis(50));
        return precedence;
    }

    private static boolean takes(Precedence precedence, Urgency urgency) {
        boolean may = precedence.mayAsk(urgency);
        if (may) {
            precedence.got(urgency, true);
        }
        return may;
    }

    @ParameterizedTest
    @EnumSource(names = {"URGENT", "NOTICE", "BULK"})
    void theLessUrgentGiveWayWhileACodeWaits(Urgency lessUrgent) {
        Precedence precedence = quick(precedence(8));
        precedence.waits(lessUrgent);
        precedence.waits(Urgency.CODE);
        assertThat(precedence.mayAsk(lessUrgent)).isFalse();
        assertThat(takes(precedence, Urgency.CODE)).isTrue();
        precedence.leaves(Urgency.CODE);
        assertThat(takes(precedence, lessUrgent)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Urgency.class)
    void nothingGivesWayToItsLikeOrToWhatIsLessUrgent(Urgency urgency) {
        Precedence precedence = quick(precedence(8));
        for (Urgency other : Urgency.values()) {
            if (other.compareTo(urgency) >= 0) {
                precedence.waits(other);
            }
        }
        assertThat(precedence.mayAsk(urgency)).isTrue();
    }

    @Test
    void whatGaveWayAgainAndAgainNeedNotOnce() {
        Precedence precedence = quick(precedence(8));
        precedence.waits(Urgency.NOTICE);
        precedence.waits(Urgency.URGENT);
        int gaveWay = 0;
        while (!precedence.mayAsk(Urgency.NOTICE)) {
            assertThat(takes(precedence, Urgency.URGENT)).isTrue();
            gaveWay++;
        }
        assertThat(gaveWay).isEqualTo(Precedence.MOST_PASSED_OVER);
        precedence.got(Urgency.NOTICE, false);
        assertThat(precedence.mayAsk(Urgency.NOTICE)).as("it got none yet").isTrue();
        precedence.got(Urgency.NOTICE, true);
        assertThat(precedence.mayAsk(Urgency.NOTICE)).isFalse();
    }

    @Test
    void whatDoesNotWaitIsNotPassedOver() {
        Precedence precedence = quick(precedence(8));
        precedence.waits(Urgency.URGENT);
        for (int n = 0; n <= Precedence.MOST_PASSED_OVER; n++) {
            takes(precedence, Urgency.URGENT);
        }
        precedence.waits(Urgency.NOTICE);
        assertThat(precedence.mayAsk(Urgency.NOTICE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTICE", "BULK"})
    void theLastTurnIsKeptUntilTheProviderIsKnownToBeQuick(Urgency patient) {
        Precedence precedence = precedence(2);
        assertThat(takes(precedence, patient)).isTrue();
        assertThat(takes(precedence, patient)).isFalse();
        quick(precedence);
        assertThat(takes(precedence, patient)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE", "URGENT"})
    void ofASlowProviderTheLastTurnIsKept(Urgency urgent) {
        Precedence precedence = quick(precedence(4));
        precedence.answered(Duration.ofSeconds(5));
        for (int n = 0; n < 3; n++) {
            assertThat(takes(precedence, Urgency.NOTICE)).isTrue();
        }
        assertThat(precedence.mayAsk(Urgency.BULK)).isFalse();
        assertThat(takes(precedence, urgent)).isTrue();
        precedence.back(Urgency.NOTICE);
        assertThat(takes(precedence, Urgency.NOTICE)).isTrue();
        assertThat(precedence.mayAsk(Urgency.NOTICE)).isFalse();
    }

    @Test
    void aProviderThatIsQuickAgainGivesAllItsTurnsAfterAWhile() {
        Precedence precedence = quick(precedence(2));
        precedence.answered(Duration.ofSeconds(5));
        takes(precedence, Urgency.NOTICE);
        clock.pass(Duration.ofMinutes(4));
        quick(precedence);
        assertThat(precedence.mayAsk(Urgency.NOTICE)).isFalse();
        clock.pass(Duration.ofMinutes(2));
        quick(precedence);
        assertThat(takes(precedence, Urgency.NOTICE)).isTrue();
    }

    @Test
    void theOnlyTurnIsForAll() {
        Precedence precedence = precedence(1);
        precedence.answered(Duration.ofSeconds(5));
        assertThat(takes(precedence, Urgency.BULK)).isTrue();
        assertThat(precedence.mayAsk(Urgency.BULK)).isFalse();
        precedence.back(Urgency.BULK);
        assertThat(takes(precedence, Urgency.BULK)).isTrue();
    }

    @Test
    void whoAskedForNothingHoldsNoTurn() {
        Precedence precedence = precedence(2);
        for (int n = 0; n < 5; n++) {
            assertThat(precedence.mayAsk(Urgency.NOTICE)).isTrue();
            precedence.got(Urgency.NOTICE, false);
        }
    }
}
