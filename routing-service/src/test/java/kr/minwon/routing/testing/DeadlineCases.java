package kr.minwon.routing.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.minwon.routing.clock.DeadlineRequest;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.Suspension;

/** Deadlines that are known from the law, as a calculator is asked for them. */
public final class DeadlineCases {
    private static final Map<String, String> UNITS =
            Map.of("working hours", "h", "days", "d", "weeks", "w", "months", "m", "years", "y");

    private DeadlineCases() {}

    /**
     * A question and its answer.
     *
     * @param clockStart empty where the case does not say
     * @param due Seoul time, without an offset
     * @param why how it was derived
     */
    public record Case(
            String received,
            String period,
            int extended,
            List<String> suspended,
            String clockStart,
            String due,
            String why) {
        /** The question as the class takes it. */
        public DeadlineRequest request() {
            Period known = Period.parse(period).orElseThrow();
            DeadlineRequest request = received.contains("T")
                    ? DeadlineRequest.of(LocalDateTime.parse(received), known)
                    : DeadlineRequest.of(LocalDate.parse(received), known);
            return request.extended(extended)
                    .suspended(suspended.stream().map(Case::suspension).toList());
        }

        private static Suspension suspension(String text) {
            String[] ends = text.split("/", -1);
            return new Suspension(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
        }

        /** The question as a client asks it. */
        public String query() {
            StringBuilder query = new StringBuilder("receivedAt=" + received + "&period=" + period);
            if (extended > 0) {
                query.append("&extended=").append(extended);
            }
            suspended.forEach(one -> query.append("&suspended=").append(one));
            return query.toString();
        }

        /** When it is due, as a client is told. */
        public String dueAt() {
            return due + (due.length() == 16 ? ":00" : "") + "+09:00";
        }

        @Override
        public String toString() {
            return query() + " (" + why + ")";
        }
    }

    /** The vectors that came with the law. */
    public static Stream<Case> vectors() {
        return lines("deadline-vectors.csv").map(line -> vector(line.split(",", 4)));
    }

    private static Case vector(String[] cells) {
        Matcher supplement = Pattern.compile("(\\S+) supplement asked (\\S+) received (\\S+)")
                .matcher(cells[0]);
        String received = cells[0].split(" ", 2)[0];
        List<String> suspended = new ArrayList<>();
        if (supplement.matches()) {
            String year = received.substring(0, 5);
            suspended.add(year + supplement.group(2) + "/" + year + supplement.group(3));
        }
        String[] period = cells[1].split(" ", 2);
        String due = cells[2].contains("T") ? cells[2] : cells[2] + "T18:00";
        return new Case(
                received,
                period[0] + Objects.requireNonNull(UNITS.get(period[1])),
                cells[0].contains("extended once") ? 1 : 0,
                suspended,
                "",
                due,
                cells[3]);
    }

    /** Cases derived by hand, each with its derivation. */
    public static Stream<Case> derived() {
        return lines("derived-deadlines.csv")
                .map(line -> line.split(";", 7))
                .map(cells -> new Case(
                        cells[0],
                        cells[1],
                        Integer.parseInt(cells[2]),
                        cells[3].isEmpty() ? List.of() : List.of(cells[3].split(" ", -1)),
                        cells[4],
                        cells[5],
                        cells[6]));
    }

    private static Stream<String> lines(String file) {
        String path = "/routing-service/" + file;
        try (InputStream resource = Objects.requireNonNull(DeadlineCases.class.getResourceAsStream(path), path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).filter(line -> !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
