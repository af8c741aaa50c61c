package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.List;
import kr.minwon.notification.message.Message;

/** Makes one text of several that are held no longer, before each of them is taken up by itself. */
@FunctionalInterface
public interface Gathering {
    /** Nothing is made of several. */
    Gathering NONE = now -> List.of();

    /**
     * Makes them.
     *
     * @return what is to be sent instead
     * @throws RuntimeException when the store is away
     */
    List<Message> of(Instant now);
}
