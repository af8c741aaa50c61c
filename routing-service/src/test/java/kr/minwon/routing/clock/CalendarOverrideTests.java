package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarOverrideTests {
    private static final WorkCalendar COUNTRY = Holidays.known();
    private static final CalendarOverride DECLARED =
            new CalendarOverride(LocalDate.of(2026, 11, 27), "임시공휴일", Holiday.Kind.TEMPORARY);
    private static final CalendarOverride OWN =
            new CalendarOverride(LocalDate.of(2026, 12, 1), "구민의 날", Holiday.Kind.OFFICE);

    private static WorkCalendar calendar(CalendarOverride... overrides) {
        return ((OverrideResult.Overridden) COUNTRY.withOverrides(List.of(overrides))).calendar();
    }

    private static LocalDateTime due(WorkCalendar calendar, String received, String period) {
        DeadlineRequest request = DeadlineRequest.of(
                LocalDateTime.parse(received), Period.parse(period).orElseThrow());
        return SeoulTime.local(
                ((DueResult.Due) new DeadlineCalculator(calendar, ClockPolicy.DEFAULT).due(request)).dueAt());
    }

    @Test
    void anOfficesDaysOffMoveItsDeadlinesAndNobodyElses() {
        WorkCalendar office = calendar(OWN, DECLARED);

        assertThat(due(COUNTRY, "2026-11-23T10:00", "7d")).isEqualTo(LocalDateTime.parse("2026-12-01T18:00"));
        assertThat(due(office, "2026-11-23T10:00", "7d")).isEqualTo(LocalDateTime.parse("2026-12-03T18:00"));
        assertThat(due(office, "2026-11-26T16:30", "3h")).isEqualTo(LocalDateTime.parse("2026-11-30T10:30"));
        assertThat(office.holiday(OWN.date())).contains(OWN.holiday());
        assertThat(COUNTRY.holiday(OWN.date())).isEmpty();
    }

    @Test
    void theCorrectedSumsAreThoseOfACalendarMadeAnew() {
        WorkCalendar office = calendar(DECLARED, OWN);
        List<Holiday> holidays = new ArrayList<>(List.of(DECLARED.holiday(), OWN.holiday()));
        LocalDate.of(2000, 1, 1)
                .datesUntil(LocalDate.of(2051, 1, 1))
                .forEach(day -> COUNTRY.holiday(day).ifPresent(holidays::add));
        WorkCalendar anew = new WorkCalendar(2000, 2050, holidays);

        assertThat(LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2051, 1, 1)))
                .allSatisfy(day -> {
                    assertThat(office.isWorkingDay(day)).isEqualTo(anew.isWorkingDay(day));
                    assertThat(office.workingDaysBefore(day)).isEqualTo(anew.workingDaysBefore(day));
                });
        int all = anew.workingDaysBefore(LocalDate.of(2051, 1, 1));
        assertThat(office.workingDaysBefore(LocalDate.of(2051, 1, 1))).isEqualTo(all);
        assertThat(office.workingDay(all - 1L)).isEqualTo(anew.workingDay(all - 1L));
    }

    @Test
    void theVeryLastDayMayBeOneToo() {
        LocalDate last = LocalDate.of(2050, 12, 30);
        WorkCalendar office = calendar(new CalendarOverride(last, "종무식", Holiday.Kind.OFFICE));

        assertThat(office.isWorkingDay(last)).isFalse();
        assertThat(office.isWorkingDay(last.minusDays(1))).isTrue();
    }

    @Test
    void noOverridesAreTheCountrysCalendar() {
        assertThat(due(calendar(), "2026-11-23T10:00", "7d")).isEqualTo(due(COUNTRY, "2026-11-23T10:00", "7d"));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-25, 추석", "2026-08-17, 광복절 대체", "2026-11-28, 토요일", "2026-11-29, 일요일", "2026-06-03, 전국동시지방선거"})
    void aDayThatIsOffAnywayIsRefusedWithWhatItIs(LocalDate day, String already) {
        CalendarOverride refused = new CalendarOverride(day, "임시공휴일", Holiday.Kind.TEMPORARY);

        assertThat(COUNTRY.withOverrides(List.of(OWN, refused)))
                .isEqualTo(new OverrideResult.AlreadyOff(refused, already));
    }

    @Test
    void twoOverridesOfOneDayAreRefusedAlsoWhenTheyComeLater() {
        CalendarOverride again = new CalendarOverride(OWN.date(), "개청일", Holiday.Kind.OFFICE);

        assertThat(COUNTRY.withOverrides(List.of(OWN, again))).isEqualTo(new OverrideResult.AlreadyOff(again, "구민의 날"));
        assertThat(calendar(OWN).withOverrides(List.of(again)))
                .isEqualTo(new OverrideResult.AlreadyOff(again, "구민의 날"));
    }

    @Test
    void aDayOfAnUnknownYearIsRefused() {
        CalendarOverride far = new CalendarOverride(LocalDate.of(2051, 3, 3), "임시공휴일", Holiday.Kind.TEMPORARY);

        assertThat(COUNTRY.withOverrides(List.of(far))).isEqualTo(new OverrideResult.OutsideYears(far));
    }

    @Test
    void noOfficeMakesAStatutoryHoliday() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarOverride(OWN.date(), "설날", Holiday.Kind.STATUTORY));
    }
}
