package kr.minwon.routing.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates and times as a Korean sentence says them; the year only where it is another than the sentence's own. */
final class KoreanDates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d일(E)", Locale.KOREAN);

    private final int year;

    /** @param year goes without saying */
    KoreanDates(int year) {
        this.year = year;
    }

    /** Such as {@code 9월 24일(목)}. */
    String day(LocalDate day) {
        String month = day.getMonthValue() + "월 " + DAY.format(day);
        return day.getYear() == year ? month : day.getYear() + "년 " + month;
    }

    /** The day after an earlier one in the same sentence: its month only if it is another. */
    String day(LocalDate day, LocalDate said) {
        boolean sameMonth = day.getYear() == said.getYear() && day.getMonth() == said.getMonth();
        return sameMonth ? DAY.format(day) : day(day);
    }

    /** Such as {@code 9월 24일(목)–26일(토)}; one day is itself. */
    String range(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + "–" + day(to, from);
    }

    /** Such as {@code 14시} and {@code 14시 30분}; seconds are not said. */
    static String time(LocalTime time) {
        return time.getHour() + "시" + (time.getMinute() == 0 ? "" : " " + time.getMinute() + "분");
    }

    /** Such as {@code 2시간 10분}; seconds are not said. */
    static String length(Duration duration) {
        List<String> parts = new ArrayList<>();
        if (duration.toHours() > 0) {
            parts.add(duration.toHours() + "시간");
        }
        if (duration.toMinutesPart() > 0 || parts.isEmpty()) {
            parts.add(duration.toMinutesPart() + "분");
        }
        return String.join(" ", parts);
    }

    /** The noun with 은 or 는. A closing bracket after a date stands for a word that ends with 일. */
    static String topic(String noun) {
        return noun + (endsInConsonant(noun) ? "은" : "는");
    }

    /** The noun with 이라 or 라. */
    static String because(String noun) {
        return noun + (endsInConsonant(noun) ? "이라" : "라");
    }

    /** The noun with 이지만 or 지만. */
    static String although(String noun) {
        return noun + (endsInConsonant(noun) ? "이지만" : "지만");
    }

    private static boolean endsInConsonant(String noun) {
        char last = noun.charAt(noun.length() - 1);
        return last < '가' || last > '힣' || (last - '가') % 28 != 0;
    }
}
