package kr.minwon.routing.calendar.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.problems.FieldErrors;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.SeoulTime;
import org.jspecify.annotations.Nullable;

/**
 * A day off that is asked about, added or taken back.
 *
 * @param date such as {@code 2026-12-24}
 * @param name what people call it, up to 40 characters
 * @param kind {@code temporary} (임시공휴일 and elections) or {@code office} (the office's own)
 * @param undo of a preview: whether it is to be taken back
 * @param tell whether residents hear of their new deadline by a text; not unless it is said
 */
record CalendarQuestion(
        @Nullable String date,
        @Nullable String name,
        @Nullable String kind,
        @Nullable Boolean undo,
        @Nullable Boolean tell) {
    private static final int LONGEST_NAME = 40;
    private static final Map<String, Holiday.Kind> KINDS =
            Map.of("temporary", Holiday.Kind.TEMPORARY, "office", Holiday.Kind.OFFICE);

    boolean isUndo() {
        return Boolean.TRUE.equals(undo);
    }

    boolean isTell() {
        return Boolean.TRUE.equals(tell);
    }

    LocalDate day() {
        return day(date);
    }

    /** @throws kr.minwon.problems.InvalidFieldsException when it is no day off */
    CalendarOverride override() {
        FieldErrors errors = new FieldErrors();
        LocalDate day = day(date, errors);
        String title = Objects.requireNonNullElse(name, "").strip();
        if (title.isEmpty() || title.codePoints().anyMatch(CalendarQuestion::isNoText)) {
            errors.add("name", "plain-text");
        } else if (title.codePointCount(0, title.length()) > LONGEST_NAME) {
            errors.add("name", "too-long", LONGEST_NAME);
        }
        Holiday.Kind known = kind == null ? null : KINDS.get(kind);
        if (known == null) {
            errors.add("kind", "override-kind");
        }
        errors.throwIfAny();
        return new CalendarOverride(Objects.requireNonNull(day), title, Objects.requireNonNull(known));
    }

    private static boolean isNoText(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }

    static LocalDate day(@Nullable String text) {
        FieldErrors errors = new FieldErrors();
        LocalDate day = day(text, errors);
        errors.throwIfAny();
        return Objects.requireNonNull(day);
    }

    private static @Nullable LocalDate day(@Nullable String text, FieldErrors errors) {
        Optional<LocalDate> day = SeoulTime.day(text);
        if (day.isEmpty()) {
            errors.add("date", "day");
        }
        return day.orElse(null);
    }

    /** A year of four digits. */
    static int year(String text) {
        if (!text.matches("[0-9]{4}")) {
            new FieldErrors().add("year", "calendar-year").throwIfAny();
        }
        return Integer.parseInt(text);
    }
}
