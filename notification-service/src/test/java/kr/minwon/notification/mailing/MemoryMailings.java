package kr.minwon.notification.mailing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Mailings in memory; may be away after a write or before it. */
final class MemoryMailings implements Mailings {
    private final Map<String, Mailing> stored = new TreeMap<>();
    /** How many more changes are stored before the process is killed; negative for all. */
    private int changesLeft = -1;

    void killAfter(int changes) {
        changesLeft = changes;
    }

    @Override
    public boolean add(Mailing mailing) {
        return stored.putIfAbsent(mailing.id(), mailing) == null;
    }

    @Override
    public Optional<Mailing> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized <R> Optional<R> change(String id, Function<Mailing, Change<R>> decide) {
        Mailing before = stored.get(id);
        if (before == null) {
            return Optional.empty();
        }
        if (changesLeft == 0) {
            throw new IllegalStateException("killed");
        }
        changesLeft--;
        Change<R> change = decide.apply(before);
        Mailing next = change.next();
        if (next != null) {
            stored.put(id, next);
        }
        return Optional.of(change.result());
    }

    @Override
    public Page page(String officeId, @Nullable String cursor, int limit) {
        List<Mailing> all = new ArrayList<>(stored.values());
        all.sort(Comparator.comparing(Mailing::createdAt).reversed());
        return new Page(all, null);
    }

    @Override
    public List<Mailing> underWay(String after, int most) {
        return stored.values().stream()
                .filter(one -> !one.settled() && one.id().compareTo(after) > 0)
                .limit(most)
                .toList();
    }
}
