package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** When the same may be asked about again: after growing pauses. Only in memory, so a restart asks at once. */
final class Pauses {
    private final BackOff backOff;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    Pauses(BackOff backOff) {
        this.backOff = backOff;
    }

    /** How often something was asked about, and when it may be again. */
    private record Asked(int times, Instant next) {}

    boolean isDue(String id, Instant now) {
        Asked before = asked.get(id);
        return before == null || !now.isBefore(before.next());
    }

    /** It was asked about, and is not settled. */
    void askedInVain(String id, Instant now) {
        asked.compute(id, (same, before) -> after(before, now));
    }

    private Asked after(@Nullable Asked before, Instant now) {
        int times = 1 + (before == null ? 0 : before.times());
        return new Asked(times, now.plus(backOff.after(times)));
    }

    void settled(String id) {
        asked.remove(id);
    }

    /** What has not been asked again since then is settled, or too old. */
    void forget(Instant before) {
        asked.values().removeIf(one -> one.next().isBefore(before));
    }
}
