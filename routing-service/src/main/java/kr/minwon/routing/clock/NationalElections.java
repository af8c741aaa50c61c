package kr.minwon.routing.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Days of the elections that are held because a term ends (공직선거법 제34조). Those after a vacancy are not of them: they
 * are declared.
 */
final class NationalElections {
    private static final MonthDay ASSEMBLY_ENDS = MonthDay.of(5, 29);
    private static final MonthDay LOCAL_ENDS = MonthDay.of(6, 30);
    private static final int YEARS_A_TERM = 4;
    private static final int AN_ASSEMBLY_YEAR = 2000;
    private static final int A_LOCAL_YEAR = 2002;
    /** Thursdays before (법률 제7189호 of 2004-03-12, which left the election of that April on a Thursday). */
    private static final LocalDate WEDNESDAYS_FROM = LocalDate.of(2004, 5, 1);

    /**
     * Last days of the presidents' terms that ended, or are to end, by time. A president's term is known only once it has
     * begun: the next end is added after the election of 2030, or after a vacancy.
     */
    private static final List<LocalDate> PRESIDENTS_END = List.of(
            LocalDate.of(2003, 2, 24),
            LocalDate.of(2008, 2, 24),
            LocalDate.of(2013, 2, 24),
            LocalDate.of(2022, 5, 9),
            LocalDate.of(2030, 6, 3));

    private NationalElections() {}

    /**
     * Those of a year.
     *
     * @param statutory whether a day is a statutory holiday: no election is held on one, nor on the day before or after
     */
    static List<Holiday> of(int year, Predicate<LocalDate> statutory) {
        List<Holiday> elections = new ArrayList<>();
        PRESIDENTS_END.forEach(end -> elections.add(election("대통령선거", end, 70, statutory)));
        if ((year - AN_ASSEMBLY_YEAR) % YEARS_A_TERM == 0) {
            elections.add(election("국회의원선거", ASSEMBLY_ENDS.atYear(year), 50, statutory));
        }
        if ((year - A_LOCAL_YEAR) % YEARS_A_TERM == 0) {
            elections.add(election("전국동시지방선거", LOCAL_ENDS.atYear(year), 30, statutory));
        }
        elections.removeIf(election -> election.date().getYear() != year);
        return elections;
    }

    private static Holiday election(String name, LocalDate termEnds, int daysBefore, Predicate<LocalDate> statutory) {
        LocalDate earliest = termEnds.minusDays(daysBefore);
        LocalDate day = earliest.with(TemporalAdjusters.nextOrSame(
                earliest.isBefore(WEDNESDAYS_FROM) ? DayOfWeek.THURSDAY : DayOfWeek.WEDNESDAY));
        boolean disturbed = statutory.test(day.minusDays(1)) || statutory.test(day) || statutory.test(day.plusDays(1));
        return new Holiday(disturbed ? day.plusWeeks(1) : day, name, Holiday.Kind.ELECTION);
    }
}
