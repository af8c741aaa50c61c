package kr.minwon.routing.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How moments are written for machines: ISO-8601 with {@code +09:00}, milliseconds only where there are some. */
public final class SeoulTime {
    /** The offices' time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
            .toFormatter(Locale.ROOT);

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private SeoulTime() {}

    /** Such as {@code 2026-12-01T18:00:00+09:00}. */
    public static String iso(Instant at) {
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        return (millis.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? WHOLE : MILLIS).format(millis.atZone(ZONE));
    }

    /** The day of a text such as {@code 2026-12-05}; none for anything else. */
    public static Optional<LocalDate> day(@Nullable String text) {
        if (text == null || !DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The clock on the wall in Seoul. */
    public static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    /** As a sentence says it: {@code 9월 24일(목)–26일(토)}; years only where they differ. */
    public static String spoken(LocalDate from, LocalDate to) {
        return new KoreanDates(from.getYear()).range(from, to);
    }

    /** Such as {@code 11월 24일(화) 18시}. */
    public static String spoken(Instant at) {
        LocalDateTime local = local(at);
        return new KoreanDates(local.getYear()).day(local.toLocalDate()) + " " + KoreanDates.time(local.toLocalTime());
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
