package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import kr.minwon.routing.clock.DeadlineResult.Deadline;
import kr.minwon.routing.clock.DeadlineResult.UnknownYear;
import kr.minwon.routing.testing.DeadlineCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineCalculatorTests {
    private final DeadlineCalculator calculator = new DeadlineCalculator(Holidays.known(), ClockPolicy.DEFAULT);

    static Stream<DeadlineCases.Case> cases() {
        return Stream.concat(DeadlineCases.vectors(), DeadlineCases.derived());
    }

    private static DeadlineRequest request(String received, String period) {
        return DeadlineRequest.of(
                LocalDateTime.parse(received), Period.parse(period).orElseThrow());
    }

    private Deadline deadline(DeadlineRequest request) {
        return (Deadline) calculator.calculate(request);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAsTheLawSays(DeadlineCases.Case known) {
        Deadline deadline = deadline(known.request());

        assertThat(SeoulTime.local(deadline.dueAt())).isEqualTo(LocalDateTime.parse(known.due()));
        if (!known.clockStart().isEmpty()) {
            assertThat(SeoulTime.local(deadline.clockStart())).isEqualTo(LocalDateTime.parse(known.clockStart()));
        }
    }

    @Test
    void theCasesAreAllThere() {
        assertThat(DeadlineCases.vectors()).hasSize(18);
        assertThat(DeadlineCases.derived()).hasSizeGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        // 27, 28, 29, 30 December are four days; the fifth would be in 2051.
        "2050-12-27T10:00, 7d, 2051",
        // The next opening after the last working day is in 2051.
        "2050-12-30T18:00, 3h, 2051",
        "2050-06-01T10:00, 1y, 2051",
        "2026-11-23T10:00, 9999d, 2051",
        "1999-12-31T10:00, 3h, 1999",
        "2051-01-03T10:00, 7d, 2051",
        // The first day's year is not known, although the last day's is.
        "1999-12-31T10:00, 1m, 1999",
    })
    void saysSoRatherThanGuessingWhenAYearIsNotKnown(String received, String period, int year) {
        assertThat(calculator.calculate(request(received, period))).isEqualTo(new UnknownYear(year));
        assertThat(calculator.due(request(received, period))).isEqualTo(new UnknownYear(year));
    }

    @Test
    void countsUpToTheVeryLastDayThatIsKnown() {
        assertThat(deadline(request("2050-12-30T10:00", "7h")).dueAt())
                .isEqualTo(SeoulTime.instant(LocalDateTime.parse("2050-12-30T18:00")));
        assertThat(calculator.calculate(request("2050-12-30T10:00", "8h"))).isEqualTo(new UnknownYear(2051));
    }

    @Test
    void aSuspensionIntoAnUnknownYearIsNotGuessed() {
        DeadlineRequest request = request("2050-12-20T10:00", "7d")
                .suspended(List.of(new Suspension(LocalDate.of(2050, 12, 22), LocalDate.of(2051, 1, 5))));

        assertThat(calculator.calculate(request)).isEqualTo(new UnknownYear(2051));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theInstantsAloneAreTheSame(DeadlineCases.Case known) {
        Deadline deadline = deadline(known.request());

        assertThat(calculator.due(known.request()))
                .isEqualTo(new DueResult.Due(deadline.clockStart(), deadline.dueAt()));
    }

    @ParameterizedTest
    @CsvSource({
        // 30 December, then 3 January 2028 and on: 1 January is a Saturday, not made up for.
        "2027-12-30T10:00, 7d, 2028-01-07T18:00",
        // 10-02 Monday to 10-04, with 개천절 on 추석, and a substitute on Thursday: 9-29, 10-06, 10-10 (10-09 is 한글날).
        "2028-09-29T17:00, 9h, 2028-10-06T18:00",
        "2028-09-29T17:00, 17h, 2028-10-10T18:00",
    })
    void countsThroughYearsThatNobodyHasDeclaredYet(String received, String period, LocalDateTime due) {
        assertThat(SeoulTime.local(deadline(request(received, period)).dueAt())).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // 2024 is a leap year: 29 February has no corresponding day in 2025.
        "2024-02-29, 1y, 2025-02-28",
        // The day before 29 March.
        "2024-02-29, 1m, 2024-03-28",
        // No 31 February; in a leap year its last day is the 29th.
        "2024-01-31, 1m, 2024-02-29",
        // The corresponding day is there: the day before it.
        "2024-01-30, 1m, 2024-02-29",
        "2024-01-29, 1m, 2024-02-28",
    })
    void leapYearsEndWhereTheCivilCodeSays(LocalDate received, String period, LocalDate due) {
        // A country whose only holiday is New Year's Day, so that nothing else moves the end.
        WorkCalendar plain = new WorkCalendar(
                2024,
                2025,
                List.of(
                        new Holiday(LocalDate.of(2024, 1, 1), "신정", Holiday.Kind.STATUTORY),
                        new Holiday(LocalDate.of(2025, 1, 1), "신정", Holiday.Kind.STATUTORY)));
        DeadlineRequest request =
                DeadlineRequest.of(received, Period.parse(period).orElseThrow());

        Deadline deadline = (Deadline) new DeadlineCalculator(plain, ClockPolicy.DEFAULT).calculate(request);

        assertThat(SeoulTime.local(deadline.dueAt())).isEqualTo(due.atTime(18, 0));
    }

    @Test
    void anOfficeMayCountLunch() {
        ClockPolicy policy = new ClockPolicy(
                "x", LocalTime.of(9, 0), LocalTime.of(17, 0), LocalTime.of(12, 0), LocalTime.of(12, 0), true, true);

        Deadline deadline = (Deadline)
                new DeadlineCalculator(Holidays.known(), policy).calculate(request("2026-11-23T11:00", "3h"));

        assertThat(SeoulTime.local(deadline.dueAt())).isEqualTo(LocalDateTime.parse("2026-11-23T14:00"));
        assertThat(deadline.steps()).anyMatch(step -> step.contains("점심시간도 셉니다"));
    }

    @Test
    void anOfficeMayLetTheEveningBelongToTheNextDay() {
        ClockPolicy policy = new ClockPolicy(
                "x", LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(12, 0), LocalTime.of(13, 0), false, true);

        Deadline deadline = (Deadline)
                new DeadlineCalculator(Holidays.known(), policy).calculate(request("2026-11-23T18:30", "7d"));

        assertThat(SeoulTime.local(deadline.clockStart())).isEqualTo(LocalDateTime.parse("2026-11-24T09:00"));
        assertThat(SeoulTime.local(deadline.dueAt())).isEqualTo(LocalDateTime.parse("2026-12-02T18:00"));
    }

    @Test
    void anOfficeMayBeginWeeksOnAWorkingDay() {
        ClockPolicy policy = new ClockPolicy(
                "x", LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(12, 0), LocalTime.of(13, 0), true, false);
        // Saturday: by the Civil Code 11/28–12/4; from Monday 11/30–12/6, a Sunday.
        DeadlineRequest request = request("2026-11-28T10:00", "1w");

        assertThat(SeoulTime.local(deadline(request).dueAt())).isEqualTo(LocalDateTime.parse("2026-12-04T18:00"));
        assertThat(SeoulTime.local(
                        ((Deadline) new DeadlineCalculator(Holidays.known(), policy).calculate(request)).dueAt()))
                .isEqualTo(LocalDateTime.parse("2026-12-07T18:00"));
    }

    @Test
    void millisecondsStay() {
        Deadline deadline = deadline(request("2026-11-23T10:12:30.123", "3d"));

        assertThat(SeoulTime.iso(deadline.dueAt())).isEqualTo("2026-11-26T10:12:30.123+09:00");
    }
}
