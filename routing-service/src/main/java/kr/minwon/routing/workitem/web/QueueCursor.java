package kr.minwon.routing.workitem.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.routing.workitem.QueueView;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a view ended, as clients carry it. It opens nothing: office and rights come from the caller, each time,
 * and a cursor of one list is refused by another.
 */
final class QueueCursor {
    private static final Pattern ORDER = Pattern.compile("\\d{15}/[0-9a-f-]{36}");
    private static final String SEPARATOR = "|";
    private static final int LONGEST = 256;

    private QueueCursor() {}

    static String write(QueueView view, @Nullable String departmentId, String order) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list(view, departmentId) + order).getBytes(StandardCharsets.UTF_8));
    }

    /** Where to go on; empty when it is no cursor of that list. */
    static Optional<String> read(QueueView view, @Nullable String departmentId, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String list = list(view, departmentId);
            return Optional.of(text)
                    .filter(any -> any.startsWith(list))
                    .map(any -> any.substring(list.length()))
                    .filter(order -> ORDER.matcher(order).matches());
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String list(QueueView view, @Nullable String departmentId) {
        return view.wireName() + SEPARATOR + (departmentId == null ? "" : departmentId) + SEPARATOR;
    }
}
