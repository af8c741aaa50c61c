package kr.minwon.routing.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which days the public offices of the country work: not on Saturdays, Sundays and holidays. Knows whole years, and answers
 * nothing about others. Working days are summed once, so that a deadline far away costs no more than a near one.
 */
public final class WorkCalendar {
    private final LocalDate first;
    private final Map<LocalDate, Holiday> holidays;
    /** Working days before the n-th day of the calendar. */
    private final int[] before;
    /** Which day of the calendar the n-th working day is. */
    private final int[] workingDays;

    /** A date outside the years that are known. */
    static final class OutsideCalendar extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int year;

        OutsideCalendar(int year) {
            super("no holidays are known of " + year, null, false, false);
            this.year = year;
        }

        int year() {
            return year;
        }
    }

    /**
     * @param holidays of every year from the first to the last
     * @throws IllegalArgumentException when a year has none, or a day has two
     */
    public WorkCalendar(int firstYear, int lastYear, List<Holiday> holidays) {
        this.first = LocalDate.of(firstYear, 1, 1);
        this.holidays = new HashMap<>();
        for (Holiday holiday : holidays) {
            if (this.holidays.put(holiday.date(), holiday) != null) {
                throw new IllegalArgumentException("two holidays on " + holiday.date());
            }
        }
        IntStream.rangeClosed(firstYear, lastYear)
                .filter(year -> holidays.stream().noneMatch(day -> day.date().getYear() == year))
                .findAny()
                .ifPresent(year -> {
                    throw new IllegalArgumentException("no holidays of " + year);
                });
        int days = Math.toIntExact(LocalDate.of(lastYear + 1, 1, 1).toEpochDay() - first.toEpochDay());
        before = new int[days + 1];
        for (int day = 0; day < days; day++) {
            before[day + 1] = before[day] + (works(first.plusDays(day)) ? 1 : 0);
        }
        workingDays = IntStream.range(0, days)
                .filter(day -> before[day + 1] > before[day])
                .toArray();
    }

    private WorkCalendar(LocalDate first, Map<LocalDate, Holiday> holidays, int[] before, int[] workingDays) {
        this.first = first;
        this.holidays = holidays;
        this.before = before;
        this.workingDays = workingDays;
    }

    /**
     * The calendar of an office that has these days off besides. Its sums are corrected, not done again: about 0.1 ms and
     * 250 kB, so keep it for as long as the office's days off are the same.
     */
    public OverrideResult withOverrides(List<CalendarOverride> overrides) {
        Map<LocalDate, Holiday> known = new HashMap<>(holidays);
        BitSet off = new BitSet(before.length);
        for (CalendarOverride override : overrides) {
            LocalDate day = override.date();
            if (!knows(day)) {
                return new OverrideResult.OutsideYears(override);
            }
            Holiday already = known.putIfAbsent(day, override.holiday());
            if (already != null || isWeekend(day)) {
                return new OverrideResult.AlreadyOff(override, already != null ? already.name() : weekendName(day));
            }
            off.set(index(day));
        }
        int[] fewer = before.clone();
        int removed = 0;
        for (int day = off.nextSetBit(0); day >= 0 && day < fewer.length - 1; day++) {
            removed += off.get(day) ? 1 : 0;
            fewer[day + 1] -= removed;
        }
        return new OverrideResult.Overridden(new WorkCalendar(
                first,
                known,
                fewer,
                IntStream.of(workingDays).filter(day -> !off.get(day)).toArray()));
    }

    /**
     * The calendar of an office with these days off, those left out on which nobody works anyway: a day that was declared
     * may have become a holiday of the country since, and one may lie beyond this calendar.
     */
    public WorkCalendar closedOn(List<CalendarOverride> declared) {
        List<CalendarOverride> working = declared.stream()
                .filter(day -> knows(day.date()) && isWorkingDay(day.date()))
                .toList();
        return switch (withOverrides(working)) {
            case OverrideResult.Overridden overridden -> overridden.calendar();
            case OverrideResult.AlreadyOff off ->
                throw new IllegalArgumentException("twice: " + off.refused().date());
            case OverrideResult.OutsideYears outside ->
                throw new IllegalStateException(
                        "it was known: " + outside.refused().date());
        };
    }

    /** The holidays of a year, in order. */
    public List<Holiday> holidaysOf(int year) {
        return holidays.values().stream()
                .filter(holiday -> holiday.date().getYear() == year)
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    private boolean works(LocalDate day) {
        return !isWeekend(day) && !holidays.containsKey(day);
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** What a Saturday or Sunday without a holiday is called. */
    public static String weekendName(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? "토요일" : "일요일";
    }

    /** The last day that is known. */
    public LocalDate last() {
        return first.plusDays(before.length - 2L);
    }

    /** The holiday that a day is, if it is one. */
    public Optional<Holiday> holiday(LocalDate day) {
        return Optional.ofNullable(holidays.get(day));
    }

    /** Whether the offices work on that day. */
    public boolean isWorkingDay(LocalDate day) {
        int index = index(day);
        return before[index + 1] > before[index];
    }

    /** How many working days there are before a day, since the calendar's first; the day after the last is allowed. */
    public int workingDaysBefore(LocalDate day) {
        return before[day.equals(last().plusDays(1)) ? before.length - 1 : index(day)];
    }

    /** The working day that has {@code ordinal} others before it. */
    public LocalDate workingDay(long ordinal) {
        if (ordinal >= workingDays.length) {
            throw new OutsideCalendar(last().getYear() + 1);
        }
        return first.plusDays(workingDays[Math.toIntExact(ordinal)]);
    }

    /** That day, or the first working day after it. */
    public LocalDate workingDayFrom(LocalDate day) {
        return workingDay(workingDaysBefore(day));
    }

    /** Whether it lies in the years that are known. */
    public boolean knows(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last());
    }

    /** Refuses a day of a year that is not known. */
    void requireKnown(LocalDate day) {
        if (!knows(day)) {
            throw new OutsideCalendar(day.getYear());
        }
    }

    private int index(LocalDate day) {
        requireKnown(day);
        return Math.toIntExact(day.toEpochDay() - first.toEpochDay());
    }
}
