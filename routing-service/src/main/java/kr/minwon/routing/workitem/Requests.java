package kr.minwon.routing.workitem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.idempotency.RequestMark;
import org.jspecify.annotations.Nullable;

/**
 * The last requests with an idempotency key that changed an item, the last one last.
 *
 * @param marks {@value #KEPT} at most
 */
public record Requests(List<RequestMark> marks) {
    /** Of an item that no such request has changed. */
    public static final Requests NONE = new Requests(List.of());

    /** So many are remembered: a client sends again within minutes, not after twenty other changes of one case. */
    static final int KEPT = 20;

    public Requests {
        marks = List.copyOf(marks);
    }

    /** The earlier request under the same key. */
    Optional<RequestMark> sameKey(@Nullable RequestMark later) {
        return marks.stream()
                .filter(mark -> later != null && mark.key().equals(later.key()))
                .findFirst();
    }

    /** With one more. */
    Requests with(RequestMark mark) {
        List<RequestMark> all = new ArrayList<>(marks);
        all.add(mark);
        return new Requests(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }
}
