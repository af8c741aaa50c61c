package kr.minwon.notification.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Texts in pieces in memory, for tests. */
final class MemoryPieces implements ReceivedPieces {
    final Map<String, LongTexts> stored = new LinkedHashMap<>();
    private final Duration within;

    MemoryPieces(Duration within) {
        this.within = within;
    }

    @Override
    public <R> R change(String from, Function<LongTexts, Change<R>> decide) {
        Change<R> change = decide.apply(stored.getOrDefault(from, LongTexts.of(from)));
        stored.put(from, change.next());
        return change.result();
    }

    @Override
    public List<LongTexts> due(Instant now, int most) {
        return stored.values().stream()
                .filter(one -> {
                    Instant due = one.dueAt(within);
                    return due != null && !due.isAfter(now);
                })
                .limit(most)
                .toList();
    }
}
