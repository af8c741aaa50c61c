package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kr.minwon.routing.clock.PolicyHistory.Line;
import kr.minwon.routing.clock.PolicyHistory.Result;
import org.junit.jupiter.api.Test;

class PolicyHistoryTests {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final ClockPolicy WITHOUT_LUNCH = new ClockPolicy(
            "2026-07", LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(12, 0), LocalTime.of(12, 0), true, true);
    private static final Line FIRST = new Line(LocalDate.of(2026, 1, 1), JULY.minusDays(1), ClockPolicy.DEFAULT);
    private static final Line SECOND = Line.since(JULY, WITHOUT_LUNCH);

    @Test
    void aDayHasThePolicyThatIsInForce() {
        PolicyHistory history = ((Result.Whole) PolicyHistory.of(List.of(SECOND, FIRST))).history();

        assertThat(history.at(LocalDate.of(2026, 1, 1))).contains(ClockPolicy.DEFAULT);
        assertThat(history.at(LocalDate.of(2026, 6, 30))).contains(ClockPolicy.DEFAULT);
        assertThat(history.at(JULY)).contains(WITHOUT_LUNCH);
        assertThat(history.at(LocalDate.of(2050, 1, 1))).contains(WITHOUT_LUNCH);
        assertThat(history.at(LocalDate.of(2025, 12, 31))).isEmpty();
    }

    @Test
    void afterTheLastDayThereIsNone() {
        PolicyHistory history = ((Result.Whole) PolicyHistory.of(List.of(FIRST))).history();

        assertThat(history.at(JULY)).isEmpty();
    }

    @Test
    void aGapNamesTheLineAfterIt() {
        Line late = Line.since(JULY.plusDays(1), WITHOUT_LUNCH);

        assertThat(PolicyHistory.of(List.of(late, FIRST))).isEqualTo(new Result.Gap(1));
        assertThat(PolicyHistory.of(List.of(FIRST, late))).isEqualTo(new Result.Gap(2));
    }

    @Test
    void twoPoliciesOnOneDayNameTheLaterLine() {
        assertThat(PolicyHistory.of(List.of(FIRST, SECOND, SECOND))).isEqualTo(new Result.Overlap(3));
        assertThat(PolicyHistory.of(List.of(SECOND, Line.since(FIRST.from(), ClockPolicy.DEFAULT))))
                .isEqualTo(new Result.Overlap(1));
    }

    @Test
    void aLineThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Line(JULY, JULY.minusDays(1), ClockPolicy.DEFAULT));
    }
}
