package kr.minwon.routing.office;

import kr.minwon.idempotency.RequestMark;
import org.jspecify.annotations.Nullable;

/**
 * A day off of an office's own that was added, or taken back; remembered with the request, so that the same request again
 * is answered by it.
 *
 * @param recountId the recount of the open cases that it began
 * @param request null when its sender gave no key: then it is not remembered
 */
public record DayChange(
        DeclaredDay day, String recountId, @Nullable RequestMark request) {}
