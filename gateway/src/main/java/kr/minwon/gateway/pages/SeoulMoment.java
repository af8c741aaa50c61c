package kr.minwon.gateway.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A moment in Seoul, as a service said it in ISO 8601.
 *
 * @param at the moment on Seoul's clock
 */
public record SeoulMoment(ZonedDateTime at) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    /** The moment of a text; none for no text, or for one that is no moment. */
    public static Optional<SeoulMoment> of(@Nullable String iso) {
        if (iso == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SeoulMoment(OffsetDateTime.parse(iso).atZoneSameInstant(ZONE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As people say it: 11월 26일(목) 오전 10시 12분, with the year unless it is this year's. */
    public String spoken(Words words, Clock clock) {
        boolean thisYear =
                at.getYear() == ZonedDateTime.now(clock.withZone(ZONE)).getYear();
        String pattern = (thisYear ? "date.long" : "date.long-year") + (at.getMinute() == 0 ? ".full-hour" : "");
        return formatted(pattern, words);
    }

    /** As people say it of a near day: 내일 오전 8시; any other day with its date. */
    public String nearby(Words words, Clock clock) {
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(ZONE)), at.toLocalDate());
        if (days != 0 && days != 1) {
            return spoken(words, clock);
        }
        return formatted(
                (days == 0 ? "date.today" : "date.tomorrow") + (at.getMinute() == 0 ? ".full-hour" : ""), words);
    }

    /** As a table shows it: 11. 26.(목) 10:12. */
    public String brief(Words words) {
        return formatted("date.short", words);
    }

    /** The day alone, with its year: 2026. 11. 26.(목). */
    public String dated(Words words) {
        return formatted("date.day-year", words);
    }

    private String formatted(String pattern, Words words) {
        return DateTimeFormatter.ofPattern(words.text(pattern), words.locale()).format(at);
    }
}
