package kr.minwon.phonesimulator.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as this simulator writes them. */
final class SeoulTime {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("a h:mm", Locale.KOREAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy년 M월 d일 EEEE", Locale.KOREAN);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M월 d일", Locale.KOREAN);

    private SeoulTime() {}

    static String iso(long millis) {
        return ISO.format(at(millis));
    }

    static String time(long millis) {
        return TIME.format(at(millis));
    }

    static String day(long millis) {
        return DAY.format(at(millis));
    }

    /** The time today, the day before that. */
    static String brief(long millis, long now) {
        return date(millis).equals(date(now)) ? time(millis) : SHORT_DAY.format(at(millis));
    }

    private static LocalDate date(long millis) {
        return at(millis).toLocalDate();
    }

    private static ZonedDateTime at(long millis) {
        return Instant.ofEpochMilli(millis).atZone(SEOUL);
    }
}
