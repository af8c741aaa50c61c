package kr.minwon.routing.clock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The country's calendar: computed from the rules of the regulation, with the days that were declared
 * ({@code routing-service/holidays-declared-kr.csv}). A year to come has the declared days that are known of it now.
 *
 * <p>The calendar is worked out once, when it is first asked for: about 0.3 s in a fresh JVM, half of it for loading ICU.
 */
public final class Holidays {
    private static final String DECLARED = "/routing-service/holidays-declared-kr.csv";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2050;
    private static final int FAR_YEAR = 2070;

    private Holidays() {}

    /** Computes when it is loaded, and it is loaded when it is needed. */
    private static final class Computed {
        static final List<Holiday> HOLIDAYS = ComputedHolidays.of(FIRST_YEAR, FAR_YEAR, declared());
        static final WorkCalendar KNOWN = calendar(LAST_YEAR);
        static final WorkCalendar PROVISIONAL = calendar(FAR_YEAR);

        private Computed() {}

        private static WorkCalendar calendar(int lastYear) {
            return new WorkCalendar(
                    FIRST_YEAR,
                    lastYear,
                    HOLIDAYS.stream()
                            .filter(holiday -> holiday.date().getYear() <= lastYear)
                            .toList());
        }
    }

    /**
     * {@value #FIRST_YEAR} to {@value #LAST_YEAR}. Saturdays are off in all of them, as 민원처리법 제19조 has it today, though
     * the offices worked on them until 2005.
     */
    public static WorkCalendar known() {
        return Computed.KNOWN;
    }

    /**
     * The same years and those to {@value #FAR_YEAR}: for a work item whose deadline has to be some day, however long its
     * period.
     */
    public static WorkCalendar provisional() {
        return Computed.PROVISIONAL;
    }

    private static List<Holiday> declared() {
        InputStream resource = Objects.requireNonNull(Holidays.class.getResourceAsStream(DECLARED), DECLARED);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Holiday(
                            LocalDate.parse(cells[0]),
                            cells[1],
                            Holiday.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
