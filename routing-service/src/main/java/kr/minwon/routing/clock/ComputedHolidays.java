package kr.minwon.routing.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The country's holidays of some years: the statutory ones by their rules, elections by theirs, what was declared, and then
 * the substitutes (대체공휴일), which depend on all the others (관공서의 공휴일에 관한 규정 제2조, 제3조).
 */
final class ComputedHolidays {
    private final NavigableMap<LocalDate, List<HolidayRule>> statutory = new TreeMap<>();
    private final NavigableMap<LocalDate, Holiday> all = new TreeMap<>();

    private ComputedHolidays(int firstYear, int lastYear, List<Holiday> declared) {
        LunarDays moon = new LunarDays();
        IntStream.rangeClosed(firstYear, lastYear)
                .forEach(year -> HolidayRule.ALL.stream()
                        .filter(rule -> rule.isIn(year))
                        .forEach(rule -> statutory
                                .computeIfAbsent(rule.dating().in(year, moon), day -> new ArrayList<>())
                                .add(rule)));
        statutory.forEach((day, rules) -> add(new Holiday(
                day, rules.stream().map(HolidayRule::name).collect(Collectors.joining("·")), Holiday.Kind.STATUTORY)));
        declared.stream()
                .filter(holiday ->
                        holiday.date().getYear() >= firstYear && holiday.date().getYear() <= lastYear)
                .forEach(this::add);
        IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(year -> NationalElections.of(year, statutory::containsKey))
                .flatMap(List::stream)
                .filter(election -> declared.stream().noneMatch(other -> replaces(other, election)))
                .forEach(this::add);
        statutory.forEach(this::substitute);
    }

    /**
     * In order of date.
     *
     * @param declared days off for once, and elections: one of the same name and year replaces the computed one
     * @throws IllegalArgumentException when a declared day is a holiday anyway
     */
    static List<Holiday> of(int firstYear, int lastYear, List<Holiday> declared) {
        return List.copyOf(new ComputedHolidays(firstYear, lastYear, declared).all.values());
    }

    private void add(Holiday holiday) {
        Holiday other = all.putIfAbsent(holiday.date(), holiday);
        if (other != null) {
            throw new IllegalArgumentException(holiday.name() + " on " + holiday.date() + ", which is " + other.name());
        }
    }

    private static boolean replaces(Holiday declared, Holiday election) {
        return declared.kind() == Holiday.Kind.ELECTION
                && declared.name().equals(election.name())
                && declared.date().getYear() == election.date().getYear();
    }

    /**
     * 제3조제1항: what a weekend takes is made up for, each by itself; of those that share a weekday all but one are, and
     * the first that is named keeps it, as 어린이날 did in 2025.
     */
    private void substitute(LocalDate day, List<HolidayRule> rules) {
        if (WorkCalendar.isWeekend(day)) {
            rules.stream().filter(rule -> rule.isLostToTheWeekend(day)).forEach(rule -> makeUpFor(day, rule));
        } else {
            List<HolidayRule> eligible =
                    rules.stream().filter(rule -> rule.isSubstituted(day)).toList();
            eligible.stream().skip(eligible.size() == rules.size() ? 1 : 0).forEach(rule -> makeUpFor(day, rule));
        }
    }

    /** 제3조제1항–제3항: the first day after it that is neither a holiday, nor another's substitute, nor a Saturday. */
    private void makeUpFor(LocalDate lost, HolidayRule rule) {
        LocalDate day = lost.plusDays(1);
        while (WorkCalendar.isWeekend(day) || all.containsKey(day)) {
            day = day.plusDays(1);
        }
        add(Holiday.substitute(day, rule.name()));
    }
}
