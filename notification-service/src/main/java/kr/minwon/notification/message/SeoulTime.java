package kr.minwon.notification.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as clients and other services read them: ISO-8601 in Seoul, with {@code +09:00}. */
public final class SeoulTime {
    /** Of days and of what is shown. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final DateTimeFormatter THREE_DIGITS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private SeoulTime() {}

    /** Such as {@code 2026-11-30T10:12:30+09:00}. */
    public static String seconds(Instant moment) {
        return iso(moment, ChronoUnit.SECONDS);
    }

    /** To the millisecond, as far as there are any: {@code 2026-11-30T10:12:30.5+09:00}. */
    public static String millis(Instant moment) {
        return iso(moment, ChronoUnit.MILLIS);
    }

    /** Always with three digits, so that what is listed stands in line: {@code 2026-11-30T10:12:30.500+09:00}. */
    public static String threeDigits(Instant moment) {
        return THREE_DIGITS.format(moment.atZone(ZONE));
    }

    private static String iso(Instant moment, ChronoUnit unit) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(unit).atZone(ZONE));
    }
}
