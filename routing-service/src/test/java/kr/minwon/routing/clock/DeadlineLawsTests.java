package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every date: the calculator against a count minute by minute and day by day, and the basic laws. */
class DeadlineLawsTests {
    private static final WorkCalendar CALENDAR = Holidays.known();
    private static final DeadlineCalculator CALCULATOR = new DeadlineCalculator(CALENDAR, ClockPolicy.DEFAULT);
    private static final LocalTime CLOSING = LocalTime.of(18, 0);

    @Provide
    Arbitrary<LocalDateTime> moments() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 900);
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 24 * 60 - 1);
        return Combinators.combine(days, minutes)
                .as((day, minute) ->
                        LocalDate.of(2025, 1, 1).plusDays(day).atStartOfDay().plusMinutes(minute));
    }

    @Provide
    Arbitrary<Suspension> suspensions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 920),
                        Arbitraries.integers().between(0, 30))
                .as((day, length) -> {
                    LocalDate from = LocalDate.of(2025, 1, 1).plusDays(day);
                    return new Suspension(from, from.plusDays(length));
                });
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(Arbitraries.integers().between(1, 400), Arbitraries.of(Period.Unit.class))
                .as(Period::new);
    }

    private static LocalDateTime due(DeadlineRequest request) {
        return SeoulTime.local(((DeadlineResult.Deadline) CALCULATOR.calculate(request)).dueAt());
    }

    private static DeadlineRequest hours(LocalDateTime received, int hours) {
        return DeadlineRequest.of(received, new Period(hours, Period.Unit.WORKING_HOURS));
    }

    private static DeadlineRequest days(LocalDateTime received, int days) {
        return DeadlineRequest.of(received, new Period(days, Period.Unit.DAYS));
    }

    /** A minute that an office works, counted one by one. */
    private static boolean isWorked(LocalDateTime minute, List<Suspension> suspended) {
        int hour = minute.getHour();
        return CALENDAR.isWorkingDay(minute.toLocalDate())
                && suspended.stream().noneMatch(suspension -> suspension.contains(minute.toLocalDate()))
                && hour >= 9
                && hour < 18
                && hour != 12;
    }

    @Property(tries = 300)
    void hoursAreWhatCountingEachMinuteComesTo(
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 1, max = 40) int hours,
            @ForAll("suspensions") Suspension suspension) {
        List<Suspension> suspended = List.of(suspension);
        LocalDateTime minute = received;
        for (int left = hours * 60; left > 0; minute = minute.plusMinutes(1)) {
            left -= isWorked(minute, suspended) ? 1 : 0;
        }

        assertThat(due(hours(received, hours).suspended(suspended))).isEqualTo(minute);
    }

    @Provide
    Arbitrary<List<Transit>> transits() {
        // Apart and in order, as one petition is in one place at a time.
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 3 * 24 * 60);
        return minutes.list().ofSize(6).map(lengths -> {
            List<Transit> ways = new ArrayList<>();
            LocalDateTime at = LocalDate.of(2026, 2, 12).atTime(10, 0);
            for (int n = 0; n < lengths.size(); n += 2) {
                LocalDateTime from = at.plusMinutes(lengths.get(n));
                at = from.plusMinutes(lengths.get(n + 1));
                ways.add(new Transit(from, at));
            }
            return ways;
        });
    }

    @Property(tries = 300)
    void hoursWithoutTheWaysThroughTheIntakeAreWhatCountingEachMinuteComesTo(
            @ForAll("transits") List<Transit> ways,
            @ForAll @IntRange(min = 1, max = 40) int hours,
            @ForAll @IntRange(min = 0, max = 6) int suspendedAfter) {
        LocalDateTime received = LocalDate.of(2026, 2, 12).atTime(9, 30);
        LocalDate day = received.toLocalDate().plusDays(suspendedAfter);
        List<Suspension> suspended = List.of(new Suspension(day, day.plusDays(1)));
        long[] left = new long[ways.size()];
        Arrays.fill(left, Transit.MOST.toMinutes());
        LocalDateTime minute = received;
        for (int toCount = hours * 60; toCount > 0; minute = minute.plusMinutes(1)) {
            if (!isWorked(minute, suspended)) {
                continue;
            }
            int way = onTheWay(ways, minute);
            if (way >= 0 && left[way] > 0) {
                left[way]--;
            } else {
                toCount--;
            }
        }

        DeadlineRequest request = hours(received, hours).suspended(suspended);
        assertThat(due(request.inTransit(ways))).isEqualTo(minute);
        assertThat(due(request.inTransit(ways))).isAfterOrEqualTo(due(request));
    }

    private static int onTheWay(List<Transit> ways, LocalDateTime minute) {
        return IntStream.range(0, ways.size())
                .filter(n -> !minute.isBefore(ways.get(n).from())
                        && minute.isBefore(Objects.requireNonNull(ways.get(n).to())))
                .findFirst()
                .orElse(-1);
    }

    @Property(tries = 500)
    void daysAreWhatCountingEachDayComesTo(
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 6, max = 60) int days,
            @ForAll("suspensions") Suspension one,
            @ForAll("suspensions") Suspension other) {
        LocalDate day = received.toLocalDate().minusDays(1);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= CALENDAR.isWorkingDay(day) && !one.contains(day) && !other.contains(day) ? 1 : 0;
        }

        assertThat(due(days(received, days).suspended(List.of(one, other)))).isEqualTo(day.atTime(CLOSING));
    }

    @Property(tries = 300)
    void aLaterReceiptIsNeverDueEarlier(
            @ForAll("moments") LocalDateTime one,
            @ForAll("moments") LocalDateTime other,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDateTime first = one.isBefore(other) ? one : other;
        LocalDateTime second = one.isBefore(other) ? other : one;

        assertThat(due(days(first, days))).isBeforeOrEqualTo(due(days(second, days)));
    }

    @Property(tries = 300)
    void hoursAddUp(
            @ForAll("moments") LocalDateTime received,
            @ForAll @IntRange(min = 1, max = 30) int some,
            @ForAll @IntRange(min = 1, max = 30) int more) {
        assertThat(due(hours(due(hours(received, some)), more))).isEqualTo(due(hours(received, some + more)));
    }

    @Property(tries = 300)
    void aDeadlineIsWithinOfficeHoursOfAWorkingDay(
            @ForAll("moments") LocalDateTime received, @ForAll @IntRange(min = 1, max = 60) int hours) {
        LocalDateTime due = due(hours(received, hours));

        assertThat(CALENDAR.isWorkingDay(due.toLocalDate())).isTrue();
        assertThat(due.toLocalTime()).isAfter(LocalTime.of(9, 0)).isBeforeOrEqualTo(CLOSING);
        assertThat(due.toLocalTime().isAfter(LocalTime.NOON)
                        && due.toLocalTime().isBefore(LocalTime.of(13, 1)))
                .as("at lunch: %s", due)
                .isFalse();
    }

    @Property(tries = 300)
    void aSuspensionNeverMakesItEarlier(
            @ForAll("moments") LocalDateTime received,
            @ForAll("suspensions") Suspension suspension,
            @ForAll @IntRange(min = 1, max = 8) int weeks) {
        DeadlineRequest request = DeadlineRequest.of(received, new Period(weeks, Period.Unit.WEEKS));

        assertThat(due(request.suspended(List.of(suspension)))).isAfterOrEqualTo(due(request));
    }

    @Property(tries = 200)
    void anExtensionIsThePeriodOnceMore(
            @ForAll("moments") LocalDateTime received, @ForAll @IntRange(min = 6, max = 30) int days) {
        assertThat(due(days(received, days).extended(1))).isEqualTo(due(days(received, 2 * days)));
    }

    @Property(tries = 300)
    void calendarPeriodsEndOnAWorkingDayNotBeforeTheCivilCodesLast(
            @ForAll("moments") LocalDateTime received, @ForAll @IntRange(min = 1, max = 5) int months) {
        LocalDateTime due = due(DeadlineRequest.of(received, new Period(months, Period.Unit.MONTHS)));
        LocalDate last = received.toLocalDate().plusMonths(months).minusDays(1);

        assertThat(CALENDAR.isWorkingDay(due.toLocalDate())).isTrue();
        assertThat(due.toLocalDate()).isBetween(last, last.plusDays(12));
    }

    @Property(tries = 300)
    void theInstantsAloneAreThoseOfTheDeadlineWithItsReasons(
            @ForAll("moments") LocalDateTime received,
            @ForAll("periods") Period period,
            @ForAll("suspensions") Suspension suspension) {
        DeadlineRequest request = DeadlineRequest.of(received, period).suspended(List.of(suspension));

        assertThat(CALCULATOR.due(request))
                .isEqualTo(
                        switch (CALCULATOR.calculate(request)) {
                            case DeadlineResult.Deadline deadline ->
                                new DueResult.Due(deadline.clockStart(), deadline.dueAt());
                            case DeadlineResult.UnknownYear unknown -> unknown;
                        });
    }
}
