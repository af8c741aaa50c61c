package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {
    @ParameterizedTest
    @ValueSource(strings = {"3h", "5d", "7d", "2w", "1m", "1y", "9999d"})
    void readsWhatItWrites(String text) {
        assertThat(Period.parse(text))
                .hasValueSatisfying(period -> assertThat(period).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0d", "-1d", "3", "h", "3H", "3 h", "10000d", "1.5d", "٣h", "3d4h", "３h"})
    void refusesAnythingElse(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void fiveDaysAreHoursAndSixAreDays() {
        assertThat(new Period(5, Period.Unit.DAYS).counting()).isEqualTo(Period.Counting.HOURS);
        assertThat(new Period(6, Period.Unit.DAYS).counting()).isEqualTo(Period.Counting.DAYS);
        assertThat(new Period(48, Period.Unit.WORKING_HOURS).counting()).isEqualTo(Period.Counting.HOURS);
    }

    @Test
    void overlappingSuspensionsBecomeOne() {
        LocalDate day = LocalDate.of(2026, 11, 25);

        assertThat(Suspension.merged(List.of(
                        new Suspension(day.plusDays(10), day.plusDays(11)),
                        new Suspension(day, day.plusDays(3)),
                        new Suspension(day.plusDays(1), day.plusDays(2)),
                        new Suspension(day.plusDays(4), day.plusDays(5)))))
                .containsExactly(
                        new Suspension(day, day.plusDays(5)), new Suspension(day.plusDays(10), day.plusDays(11)));
    }

    @Test
    void anOfficeThatClosesBeforeItOpensIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockPolicy(
                        "x",
                        LocalTime.of(18, 0),
                        LocalTime.of(9, 0),
                        LocalTime.of(12, 0),
                        LocalTime.of(13, 0),
                        true,
                        true));
    }

    @Test
    void aCalendarKnowsEachHolidayOnceAndEachYearWhole() {
        Holiday newYear = new Holiday(LocalDate.of(2026, 1, 1), "신정", Holiday.Kind.STATUTORY);

        assertThatIllegalArgumentException().isThrownBy(() -> new WorkCalendar(2026, 2026, List.of(newYear, newYear)));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkCalendar(2026, 2027, List.of(newYear)));
    }

    @Test
    void theProvisionalCalendarAgreesWithTheKnownYears() {
        WorkCalendar known = Holidays.known();
        WorkCalendar provisional = Holidays.provisional();

        for (LocalDate day = LocalDate.of(2000, 1, 1); day.getYear() < 2051; day = day.plusDays(1)) {
            assertThat(provisional.isWorkingDay(day)).as("%s", day).isEqualTo(known.isWorkingDay(day));
        }
        assertThat(provisional.isWorkingDay(LocalDate.of(2070, 12, 24))).isTrue();
    }
}
