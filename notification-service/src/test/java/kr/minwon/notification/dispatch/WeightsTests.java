package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WeightsTests {
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final Duration SLOW = Duration.ofSeconds(4);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T00:00:00Z"));
    private final Weights weights =
            new Weights(List.of(new Named("a", 70), new Named("b", 30)), Choices.settings(), clock);

    /** A provider by name and weight only. */
    private record Named(String name, int weight) implements PlainProvider {}

    private void fail(String provider, int times) {
        for (int n = 0; n < times; n++) {
            weights.ended(provider, true, QUICK);
        }
    }

    private List<Integer> points() {
        return List.of(weights.points("a"), weights.points("b"));
    }

    @Test
    void theChoiceIsInProportionToThePoints() {
        RandomGenerator random = new SplittableRandom(7);
        Map<String, Integer> first = new HashMap<>();
        for (int n = 0; n < 10_000; n++) {
            List<String> order = weights.order(List.of("a", "b"), random);
            assertThat(order).containsExactlyInAnyOrder("a", "b");
            first.merge(order.getFirst(), 1, Integer::sum);
        }
        assertThat(first.get("a")).isBetween(6_800, 7_200);
    }

    @Test
    void fiftyErrorsInAMinuteAreBorneAndOneMoreCostsTenPoints() {
        fail("a", 50);
        assertThat(points()).containsExactly(70, 30);
        fail("a", 1);
        assertThat(points()).containsExactly(60, 40);
    }

    @Test
    void errorsThatAreSpreadOutCostNothing() {
        for (int n = 0; n < 300; n++) {
            fail("a", 1);
            clock.pass(Duration.ofSeconds(2));
        }
        assertThat(points()).containsExactly(70, 30);
    }

    @Test
    void noMoreThanAStepIsLostInAMinuteAndEachTakesNewErrors() {
        fail("a", 400);
        assertThat(points()).containsExactly(60, 40);
        clock.pass(Duration.ofMinutes(1));
        fail("a", 51);
        assertThat(points()).containsExactly(50, 50);
    }

    @Test
    void aShareOfFifteenPercentThatIsSlowCostsAStep() {
        for (int n = 0; n < 17; n++) {
            weights.ended("a", false, QUICK);
        }
        weights.ended("a", false, SLOW);
        weights.ended("a", false, SLOW);
        assertThat(points()).containsExactly(70, 30);
        weights.ended("a", false, SLOW);
        assertThat(points()).containsExactly(60, 40);
    }

    @Test
    void aFewSlowOnesAreNoShare() {
        for (int n = 0; n < 19; n++) {
            weights.ended("b", false, SLOW);
        }
        assertThat(points()).containsExactly(70, 30);
    }

    @Test
    void whatWasLostComesBackAStepAnHour() {
        for (int move = 0; move < 3; move++) {
            fail("a", 51);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(points()).containsExactly(40, 60);
        clock.pass(Duration.ofMinutes(59));
        assertThat(points()).containsExactly(50, 50);
        clock.pass(Duration.ofHours(1));
        assertThat(points()).containsExactly(60, 40);
        clock.pass(Duration.ofHours(9));
        assertThat(points()).containsExactly(70, 30);
    }

    @Test
    void pointsDoNotGoBelowNothingAndWhoHasNoneIsTriedLast() {
        for (int move = 0; move < 12; move++) {
            fail("a", 51);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(points()).containsExactly(0, 100);
        RandomGenerator random = new SplittableRandom(7);
        for (int n = 0; n < 100; n++) {
            assertThat(weights.order(List.of("a", "b"), random)).containsExactly("b", "a");
        }
        assertThat(weights.order(List.of("a"), random)).containsExactly("a");
    }

    @Test
    void theOnlyProviderLosesNothing() {
        Weights one = new Weights(List.of(new Named("a", 50)), Choices.settings(), clock);
        for (int n = 0; n < 200; n++) {
            one.ended("a", true, SLOW);
        }
        assertThat(one.points("a")).isEqualTo(50);
    }

    @Test
    void pointsAreSharedOutAmongTheOthers() {
        Weights three = new Weights(
                List.of(new Named("a", 40), new Named("b", 30), new Named("c", 30)), Choices.settings(), clock);
        for (int n = 0; n < 51; n++) {
            three.ended("a", true, QUICK);
        }
        assertThat(List.of(three.points("a"), three.points("b"), three.points("c")))
                .containsExactly(30, 35, 35);
    }

    @Test
    void twoProvidersOfOneNameAreRefused() {
        assertThatThrownBy(() -> new Weights(List.of(new Named("a", 1), new Named("a", 2)), Choices.settings(), clock))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
