package kr.minwon.notification.staffnotice;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;

/**
 * Keeps the list of what staff are reminded of. What is said of a case here follows from its notices and from the case as
 * they are stored, so that each step may be done again, and in whichever order the events of the two topics come.
 */
public final class KeepNotices {
    private static final int MOST_TRIES = 5;

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
     * Settles what is over: notices of a case with nothing left to do, those of a deadline that is no longer its own, and all
     * but the latest. The latest goes with the case to its department and officer.
     */
    public void follow(String complaintId) {
        for (int time = 0; time < MOST_TRIES; time++) {
            if (isFollowed(complaintId)) {
                return;
            }
        }
        // The event comes again.
        throw new IllegalStateException("others moved the notices of a case each time");
    }

    /** False when somebody else moved the latest since it was read. */
    private boolean isFollowed(String complaintId) {
        List<StaffNotice> listed = notices.listedOf(complaintId);
        if (listed.isEmpty()) {
            return true;
        }
        // Read after the notice was stored, as the case is stored before its notices are settled: one of the two sees
        // both.
        CaseRecord known = cases.all(List.of(complaintId)).get(complaintId);
        StaffNotice latest = listed.stream()
                .max(Comparator.comparingLong(StaffNotice::sequence))
                .orElseThrow();
        List<String> settled = listed.stream()
                .filter(notice -> notice != latest || (known != null && notice.isOver(known)))
                .map(StaffNotice::id)
                .toList();
        if (!settled.isEmpty()) {
            notices.settle(settled);
        }
        if (known == null || settled.contains(latest.id())) {
            return true;
        }
        StaffNotice moved = latest.following(known, clock.instant());
        return moved == latest || notices.move(latest, moved);
    }
}
