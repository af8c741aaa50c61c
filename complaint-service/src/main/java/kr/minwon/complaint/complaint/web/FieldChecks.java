package kr.minwon.complaint.complaint.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.complaint.complaint.PlainText;
import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Checks texts, and notes what is wrong with which field. */
final class FieldChecks {
    private static final int LONGEST_NAME = 40;

    private final FieldErrors errors;

    FieldChecks(FieldErrors errors) {
        this.errors = errors;
    }

    /** A line that must be there; trimmed. */
    String line(String field, @Nullable String value, int most) {
        return required(field, value, most, PlainText.faultOfLine(stripped(value), most));
    }

    /** A text of several lines that must be there; trimmed. */
    String text(String field, @Nullable String value, int most) {
        return required(field, value, most, PlainText.faultOfText(stripped(value), most));
    }

    /** A line that may be absent or empty. */
    @Nullable
    String optionalLine(String field, @Nullable String value, int most) {
        return optional(field, value, most, PlainText.faultOfLine(stripped(value), most));
    }

    /** A text of several lines that may be absent or empty. */
    @Nullable
    String optionalText(String field, @Nullable String value, int most) {
        return optional(field, value, most, PlainText.faultOfText(stripped(value), most));
    }

    /** A stranger's name for a field as a refusal shows it: short, and without what a screen cannot show. */
    static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}$._-]", "?");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    /** Receipt numbers that must be there, at least one; whether they are of anything is seen later. */
    static List<String> numbers(FieldErrors errors, @Nullable List<@Nullable String> typed, String field, int most) {
        List<String> numbers = new ArrayList<>();
        if (typed != null) {
            typed.forEach(number -> numbers.add(stripped(number)));
        }
        if (numbers.isEmpty()) {
            errors.add(field, "required");
        } else if (numbers.size() > most) {
            errors.add(field, "too-many-numbers", most);
        }
        return numbers;
    }

    private String required(String field, @Nullable String value, int most, Optional<PlainText.Fault> fault) {
        fault.ifPresent(found -> note(field, found, most));
        return stripped(value);
    }

    private @Nullable String optional(String field, @Nullable String value, int most, Optional<PlainText.Fault> fault) {
        if (stripped(value).isEmpty()) {
            return null;
        }
        return required(field, value, most, fault);
    }

    private void note(String field, PlainText.Fault fault, int most) {
        switch (fault) {
            case EMPTY -> errors.add(field, "required");
            case TOO_LONG -> errors.add(field, "too-long", most);
            case CONTROL_CHARACTER -> errors.add(field, "control-character");
            case BROKEN_CHARACTER -> errors.add(field, "broken-character");
        }
    }

    private static String stripped(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
