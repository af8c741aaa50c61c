package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The store of receipts that wait; outlives its processes, and may be away. */
final class MemoryEarlyReceipts implements EarlyReceipts {
    private final Map<String, Early> stored = new TreeMap<>();
    private volatile boolean away;

    void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public synchronized void keep(Receipts.Notice notice, Instant since) {
        if (away) {
            throw new FaultyMessages.StoreAway();
        }
        stored.putIfAbsent(notice.key(), new Early(notice, since));
    }

    @Override
    public synchronized boolean forget(Receipts.Notice notice) {
        return stored.remove(notice.key()) != null;
    }

    @Override
    public synchronized int count(int most) {
        return Math.min(most, stored.size());
    }

    @Override
    public synchronized Page before(Instant moment, @Nullable String cursor, int most) {
        return new Page(
                stored.values().stream()
                        .filter(one -> one.since().isBefore(moment))
                        .toList(),
                null);
    }
}
