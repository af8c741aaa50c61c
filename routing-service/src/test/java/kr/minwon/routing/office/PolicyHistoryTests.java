package kr.minwon.routing.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.office.PolicyHistory.Result;
import org.junit.jupiter.api.Test;

class PolicyHistoryTests {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final Policy DEFAULT = Policy.of(ClockPolicy.DEFAULT);
    private static final Policy WITHOUT_LUNCH = Policy.of(new ClockPolicy(
            "2026-07", LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(12, 0), LocalTime.of(12, 0), true, true));
    private static final PolicyVersion FIRST =
            new PolicyVersion(LocalDate.of(2026, 1, 1), JULY.minusDays(1), DEFAULT, null);
    private static final PolicyVersion SECOND = PolicyVersion.since(JULY, WITHOUT_LUNCH, null);

    @Test
    void aDayHasThePolicyThatIsInForce() {
        PolicyHistory history = ((Result.Whole) PolicyHistory.of(List.of(SECOND, FIRST))).history();

        assertThat(history.at(LocalDate.of(2026, 1, 1))).contains(DEFAULT);
        assertThat(history.at(LocalDate.of(2026, 6, 30))).contains(DEFAULT);
        assertThat(history.at(JULY)).contains(WITHOUT_LUNCH);
        assertThat(history.at(LocalDate.of(2050, 1, 1))).contains(WITHOUT_LUNCH);
        assertThat(history.at(LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(history.named("2026-07")).contains(SECOND);
        assertThat(history.last()).isEqualTo(SECOND);
    }

    @Test
    void aNewVersionEndsTheOneBeforeOnTheDayBefore() {
        PolicyHistory history = ((Result.Whole) PolicyHistory.always(DEFAULT).with(SECOND)).history();

        assertThat(history.versions().getFirst().until()).isEqualTo(JULY.minusDays(1));
        assertThat(history.at(LocalDate.of(1999, 1, 1))).contains(DEFAULT);
        assertThat(history.at(JULY)).contains(WITHOUT_LUNCH);
        assertThat(history.with(PolicyVersion.since(JULY, DEFAULT, null))).isEqualTo(new Result.Overlap(3));
    }

    @Test
    void aGapNamesTheLineAfterIt() {
        PolicyVersion late = PolicyVersion.since(JULY.plusDays(1), WITHOUT_LUNCH, null);

        assertThat(PolicyHistory.of(List.of(late, FIRST))).isEqualTo(new Result.Gap(1));
        assertThat(PolicyHistory.of(List.of(FIRST, late))).isEqualTo(new Result.Gap(2));
    }

    @Test
    void theLastVersionHoldsUntilFurtherNotice() {
        assertThat(PolicyHistory.of(List.of(FIRST))).isEqualTo(new Result.Ends(1));
    }

    @Test
    void twoPoliciesOnOneDayNameTheLaterLine() {
        assertThat(PolicyHistory.of(List.of(FIRST, SECOND, SECOND))).isEqualTo(new Result.Overlap(3));
        assertThat(PolicyHistory.of(List.of(SECOND, PolicyVersion.since(FIRST.from(), DEFAULT, null))))
                .isEqualTo(new Result.Overlap(1));
    }

    @Test
    void aVersionThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyVersion(JULY, JULY.minusDays(1), DEFAULT, null));
    }
}
