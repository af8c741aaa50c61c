package kr.minwon.routing.clock.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.problems.FieldErrors;
import kr.minwon.routing.clock.DeadlineRequest;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.Suspension;
import org.springframework.util.MultiValueMap;

/** Reads the calculator's parameters and names everything that is wrong with them at once. */
final class DeadlineQuestion {
    private static final String RECEIVED_AT = "receivedAt";
    private static final String PERIOD = "period";
    private static final String EXTENDED = "extended";
    private static final String SUSPENDED = "suspended";
    private static final int MOST_SUSPENSIONS = 20;

    private final MultiValueMap<String, String> parameters;
    private final FieldErrors errors = new FieldErrors();

    private record Received(LocalDateTime at, boolean dateOnly) {}

    private DeadlineQuestion(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * The question that the parameters ask.
     *
     * @throws kr.minwon.problems.InvalidFieldsException naming each bad parameter
     */
    static DeadlineRequest read(MultiValueMap<String, String> parameters) {
        return new DeadlineQuestion(parameters).read();
    }

    private DeadlineRequest read() {
        Optional<Received> received = single(RECEIVED_AT, "received-at", DeadlineQuestion::received);
        Optional<Period> period = single(PERIOD, "period", Period::parse);
        int extended = parameters.containsKey(EXTENDED)
                ? single(EXTENDED, "extended", DeadlineQuestion::times).orElse(0)
                : 0;
        List<Suspension> suspended = suspensions();
        received.ifPresent(known -> {
            if (suspended.stream()
                    .anyMatch(
                            suspension -> suspension.from().isBefore(known.at().toLocalDate()))) {
                errors.add(SUSPENDED, "suspended-before-receipt");
            }
        });
        errors.throwIfAny();
        return new DeadlineRequest(
                        received.orElseThrow().at(),
                        received.orElseThrow().dateOnly(),
                        period.orElseThrow(),
                        0,
                        0,
                        suspended,
                        List.of())
                .extended(extended);
    }

    private <T> Optional<T> single(String name, String code, Function<String, Optional<T>> parse) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.isEmpty() || values.getFirst().isBlank()) {
            errors.add(name, "required");
            return Optional.empty();
        }
        Optional<T> value = values.size() > 1
                ? Optional.empty()
                : parse.apply(values.getFirst().strip());
        if (value.isEmpty()) {
            errors.add(name, values.size() > 1 ? "only-once" : code);
        }
        return value;
    }

    /** A time with an offset, a time of Seoul, or a date. */
    private static Optional<Received> received(String text) {
        // A plus sign that was not encoded arrives as a space.
        String typed = text.replaceFirst("(?<=T.{1,30}) (?=\\d{2}:\\d{2}$)", "+");
        return attempt(
                        typed,
                        any -> new Received(
                                OffsetDateTime.parse(any)
                                        .atZoneSameInstant(SeoulTime.ZONE)
                                        .toLocalDateTime(),
                                false))
                .or(() -> attempt(typed, any -> new Received(LocalDateTime.parse(any), false)))
                .or(() ->
                        attempt(typed, any -> new Received(LocalDate.parse(any).atStartOfDay(), true)));
    }

    private static <T> Optional<T> attempt(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> times(String text) {
        return text.matches("[0-9]") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private List<Suspension> suspensions() {
        List<String> values = parameters.getOrDefault(SUSPENDED, List.of());
        if (values.size() > MOST_SUSPENSIONS) {
            errors.add(SUSPENDED, "suspended-too-many", MOST_SUSPENSIONS);
            return List.of();
        }
        List<Suspension> suspensions = new ArrayList<>();
        for (String value : values) {
            Optional<Suspension> suspension = suspension(value.strip());
            suspension.ifPresentOrElse(suspensions::add, () -> errors.add(SUSPENDED, "suspended"));
        }
        return suspensions;
    }

    private static Optional<Suspension> suspension(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        return attempt(ends[0], LocalDate::parse)
                .flatMap(from -> attempt(ends[1], LocalDate::parse)
                        .filter(to -> !to.isBefore(from))
                        .map(to -> new Suspension(from, to)));
    }
}
