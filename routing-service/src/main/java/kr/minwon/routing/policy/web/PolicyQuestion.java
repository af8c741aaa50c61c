package kr.minwon.routing.policy.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kr.minwon.problems.FieldErrors;
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
        @Nullable Integer progressEveryDays,
        @Nullable Boolean remindHalf,
        @Nullable Boolean remindDueSoon,
        @Nullable Map<String, @Nullable Term> categories) {
    private static final String NAME = "[0-9A-Za-z][0-9A-Za-z-]{0,19}";
    private static final String TIME = "[0-9]{2}:[0-9]{2}";

    /** @param period such as {@code 3h}, {@code 7d} */
    record Term(@Nullable String petitionKind, @Nullable String period) {}

    /** @throws kr.minwon.problems.InvalidFieldsException naming each line that cannot be read */
    PolicyLines lines() {
        FieldErrors errors = new FieldErrors();
        LocalDate from = read(errors, "effectiveFrom", effectiveFrom, "day", SeoulTime::day);
        LocalDate last = until == null || until.isBlank() ? null : read(errors, "until", until, "day", SeoulTime::day);
        String name = version == null || version.isBlank() ? String.valueOf(from) : version.strip();
        if (!name.matches(NAME)) {
            errors.add("version", "policy-version");
        }
        LocalTime open = time(errors, "opens", opens);
        LocalTime close = time(errors, "closes", closes);
        LocalTime lunch = time(errors, "lunchFrom", lunchFrom);
        LocalTime afterLunch = time(errors, "lunchTo", lunchTo);
        Integer without = number(errors, "extensionsWithoutConsent", extensionsWithoutConsent);
        Integer with = number(errors, "extensionsWithConsent", extensionsWithConsent);
        Boolean lead = read(errors, "extendedBy", extendedBy, "policy-extended-by", PolicyQuestion::onlyLead);
        Integer progress = number(errors, "progressEveryDays", progressEveryDays);
        Map<String, Policy.Term> terms = terms(errors);
        errors.throwIfAny();
        return new PolicyLines(
                name,
                Objects.requireNonNull(from),
                last,
                Objects.requireNonNull(open),
                Objects.requireNonNull(close),
                Objects.requireNonNull(lunch),
                Objects.requireNonNull(afterLunch),
                !Boolean.FALSE.equals(eveningIsFirstDay),
                !Boolean.FALSE.equals(calendarBeginsOnHoliday),
                Objects.requireNonNull(without),
                Objects.requireNonNull(with),
                Objects.requireNonNull(lead),
                Objects.requireNonNull(progress),
                !Boolean.FALSE.equals(remindHalf),
                !Boolean.FALSE.equals(remindDueSoon),
                terms);
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
                            errors, line + ".period", term == null ? null : term.period(), "period", Period::parse);
                    if (kind != null && period != null) {
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

    private static @Nullable Integer number(FieldErrors errors, String line, @Nullable Integer number) {
        if (number == null) {
            errors.add(line, "policy-number");
        }
        return number;
    }

    private static @Nullable LocalTime time(FieldErrors errors, String line, @Nullable String text) {
        return read(errors, line, text, "policy-time", PolicyQuestion::time);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.matches(TIME) ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static <T> @Nullable T read(
            FieldErrors errors, String line, @Nullable String text, String code, Function<String, Optional<T>> parse) {
        if (text == null || text.isBlank()) {
            errors.add(line, "required");
            return null;
        }
        Optional<T> value = parse.apply(text.strip());
        if (value.isEmpty()) {
            errors.add(line, code);
        }
        return value.orElse(null);
    }
}
