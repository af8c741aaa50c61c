package kr.minwon.notification.staffnotice;

import java.time.Instant;
import java.util.Objects;
import kr.minwon.notification.message.About;
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

    /** As somebody else has the case now; a department that gets it finds it new in its list. */
    StaffNotice with(String department, @Nullable String officer, Instant now) {
        boolean same = departmentId.equals(department);
        return same && Objects.equals(officer, officerId)
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
