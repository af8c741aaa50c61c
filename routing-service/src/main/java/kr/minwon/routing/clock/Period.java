package kr.minwon.routing.clock;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A processing period (처리기간) such as {@code 3h}, {@code 7d}, {@code 2w}, {@code 1m}, {@code 1y}.
 *
 * @param count how many, at least 1
 */
public record Period(int count, Unit unit) {
    /** A period of so many days or less is counted in working hours (민원처리법 제19조제1항). */
    private static final int MOST_DAYS_IN_HOURS = 5;
    /** Working hours that the law takes for a day (민원처리법 제19조제1항). */
    static final int HOURS_A_DAY = 8;

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})([hdwmy])");

    /** What the count counts. */
    public enum Unit {
        WORKING_HOURS('h', "시간"),
        DAYS('d', "일"),
        WEEKS('w', "주"),
        MONTHS('m', "개월"),
        YEARS('y', "년");

        private final char letter;
        private final String korean;

        Unit(char letter, String korean) {
            this.letter = letter;
            this.korean = korean;
        }
    }

    /** By which paragraph of 민원처리법 제19조 the period is counted. */
    enum Counting {
        /** 제1항: working hours from the moment of receipt. */
        HOURS,
        /** 제2항: working days, the first included. */
        DAYS,
        /** 제3항: by the Civil Code's calendar. */
        CALENDAR
    }

    public Period {
        if (count < 1) {
            throw new IllegalArgumentException("a period is at least one " + unit);
        }
    }

    /** Reads {@code 3h} and its like; empty for any other text. */
    public static Optional<Period> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        char letter = matcher.group(2).charAt(0);
        for (Unit unit : Unit.values()) {
            if (unit.letter == letter) {
                return Optional.of(new Period(Integer.parseInt(matcher.group(1)), unit));
            }
        }
        throw new IllegalStateException("a letter of the pattern without a unit");
    }

    Counting counting() {
        return switch (unit) {
            case WORKING_HOURS -> Counting.HOURS;
            case DAYS -> count <= MOST_DAYS_IN_HOURS ? Counting.HOURS : Counting.DAYS;
            case WEEKS, MONTHS, YEARS -> Counting.CALENDAR;
        };
    }

    /** Working hours of a period that is counted in them. */
    long workingHours() {
        return workingHours(count);
    }

    /** Working hours of so many units of a period that is counted in them. */
    long workingHours(long units) {
        return switch (unit) {
            case WORKING_HOURS -> units;
            case DAYS -> units * HOURS_A_DAY;
            case WEEKS, MONTHS, YEARS -> throw new IllegalStateException(this + " is not counted in hours");
        };
    }

    /** About how many working days it is, to be compared with a bound of the law: a week has five, a month 21. */
    public double workingDays() {
        return switch (unit) {
            case WORKING_HOURS -> (double) count / HOURS_A_DAY;
            case DAYS -> count;
            case WEEKS -> count * 5.0;
            case MONTHS -> count * 21.0;
            case YEARS -> count * 250.0;
        };
    }

    /** As a sentence says it: {@code 7일}, {@code 근무시간 3시간}. */
    public String korean() {
        return (unit == Unit.WORKING_HOURS ? "근무시간 " : "") + count + unit.korean;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return "" + count + unit.letter;
    }
}
