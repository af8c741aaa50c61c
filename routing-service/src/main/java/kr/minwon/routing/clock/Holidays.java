package kr.minwon.routing.clock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** The holidays that come with the service ({@code routing-service/holidays-kr.csv}), and those of later years. */
public final class Holidays {
    private static final String RESOURCE = "/routing-service/holidays-kr.csv";
    /** How many years beyond the known ones a provisional calendar reaches. */
    private static final int PROVISIONAL_YEARS = 20;

    /** Statutory holidays that need no moon (관공서의 공휴일에 관한 규정 제2조, from 2026). */
    private static final List<MonthDay> SOLAR = List.of(
            MonthDay.of(1, 1),
            MonthDay.of(3, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 5),
            MonthDay.of(6, 6),
            MonthDay.of(7, 17),
            MonthDay.of(8, 15),
            MonthDay.of(10, 3),
            MonthDay.of(10, 9),
            MonthDay.of(12, 25));

    private Holidays() {}

    /** The years whose holidays are declared whole. */
    public static WorkCalendar known() {
        List<Holiday> holidays = read();
        return new WorkCalendar(firstYear(holidays), lastYear(holidays), holidays);
    }

    /**
     * The known years and {@value #PROVISIONAL_YEARS} more, of which only the holidays with a fixed date are in it: for a
     * work item whose deadline has to be some day although the year's holidays are not declared yet.
     */
    public static WorkCalendar provisional() {
        List<Holiday> holidays = new ArrayList<>(read());
        int first = firstYear(holidays);
        int last = lastYear(holidays);
        IntStream.rangeClosed(last + 1, last + PROVISIONAL_YEARS)
                .forEach(year -> SOLAR.forEach(
                        day -> holidays.add(new Holiday(day.atYear(year), "공휴일", Holiday.Kind.STATUTORY))));
        return new WorkCalendar(first, last + PROVISIONAL_YEARS, holidays);
    }

    private static int firstYear(List<Holiday> holidays) {
        return holidays.stream().mapToInt(day -> day.date().getYear()).min().orElseThrow();
    }

    private static int lastYear(List<Holiday> holidays) {
        return holidays.stream().mapToInt(day -> day.date().getYear()).max().orElseThrow();
    }

    private static List<Holiday> read() {
        InputStream resource = Objects.requireNonNull(Holidays.class.getResourceAsStream(RESOURCE), RESOURCE);
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
