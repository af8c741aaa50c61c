package kr.minwon.routing.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * A holiday that comes every year, with the years in which it does (관공서의 공휴일에 관한 규정 제2조) and the rule of its
 * substitute with the day that rule took effect (제3조).
 *
 * @param firstYear the first of them that matters here; the regulation knows earlier ones
 * @param substitution on which days of the week it is made up for
 * @param substitutedFrom the promulgation that says so
 */
record HolidayRule(
        String name, Dating dating, int firstYear, int lastYear, Substitution substitution, LocalDate substitutedFrom) {
    /** Says on which day of a year a holiday is. */
    interface Dating {
        LocalDate in(int year, LunarDays moon);
    }

    /** When a holiday is lost, so that another day is given for it (제3조제1항). */
    enum Substitution {
        /** Never. */
        NONE,
        /** On a Sunday, or together with another on a weekday (제2호, 제3호). */
        SUNDAY,
        /** On a Saturday or Sunday, or together with another on a weekday (제1호, 제3호). */
        WEEKEND
    }

    /** 대통령령 of 2013-11-05: 설날, 추석 and 어린이날 are the first to be made up for. */
    private static final LocalDate FAMILY = LocalDate.of(2013, 11, 5);
    /** 대통령령 of 2021-08-04: the national days (국경일). */
    private static final LocalDate NATIONAL = LocalDate.of(2021, 8, 4);
    /** 대통령령 of 2023-05-04: 부처님오신날 and 기독탄신일. */
    private static final LocalDate RELIGIOUS = LocalDate.of(2023, 5, 4);
    /** 공휴일에 관한 법률 of 2026: 노동절 and 제헌절. Neither can be lost before 2027: its day in the year is no matter. */
    private static final LocalDate NEWEST = LocalDate.of(2026, 1, 1);

    /**
     * All of them since 2000, those of fixed dates first: days that two share are named in this order. Later amendments
     * are further lines with their years.
     */
    static final List<HolidayRule> ALL = List.of(
            solar("신정", 1, 1),
            solar("삼일절", 3, 1).substituted(Substitution.WEEKEND, NATIONAL),
            solar("식목일", 4, 5).until(2005),
            solar("노동절", 5, 1).from(2026).substituted(Substitution.WEEKEND, NEWEST),
            solar("어린이날", 5, 5).substituted(Substitution.WEEKEND, FAMILY),
            solar("현충일", 6, 6),
            solar("제헌절", 7, 17).until(2007),
            solar("제헌절", 7, 17).from(2026).substituted(Substitution.WEEKEND, NEWEST),
            solar("광복절", 8, 15).substituted(Substitution.WEEKEND, NATIONAL),
            solar("개천절", 10, 3).substituted(Substitution.WEEKEND, NATIONAL),
            // Not from 1991 to 2012.
            solar("한글날", 10, 9).from(2013).substituted(Substitution.WEEKEND, NATIONAL),
            solar("성탄절", 12, 25).substituted(Substitution.WEEKEND, RELIGIOUS),
            lunar("설날 연휴", 1, 1, -1).substituted(Substitution.SUNDAY, FAMILY),
            lunar("설날", 1, 1, 0).substituted(Substitution.SUNDAY, FAMILY),
            lunar("설날 연휴", 1, 1, 1).substituted(Substitution.SUNDAY, FAMILY),
            lunar("부처님오신날", 4, 8, 0).substituted(Substitution.WEEKEND, RELIGIOUS),
            lunar("추석 연휴", 8, 15, -1).substituted(Substitution.SUNDAY, FAMILY),
            lunar("추석", 8, 15, 0).substituted(Substitution.SUNDAY, FAMILY),
            lunar("추석 연휴", 8, 15, 1).substituted(Substitution.SUNDAY, FAMILY));

    private static HolidayRule solar(String name, int month, int day) {
        return always(name, (year, moon) -> LocalDate.of(year, month, day));
    }

    private static HolidayRule lunar(String name, int month, int day, int shift) {
        return always(name, (year, moon) -> moon.of(year, month, day).plusDays(shift));
    }

    private static HolidayRule always(String name, Dating dating) {
        return new HolidayRule(name, dating, Year.MIN_VALUE, Year.MAX_VALUE, Substitution.NONE, LocalDate.MAX);
    }

    private HolidayRule from(int year) {
        return new HolidayRule(name, dating, year, lastYear, substitution, substitutedFrom);
    }

    private HolidayRule until(int year) {
        return new HolidayRule(name, dating, firstYear, year, substitution, substitutedFrom);
    }

    private HolidayRule substituted(Substitution rule, LocalDate from) {
        return new HolidayRule(name, dating, firstYear, lastYear, rule, from);
    }

    boolean isIn(int year) {
        return year >= firstYear && year <= lastYear;
    }

    /** Whether a day of it can be made up for, once it is lost. */
    boolean isSubstituted(LocalDate day) {
        return substitution != Substitution.NONE && !day.isBefore(substitutedFrom);
    }

    /** Whether a day of it is lost to the weekend. */
    boolean isLostToTheWeekend(LocalDate day) {
        return isSubstituted(day)
                && (day.getDayOfWeek() == DayOfWeek.SUNDAY
                        || day.getDayOfWeek() == DayOfWeek.SATURDAY && substitution == Substitution.WEEKEND);
    }
}
