package kr.minwon.routing.clock;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A petition on its way to the right department of the same office through the 민원실 (이송). Its time is not counted
 * (행정절차법 시행령 제11조), and has a bound (민원처리법 시행령 제13조): whoever keeps it longer keeps it at the office's expense.
 *
 * @param from when the department gave it up, Seoul time
 * @param to when it came to a department; null while it is on its way, which is counted as the whole bound
 */
public record Transit(LocalDateTime from, @Nullable LocalDateTime to) {
    /** Working time that is not counted at most (민원처리법 시행령 제13조). */
    public static final Duration MOST = Duration.ofHours(3);

    public Transit {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("it came at " + to + " and went at " + from);
        }
    }
}
