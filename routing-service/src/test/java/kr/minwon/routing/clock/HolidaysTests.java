package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The computed holidays against the declared ones of 2025–2027, the known substitutes and elections of 2000–2024, and what
 * has to hold in every year to 2070.
 */
class HolidaysTests {
    private static final int FIRST = 2000;
    private static final int LAST = 2070;
    private static final WorkCalendar CALENDAR = Holidays.provisional();

    private static Stream<Holiday> holidays(int first, int last) {
        return LocalDate.of(first, 1, 1)
                .datesUntil(LocalDate.of(last + 1, 1, 1))
                .flatMap(day -> CALENDAR.holiday(day).stream());
    }

    static IntStream years() {
        return IntStream.rangeClosed(FIRST, LAST);
    }

    private static Stream<String> written(int first, int last, Holiday.Kind kind) {
        return holidays(first, last)
                .filter(holiday -> holiday.kind() == kind)
                .map(holiday -> holiday.date() + " " + holiday.name());
    }

    private static List<Holiday> declared() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HolidaysTests.class.getResourceAsStream("/routing-service/holidays-kr.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Holiday(
                            LocalDate.parse(cells[0]),
                            cells[1],
                            Holiday.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT))))
                    .toList();
        }
    }

    @Test
    void theYearsThatWereDeclaredWholeComeOutRowByRow() throws IOException {
        assertThat(holidays(2025, 2027)).hasSize(65).containsExactlyElementsOf(declared());
    }

    @ParameterizedTest
    @MethodSource("years")
    void eachYearHasThreeDaysOfBothFeasts(int year) {
        for (String feast : List.of("설날", "추석")) {
            LocalDate day = holidays(year, year)
                    .filter(holiday -> List.of(holiday.name().split("·")).contains(feast))
                    .map(Holiday::date)
                    .reduce((one, other) -> {
                        throw new AssertionError(feast + " twice");
                    })
                    .orElseThrow();

            assertThat(Stream.of(day.minusDays(1), day.plusDays(1)))
                    .allSatisfy(eve -> assertThat(CALENDAR.holiday(eve))
                            .hasValueSatisfying(
                                    holiday -> assertThat(holiday.name()).contains(feast + " 연휴")));
        }
    }

    @ParameterizedTest
    @MethodSource("years")
    void aSubstituteIsAWeekdayOfItsOwnWithinAWeekOfWhatItStandsFor(int year) {
        assertThat(holidays(year, year).filter(holiday -> holiday.kind() == Holiday.Kind.SUBSTITUTE))
                .allSatisfy(substitute -> {
                    LocalDate day = substitute.date();
                    assertThat(WorkCalendar.isWeekend(day)).isFalse();
                    assertThat(holidays(year, year)
                                    .filter(holiday -> holiday.kind() == Holiday.Kind.STATUTORY)
                                    .filter(holiday -> holiday.name().contains(substitute.stem()))
                                    .map(holiday -> ChronoUnit.DAYS.between(holiday.date(), day)))
                            .anyMatch(days -> days >= 1 && days <= 6);
                    assertThat(CALENDAR.isWorkingDay(day.minusDays(1))).isFalse();
                });
    }

    @Test
    void noYearHasFarMoreOrFewerHolidaysThanItsRules() {
        assertThat(IntStream.rangeClosed(FIRST, 2013)
                        .mapToLong(year -> holidays(year, year).count()))
                .allMatch(count -> count >= 13 && count <= 19);
        assertThat(IntStream.rangeClosed(2026, LAST)
                        .mapToLong(year -> holidays(year, year).count()))
                .allMatch(count -> count >= 16 && count <= 27);
    }

    @Test
    void theSubstitutesSinceThereAreSomeAreThoseThatWereGiven() {
        assertThat(written(FIRST, 2024, Holiday.Kind.SUBSTITUTE))
                .containsExactly(
                        "2014-09-10 추석 대체",
                        "2015-09-29 추석 대체",
                        "2016-02-10 설날 대체",
                        "2017-01-30 설날 대체",
                        // 개천절 on a weekday of 추석.
                        "2017-10-06 추석 대체",
                        // A Saturday, which the feasts do not count.
                        "2018-05-07 어린이날 대체",
                        "2018-09-26 추석 대체",
                        "2019-05-06 어린이날 대체",
                        "2020-01-27 설날 대체",
                        "2021-08-16 광복절 대체",
                        "2021-10-04 개천절 대체",
                        "2021-10-11 한글날 대체",
                        "2022-09-12 추석 대체",
                        "2022-10-10 한글날 대체",
                        // 설날 was on Sunday 22 January, with the 21st and 23rd.
                        "2023-01-24 설날 대체",
                        "2023-05-29 부처님오신날 대체",
                        "2024-02-12 설날 대체",
                        "2024-05-06 어린이날 대체");
    }

    @Test
    void theElectionsAreThoseThatWereHeldAndThoseThatTheLawSets() {
        assertThat(written(FIRST, 2034, Holiday.Kind.ELECTION))
                .containsExactly(
                        "2000-04-13 국회의원선거",
                        // A week after the Thursday that was 현충일.
                        "2002-06-13 전국동시지방선거",
                        "2002-12-19 대통령선거",
                        "2004-04-15 국회의원선거",
                        "2006-05-31 전국동시지방선거",
                        "2007-12-19 대통령선거",
                        "2008-04-09 국회의원선거",
                        "2010-06-02 전국동시지방선거",
                        "2012-04-11 국회의원선거",
                        "2012-12-19 대통령선거",
                        "2014-06-04 전국동시지방선거",
                        "2016-04-13 국회의원선거",
                        "2017-05-09 대통령선거",
                        "2018-06-13 전국동시지방선거",
                        "2020-04-15 국회의원선거",
                        // 2 March is the day after 삼일절.
                        "2022-03-09 대통령선거",
                        "2022-06-01 전국동시지방선거",
                        "2024-04-10 국회의원선거",
                        "2025-06-03 대통령선거",
                        "2026-06-03 전국동시지방선거",
                        "2028-04-12 국회의원선거",
                        "2030-03-27 대통령선거",
                        // 5 June is the day before 현충일.
                        "2030-06-12 전국동시지방선거",
                        "2032-04-14 국회의원선거",
                        "2034-05-31 전국동시지방선거");
    }

    @ParameterizedTest
    @CsvSource({
        // 식목일 until 2005, 제헌절 until 2007 and from 2026, 한글날 from 2013, 노동절 from 2026.
        "2005-04-05, 식목일",
        "2006-04-05, ",
        "2007-07-17, 제헌절",
        "2008-07-17, ",
        "2025-07-17, ",
        "2026-07-17, 제헌절",
        "2012-10-09, ",
        "2013-10-09, 한글날",
        "2025-05-01, ",
        "2026-05-01, 노동절",
        // 대체 is neither given for 신정 nor for 현충일, both on a Saturday or Sunday.
        "2022-01-03, ",
        "2027-06-07, ",
        // Not yet made up for: 삼일절 2020 was a Sunday, 부처님오신날 2022, 성탄절 2022.
        "2020-03-02, ",
        "2022-05-09, ",
        "2022-12-26, ",
        "2006-05-05, 어린이날·부처님오신날",
        "2028-10-02, 추석 연휴",
        "2028-10-03, 개천절·추석",
        "2028-10-04, 추석 연휴",
        "2028-10-05, 추석 대체",
        "2028-10-06, ",
        // Friday 개천절·추석 연휴, Saturday 추석, Sunday 추석 연휴: two days are lost.
        "2036-10-06, 추석 대체",
        "2036-10-07, 추석 대체",
        "2036-10-08, ",
        // Sunday 추석, Monday 개천절·추석 연휴.
        "2039-10-04, 추석 대체",
        "2039-10-05, 추석 대체",
        // Saturday 부처님오신날, Sunday 노동절.
        "2039-05-02, 부처님오신날 대체",
        "2039-05-03, 노동절 대체",
        "2002-07-01, 임시공휴일",
        "2024-10-01, 임시공휴일",
    })
    void daysThatAreKnownByHandAreRight(LocalDate day, String name) {
        assertThat(CALENDAR.holiday(day).map(Holiday::name).orElse(null)).isEqualTo(name);
    }

    @Test
    void aDeclaredElectionReplacesTheComputedOneOfItsNameAndYear() {
        LocalDate moved = LocalDate.of(2030, 4, 3);

        assertThat(ComputedHolidays.of(2030, 2030, List.of(new Holiday(moved, "대통령선거", Holiday.Kind.ELECTION))))
                .filteredOn(holiday -> holiday.name().equals("대통령선거"))
                .extracting(Holiday::date)
                .containsExactly(moved);
    }

    @Test
    void aDeclaredDayMovesASubstituteThatWouldFallOnIt() {
        Holiday declared = new Holiday(LocalDate.of(2026, 3, 2), "임시공휴일", Holiday.Kind.TEMPORARY);

        assertThat(ComputedHolidays.of(2026, 2026, List.of(declared)))
                .contains(declared, new Holiday(LocalDate.of(2026, 3, 3), "삼일절 대체", Holiday.Kind.SUBSTITUTE));
    }

    @Test
    void aDayThatIsAHolidayAnywayIsNotDeclared() {
        Holiday declared = new Holiday(LocalDate.of(2026, 9, 25), "임시공휴일", Holiday.Kind.TEMPORARY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComputedHolidays.of(2026, 2026, List.of(declared)))
                .withMessage("임시공휴일 on 2026-09-25, which is 추석");
    }

    @Test
    void theCalendarIsWorkedOutOnce() {
        assertThat(Holidays.known()).isSameAs(Holidays.known());
        assertThat(Holidays.known().last()).isEqualTo(LocalDate.of(2050, 12, 31));
        assertThat(Holidays.provisional().last()).isEqualTo(LocalDate.of(2070, 12, 31));
    }
}
