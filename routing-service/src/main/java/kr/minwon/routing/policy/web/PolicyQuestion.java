package kr.minwon.routing.policy.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import kr.minwon.problems.FieldErrors;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.policy.PolicyLines;
import org.jspecify.annotations.Nullable;

/**
 * A policy as an administrator writes it.
 *
 * @param version what it is called; its first day when it is not said
 * @param effectiveFrom its first day, such as {@code 2027-01-01}
 * @param until its last day; not said when it holds until further notice
 * @param opens such as {@code 09:00}
 * @param extendedBy {@code officer} (whoever handles the case, and the lead) or {@code lead}
 * @param transfers {@code direct} (the default) or {@code throughIntake}
 * @param categories by code, only those that are other than the office's data says
 */
record PolicyQuestion(
        @Nullable String version,
        @Nullable String effectiveFrom,
        @Nullable String until,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable String lunchFrom,
        @Nullable String lunchTo,
        @Nullable Boolean eveningIsFirstDay,
        @Nullable Boolean calendarBeginsOnHoliday,
        @Nullable Integer extensionsWithoutConsent,
        @Nullable Integer extensionsWithConsent,
        @Nullable String extendedBy,
        @Nullable String transfers,
        @Nullable Integer progressEveryDays,
        @Nullable Boolean remindHalf,
        @Nullable Boolean remindDueSoon,
        @Nullable Map<String, @Nullable Term> categories) {
    private static final String NAME = "[0-9A-Za-z][0-9A-Za-z-]{0,19}";
    private static final String TIME = "[0-9]{2}:[0-9]{2}";
    private static final ClockPolicy DEFAULT = ClockPolicy.DEFAULT;
    private static final LocalDate STAND_IN = LocalDate.of(2050, 12, 31);
    private static final Period SHORTEST = new Period(1, Period.Unit.WORKING_HOURS);
    /** Lines that are compared with each other. */
    private static final List<Set<String>> AGREEING =
            List.of(Set.of("version", "effectiveFrom", "until"), Set.of("opens", "closes", "lunchFrom", "lunchTo"));

    /** @param period such as {@code 3h}, {@code 7d} */
    record Term(@Nullable String petitionKind, @Nullable String period) {}

    /**
     * The lines, and which of them cannot be read: sound ones stand in for those, so that all that is wrong is said at once.
     */
    record Reading(PolicyLines lines, FieldErrors errors) {
        /** Whether a line, and those it has to agree with, could be read. */
        boolean read(String line) {
            Set<String> together = AGREEING.stream()
                    .filter(lines -> lines.contains(line))
                    .findFirst()
                    .orElse(Set.of(line));
            return errors.all().stream().noneMatch(error -> together.contains(error.field()));
        }
    }

    Reading read() {
        FieldErrors errors = new FieldErrors();
        LocalDate from = read(errors, "effectiveFrom", effectiveFrom, "day", SeoulTime::day, STAND_IN);
        LocalDate last = until == null || until.isBlank()
                ? null
                : read(errors, "until", until, "day", SeoulTime::day, LocalDate.MAX);
        String name = version == null || version.isBlank() ? from.toString() : version.strip();
        if (!name.matches(NAME)) {
            errors.add("version", "policy-version");
        }
        PolicyLines lines = new PolicyLines(
                name,
                from,
                last,
                time(errors, "opens", opens, DEFAULT.opens()),
                time(errors, "closes", closes, DEFAULT.closes()),
                time(errors, "lunchFrom", lunchFrom, DEFAULT.lunchFrom()),
                time(errors, "lunchTo", lunchTo, DEFAULT.lunchTo()),
                !Boolean.FALSE.equals(eveningIsFirstDay),
                !Boolean.FALSE.equals(calendarBeginsOnHoliday),
                number(errors, "extensionsWithoutConsent", extensionsWithoutConsent),
                number(errors, "extensionsWithConsent", extensionsWithConsent),
                read(errors, "extendedBy", extendedBy, "policy-extended-by", PolicyQuestion::onlyLead, false),
                transfers == null || transfers.isBlank()
                        ? Policy.Transfers.DIRECT
                        : read(
                                errors,
                                "transfers",
                                transfers,
                                "policy-transfers",
                                PolicyViews::transfers,
                                Policy.Transfers.DIRECT),
                number(errors, "progressEveryDays", progressEveryDays),
                !Boolean.FALSE.equals(remindHalf),
                !Boolean.FALSE.equals(remindDueSoon),
                terms(errors));
        return new Reading(lines, errors);
    }

    private Map<String, Policy.Term> terms(FieldErrors errors) {
        Map<String, Policy.Term> terms = new HashMap<>();
        new TreeMap<>(Objects.requireNonNullElse(categories, Map.<String, @Nullable Term>of()))
                .forEach((code, term) -> {
                    String line = "categories." + code;
                    String kind = term == null ? null : term.petitionKind();
                    if (kind == null || kind.isBlank()) {
                        errors.add(line + ".petitionKind", "required");
                    }
                    Period period = read(
                            errors,
                            line + ".period",
                            term == null ? null : term.period(),
                            "period",
                            Period::parse,
                            SHORTEST);
                    if (kind != null && !kind.isBlank()) {
                        terms.put(code, new Policy.Term(kind.strip(), period));
                    }
                });
        return terms;
    }

    private static Optional<Boolean> onlyLead(String word) {
        return switch (word) {
            case "officer" -> Optional.of(false);
            case "lead" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private static int number(FieldErrors errors, String line, @Nullable Integer number) {
        if (number == null) {
            errors.add(line, "policy-number");
        }
        return Objects.requireNonNullElse(number, 1);
    }

    private static LocalTime time(FieldErrors errors, String line, @Nullable String text, LocalTime standIn) {
        return read(errors, line, text, "policy-time", PolicyQuestion::time, standIn);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.matches(TIME) ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static <T> T read(
            FieldErrors errors,
            String line,
            @Nullable String text,
            String code,
            Function<String, Optional<T>> parse,
            T standIn) {
        if (text == null || text.isBlank()) {
            errors.add(line, "required");
            return standIn;
        }
        Optional<T> value = parse.apply(text.strip());
        if (value.isEmpty()) {
            errors.add(line, code);
        }
        return value.orElse(standIn);
    }
}
