package kr.minwon.notification.staffnotice;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the list of what staff are reminded of. What is said of a case here follows from its notices and from the case as
 * they are stored, so that each step may be done again, and in whichever order the events of the two topics come.
 */
public final class KeepNotices {
    private final StaffNotices notices;
    private final Cases cases;
    private final Clock clock;

    public KeepNotices(StaffNotices notices, Cases cases, Clock clock) {
        this.notices = notices;
        this.cases = cases;
        this.clock = clock;
    }

    /** Lists a notice in the place of the case's earlier ones. */
    public void take(StaffNotice notice) {
        notices.add(notice);
        follow(notice.about().complaintId());
    }

    /**
     * Settles what is over: notices of a case with nothing left to do, and all but the latest. The latest goes with the case
     * to its department and officer.
     */
    public void follow(String complaintId) {
        List<StaffNotice> listed = notices.listedOf(complaintId);
        if (listed.isEmpty()) {
            return;
        }
        // Read after the notice was stored, as the case is stored before its notices are settled: one of the two sees
        // both.
        CaseRecord known = cases.all(List.of(complaintId)).get(complaintId);
        boolean over = known != null && known.isOver();
        StaffNotice latest = listed.stream()
                .max(Comparator.comparingLong(StaffNotice::sequence))
                .orElseThrow();
        List<String> settled = listed.stream()
                .filter(notice -> over || notice != latest)
                .map(StaffNotice::id)
                .toList();
        if (!settled.isEmpty()) {
            notices.settle(settled);
        }
        if (!over) {
            move(latest, known);
        }
    }

    private void move(StaffNotice latest, @Nullable CaseRecord known) {
        // Who accepts by hand is not yet known to the case.
        if (known == null || known.departmentId() == null) {
            return;
        }
        StaffNotice moved = latest.with(known.departmentId(), known.officerId(), clock.instant());
        if (moved != latest) {
            notices.move(moved);
        }
    }
}
