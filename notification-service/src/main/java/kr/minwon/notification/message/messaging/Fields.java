package kr.minwon.notification.message.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads fields of events; what is missing or malformed is an {@link IllegalArgumentException} or a date's own. */
final class Fields {
    /** Two digits, as in the links; the law knows 2 of each. */
    private static final int MOST = 99;

    private Fields() {}

    static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }

    static Instant moment(@Nullable String time) {
        return OffsetDateTime.parse(present(time)).toInstant();
    }

    /** Which request or extension it is, from 1. */
    static int number(@Nullable Integer number) {
        int n = present(number);
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("not a number of a step");
        }
        return n;
    }

    /** A day or a moment, in ISO-8601 as it came; it is said in the language of the text. */
    static String time(@Nullable String time) {
        moment(time);
        return present(time);
    }
}
