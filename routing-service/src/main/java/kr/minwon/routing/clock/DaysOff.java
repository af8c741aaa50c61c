package kr.minwon.routing.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The days between two that are not counted, in runs: a run is said in one breath. */
final class DaysOff {
    private final WorkCalendar calendar;
    private final KoreanDates dates;

    DaysOff(WorkCalendar calendar, KoreanDates dates) {
        this.calendar = calendar;
        this.dates = dates;
    }

    /**
     * Days off in a row.
     *
     * @param weekend whether none of them is a holiday
     * @param said such as {@code 9월 24일(목)–26일(토) 추석 연휴, 27일(일)}
     */
    record Run(LocalDate from, LocalDate to, boolean weekend, String said) {}

    /** The runs from one day to another, both included, without those days that are left out for another reason. */
    List<Run> between(LocalDate from, LocalDate to, Predicate<LocalDate> leftOut) {
        List<Run> runs = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!calendar.isWorkingDay(day) && !leftOut.test(day)) {
                days.add(day);
            } else if (!days.isEmpty()) {
                runs.add(run(days));
                days.clear();
            }
        }
        if (!days.isEmpty()) {
            runs.add(run(days));
        }
        return runs;
    }

    /** What a day off is called: its holiday, or its day of the week. */
    String name(LocalDate day) {
        return calendar.holiday(day).map(Holiday::spoken).orElseGet(() -> WorkCalendar.weekendName(day));
    }

    private Run run(List<LocalDate> days) {
        List<String> parts = new ArrayList<>();
        LocalDate said = null;
        for (int from = 0; from < days.size(); ) {
            int to = from;
            while (to + 1 < days.size() && belongTogether(days.get(from), days.get(to + 1))) {
                to++;
            }
            parts.add(part(days.subList(from, to + 1), said));
            said = days.get(to);
            from = to + 1;
        }
        boolean weekend = days.stream().noneMatch(day -> calendar.holiday(day).isPresent());
        return new Run(days.getFirst(), days.getLast(), weekend, String.join(", ", parts));
    }

    private boolean belongTogether(LocalDate one, LocalDate other) {
        return Objects.equals(
                calendar.holiday(one).map(Holiday::stem),
                calendar.holiday(other).map(Holiday::stem));
    }

    private String part(List<LocalDate> days, @Nullable LocalDate said) {
        LocalDate first = days.getFirst();
        LocalDate last = days.getLast();
        String from = said == null ? dates.day(first) : dates.day(first, said);
        String range = days.size() == 1 ? from : from + "–" + dates.day(last, first);
        Optional<Holiday> holiday = calendar.holiday(first);
        if (holiday.isEmpty()) {
            return range;
        }
        return range + " "
                + (days.size() == 1 ? holiday.get().spoken() : holiday.get().stem() + " 연휴");
    }
}
