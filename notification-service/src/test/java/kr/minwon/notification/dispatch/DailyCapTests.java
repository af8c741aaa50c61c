package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.TextsToPhone;
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

    /** What the instances have handed over, as the store counts it. */
    private final AtomicInteger stored = new AtomicInteger();

    private final AtomicInteger reads = new AtomicInteger();
    private final List<Instant> readSince = new ArrayList<>();

    private DailyCap instance(int most) {
        TextsToPhone texts = (office, phone, since, atMost) -> {
            reads.incrementAndGet();
            readSince.add(since);
            return Math.min(stored.get(), atMost);
        };
        return new DailyCap(most, texts, clock);
    }

    private boolean sends(DailyCap instance) {
        boolean may = instance.take(TEXT, PHONE).isEmpty();
        if (may) {
            stored.incrementAndGet();
        }
        return may;
    }

    private void send(DailyCap instance, int times) {
        for (int n = 0; n < times; n++) {
            assertThat(sends(instance)).as("text %d", n + 1).isTrue();
        }
    }

    @Test
    void aStartForgetsNothing() {
        send(instance(3), 2);
        DailyCap restarted = instance(3);
        send(restarted, 1);
        assertThat(sends(restarted)).isFalse();
        assertThat(sends(instance(3))).isFalse();
        assertThat(readSince).containsOnly(Instant.parse("2026-11-22T15:00:00Z"));
    }

    @Test
    void twoInstancesInTurnHoldItTogether() {
        DailyCap one = instance(200);
        DailyCap other = instance(200);
        int gone = 0;
        while (sends(one) | sends(other)) {
            gone = stored.get();
        }
        assertThat(gone).isBetween(200, 201);
    }

    @Test
    void anInstanceThatStoodStillLetsNoMoreThanAnEighthGoBesideIt() {
        DailyCap still = instance(200);
        send(still, 1);
        send(instance(200), 199);
        int more = 0;
        while (sends(still)) {
            more++;
        }
        assertThat(more).isLessThanOrEqualTo(200 / 8);
    }

    @Test
    void theStoreIsReadOnceForWhatAPhoneUsuallyGets() {
        DailyCap instance = instance(200);
        send(instance, 20);
        assertThat(reads).hasValue(1);
        send(instance, 180);
        assertThat(reads.get()).isLessThan(50);
        int before = reads.get();
        for (int n = 0; n < 100; n++) {
            assertThat(sends(instance)).isFalse();
        }
        assertThat(reads).as("once it is full nothing is read").hasValue(before);
    }

    @Test
    void onTheNextDayItIsReadAnew() {
        DailyCap instance = instance(2);
        send(instance, 2);
        assertThat(sends(instance)).isFalse();
        clock.pass(Duration.ofMinutes(30));
        stored.set(1);
        assertThat(sends(instance)).isTrue();
        assertThat(sends(instance)).isFalse();
        assertThat(readSince).contains(Instant.parse("2026-11-23T15:00:00Z"));
    }

    @Test
    void whileTheStoreIsAwayNothingIsTaken() {
        DailyCap instance = new DailyCap(
                3,
                (office, phone, since, most) -> {
                    throw new IllegalStateException("away");
                },
                clock);
        assertThatIllegalStateException().isThrownBy(() -> instance.take(TEXT, PHONE));
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
