package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;

class DailyCapTests {
    private static final String PHONE = "01012345678";
    private static final Message TEXT = MessageMother.received();

    /** 23:30 in Seoul. */
    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T14:30:00Z"));

    private final DailyCap cap = new DailyCap(3, clock);

    private void sent(int times) {
        for (int n = 0; n < times; n++) {
            assertThat(cap.take(TEXT, PHONE)).isEmpty();
        }
    }

    @Test
    void aPhoneGetsSoManyTextsAndNoMore() {
        sent(3);
        assertThat(cap.take(TEXT, PHONE)).map(Reason::cause).contains(Cause.TOO_MANY_TODAY);
    }

    @Test
    void whatDidNotGoOutIsNotCounted() {
        sent(3);
        cap.giveBack(TEXT, PHONE);
        sent(1);
        assertThat(cap.take(TEXT, PHONE)).isPresent();
    }

    @Test
    void onTheNextDayInSeoulItGetsTextsAgain() {
        sent(3);
        clock.pass(Duration.ofMinutes(29));
        assertThat(cap.take(TEXT, PHONE)).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(cap.take(TEXT, PHONE)).isEmpty();
    }

    @Test
    void anotherPhoneIsNotConcerned() {
        sent(3);
        assertThat(cap.take(TEXT, "01099999999")).isEmpty();
    }

    @Test
    void codesHaveLimitsOfTheirOwn() {
        sent(3);
        assertThat(cap.take(MessageMother.code("1"), PHONE)).isEmpty();
    }
}
