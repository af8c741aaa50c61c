package kr.minwon.complaint.complaint.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads and writes the parts of a document; what is absent is not written. */
final class Documents {
    private Documents() {}

    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value instanceof Instant instant ? Date.from(instant) : value);
        }
    }

    static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }

    static Instant moment(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field), field).toInstant();
    }

    static @Nullable Instant momentOrNull(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    static int number(Document document, String field) {
        return Objects.requireNonNull(document.get(field, Number.class), field).intValue();
    }

    static @Nullable Document part(Document document, String field) {
        return document.get(field, Document.class);
    }

    static Document partOf(Document document, String field) {
        return Objects.requireNonNull(part(document, field), field);
    }

    static <T> List<T> list(Document document, String field, Function<Document, T> each) {
        List<Document> parts = document.getList(field, Document.class);
        return parts == null ? List.of() : parts.stream().map(each).toList();
    }
}
