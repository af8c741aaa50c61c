package kr.minwon.notification.dispatch.smpp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.minwon.notification.reply.InboundText;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on a session. SMPP gives an inbound text no id, so the same words may be the same text, brought again
 * because its answer never arrived, or be meant again. While the session lives on which they were answered soon, they are
 * meant again: an SMSC that has its answer has nothing to bring.
 */
final class Answered {
    /** No SMSC gives up an answer before that. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int MOST = 1_000;

    private final String session = UUID.randomUUID().toString();
    private final Map<InboundText, Integer> times = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InboundText, Integer> eldest) {
            return size() > MOST;
        }
    };

    /** The id of a text that cannot be one that was answered before; null where the same words came for the first time. */
    synchronized @Nullable String idOf(InboundText text) {
        Integer before = times.get(text);
        return before == null ? null : session + "/" + before;
    }

    /**
     * It is stored, and answered now.
     *
     * @param after how long that took; after a long time it may be brought again all the same
     */
    synchronized void answered(InboundText text, Duration after) {
        if (after.compareTo(SOON) < 0) {
            times.merge(text, 1, Integer::sum);
        } else {
            times.remove(text);
        }
    }
}
