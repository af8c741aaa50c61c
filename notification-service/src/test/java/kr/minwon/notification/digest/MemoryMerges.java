package kr.minwon.notification.digest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Merges as the store has them. Outlives its processes. */
final class MemoryMerges implements Merges {
    private final Map<String, Merge> stored = new TreeMap<>();

    @Override
    public synchronized boolean add(Merge merge) {
        return stored.putIfAbsent(merge.id(), merge) == null;
    }

    @Override
    public synchronized Optional<Merge> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<Merge> some(int most) {
        return stored.values().stream().limit(most).toList();
    }

    @Override
    public synchronized void remove(Merge merge) {
        stored.remove(merge.id(), merge);
    }
}
