package kr.minwon.routing.workitem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Its department gave a petition up as not its own; the 민원실 says whose it is (민원처리법 시행령 제13조).
 *
 * @param from the department that gave it up
 * @param proposed whose it is in that department's opinion; null when it does not know
 * @param reason why it is not its own; null when nothing was said
 */
public record Forwarding(
        String from, @Nullable String proposed, @Nullable String reason, Instant at) {}
