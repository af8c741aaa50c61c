package kr.minwon.routing.workitem.web;

import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Checks texts that staff write, and notes what is wrong with which field. */
final class PlainFields {
    /** Most characters of a reason. */
    static final int REASON = 1_000;

    private PlainFields() {}

    /** A line that must be there; trimmed. */
    static String line(FieldErrors errors, String field, @Nullable String value, int longest) {
        return checked(errors, field, value, longest, false);
    }

    /** A text, in which lines may break, that must be there; trimmed. */
    static String text(FieldErrors errors, String field, @Nullable String value, int longest) {
        return checked(errors, field, value, longest, true);
    }

    private static String checked(
            FieldErrors errors, String field, @Nullable String value, int longest, boolean mayBreak) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            errors.add(field, "required");
        } else if (text.codePoints().anyMatch(point -> !(mayBreak && point == '\n') && isUnprintable(point))) {
            errors.add(field, "plain-text");
        } else if (text.codePointCount(0, text.length()) > longest) {
            errors.add(field, "too-long", longest);
        }
        return text;
    }

    static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
