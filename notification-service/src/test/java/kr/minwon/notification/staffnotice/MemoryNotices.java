package kr.minwon.notification.staffnotice;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notices in memory, for tests. */
final class MemoryNotices implements StaffNotices {
    private final Map<String, StaffNotice> all = new LinkedHashMap<>();
    private final Set<String> listed = new LinkedHashSet<>();
    private Runnable beforeMove = () -> {};
    private boolean refusing;

    @Override
    public void add(StaffNotice notice) {
        if (all.putIfAbsent(notice.id(), notice) == null) {
            listed.add(notice.id());
        }
    }

    @Override
    public List<StaffNotice> listedOf(String complaintId) {
        return listed.stream()
                .map(all::get)
                .filter(notice -> notice.about().complaintId().equals(complaintId))
                .toList();
    }

    @Override
    public void settle(Collection<String> ids) {
        listed.removeAll(ids);
    }

    @Override
    public boolean move(StaffNotice read, StaffNotice moved) {
        Runnable first = beforeMove;
        beforeMove = () -> {};
        first.run();
        return !refusing && listed.contains(read.id()) && all.replace(read.id(), read, moved);
    }

    /** Somebody else is quicker than the next move. */
    void beforeNextMove(Runnable other) {
        beforeMove = other;
    }

    /** Somebody else is quicker than every move. */
    void refuseMoves() {
        refusing = true;
    }

    @Override
    public Page page(Collection<NoticeList> lists, @Nullable String cursor, int limit) {
        return new Page(
                listed.stream()
                        .map(all::get)
                        .filter(notice -> NoticeList.of(notice).stream().anyMatch(lists::contains))
                        .sorted(Comparator.comparing(StaffNotice::key).reversed())
                        .limit(limit)
                        .toList(),
                null);
    }

    @Override
    public int after(Collection<NoticeList> lists, @Nullable String key, int most) {
        return (int) page(lists, null, Integer.MAX_VALUE).items().stream()
                .filter(notice -> key == null || notice.key().compareTo(key) > 0)
                .limit(most)
                .count();
    }

    @Override
    public int deleteBefore(Instant moment, int most) {
        List<String> old = all.values().stream()
                .filter(notice -> notice.remindedAt().isBefore(moment))
                .map(StaffNotice::id)
                .limit(most)
                .toList();
        old.forEach(all::remove);
        listed.removeAll(old);
        return old.size();
    }

    int size() {
        return all.size();
    }
}
