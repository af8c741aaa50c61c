package kr.minwon.notification.staffnotice;

import java.time.Instant;
import java.util.Objects;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.SeoulTime;
import org.jspecify.annotations.Nullable;

/**
 * Staff are reminded of a case.
 *
 * @param sequence of the event that said so: a later one of the same case takes its place
 * @param title what the complaint is called; null when the event did not say
 * @param workingDaysLate 0 until the first working day after the deadline
 * @param departmentId whose case it is
 * @param officerId who is responsible; null for nobody
 * @param remindedAt when routing said so
 * @param listedAt since when it stands in the list that it stands in
 */
public record StaffNotice(
        About about,
        long sequence,
        NoticeKind kind,
        @Nullable String title,
        Instant dueAt,
        int workingDaysLate,
        String departmentId,
        @Nullable String officerId,
        Instant remindedAt,
        Instant listedAt) {
    public StaffNotice {
        if (sequence < 1 || workingDaysLate < 0 || departmentId.isBlank()) {
            throw new IllegalArgumentException("a notice has a sequence, and a department");
        }
    }

    /** The same for the same event. */
    public String id() {
        return about.complaintId() + "/" + kind.wireName() + "." + sequence;
    }

    /** Sorts by when it was listed; no other has it. */
    public String key() {
        return SeoulTime.threeDigits(listedAt) + "/" + id();
    }

    /**
     * Whether nobody is to be reminded by it any more: its case has nothing left to do or was accepted, or its deadline was
     * moved or its clock stopped since.
     */
    boolean isOver(CaseRecord of) {
        Instant clockMovedAt = of.desk().clockMovedAt();
        return of.isOver()
                || (kind == NoticeKind.ACCEPTANCE && !of.awaitsAcceptance())
                || (clockMovedAt != null && remindedAt.isBefore(clockMovedAt));
    }

    /**
     * Where the case is, if it came there since routing said this: until then routing, which alone knows of what is on its
     * way through the 민원실, is right.
     */
    StaffNotice following(CaseRecord known, Instant now) {
        Instant movedAt = known.desk().movedAt();
        String department = known.departmentId();
        return department == null || movedAt == null || !movedAt.isAfter(remindedAt)
                ? this
                : with(department, known.officerId(), now);
    }

    /** As somebody else has the case now; a department or an officer that gets it finds it new in their list. */
    private StaffNotice with(String department, @Nullable String officer, Instant now) {
        boolean same = departmentId.equals(department) && (officer == null || officer.equals(officerId));
        return departmentId.equals(department) && Objects.equals(officer, officerId)
                ? this
                : new StaffNotice(
                        about,
                        sequence,
                        kind,
                        title,
                        dueAt,
                        workingDaysLate,
                        department,
                        officer,
                        remindedAt,
                        same ? listedAt : now);
    }
}
