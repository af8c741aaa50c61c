package kr.minwon.gateway.open311;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.minwon.gateway.pages.SeoulMoment;
import org.jspecify.annotations.Nullable;

/** Moments as GeoReport writes them, in W3C's profile of ISO 8601; without an offset it is Seoul's time. */
final class Moments {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    /** A plus sign that was not escaped in a query is a space when it arrives. */
    private static final Pattern TYPED = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2})(?::([0-9]{2})(\\.[0-9]{1,9})?)?(Z|[+ -][0-9]{2}:[0-9]{2})?)?");

    private Moments() {}

    /**
     * What a moment stands for: from when, and until when (not included), since a second or a day has a length.
     */
    record Span(OffsetDateTime from, OffsetDateTime until) {}

    /** The span of a typed moment or day; none for anything else. */
    static Optional<Span> span(String typed) {
        Matcher parts = TYPED.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            if (parts.group(2) == null) {
                LocalDate day = LocalDate.parse(parts.group(1));
                OffsetDateTime begin = day.atStartOfDay(SeoulMoment.ZONE).toOffsetDateTime();
                return Optional.of(new Span(begin, begin.plusDays(1)));
            }
            String seconds = parts.group(3) == null ? "00" : parts.group(3);
            String fraction = parts.group(4) == null ? "" : parts.group(4);
            String zone = parts.group(5) == null ? "+09:00" : parts.group(5).replace(' ', '+');
            OffsetDateTime at = OffsetDateTime.parse(
                            parts.group(1) + "T" + parts.group(2) + ":" + seconds + fraction + zone)
                    .truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(new Span(at, at.plus(1, fraction.isEmpty() ? ChronoUnit.SECONDS : ChronoUnit.MILLIS)));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** For the service, to the millisecond. */
    static String exact(OffsetDateTime moment) {
        return EXACT.format(moment);
    }

    /** A moment of a service as clients read it, in whole seconds; null for none. */
    static @Nullable String shown(@Nullable String iso) {
        return SeoulMoment.of(iso)
                .map(moment -> SECONDS.format(moment.at().toOffsetDateTime()))
                .orElse(null);
    }
}
