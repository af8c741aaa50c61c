package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resident changed, or added to, what was asked (민원의 변경, 민원처리법 §22). What was filed stays as it was.
 *
 * @param number 1 for the first change
 * @param photoIds came with it
 * @param request recognises a repeat of the request that brought it
 */
public record Change(
        int number,
        String text,
        List<String> photoIds,
        Instant at,
        @Nullable RequestMark request) {
    public Change {
        photoIds = List.copyOf(photoIds);
    }
}
