package kr.minwon.routing.letter;

import java.time.Instant;
import java.time.LocalDate;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.workitem.Officer;

/**
 * A letter that presses a department to finish a case past its deadline (독촉장, 민원처리법 시행령 제28조, 시행규칙 제7조).
 *
 * @param number such as {@code 2026-000012}: by office and year, without a gap
 * @param workingDaysLate working days since the deadline
 * @param by the member of the staff who watches over petitions (민원심사관)
 */
public record OverdueLetter(
        String number,
        String officeId,
        String complaintId,
        String receiptNumber,
        String title,
        String departmentId,
        String departmentName,
        Instant dueAt,
        int workingDaysLate,
        Officer by,
        Instant issuedAt,
        String text) {
    /** One letter a case and day. */
    public String id() {
        return complaintId + "/" + day();
    }

    private LocalDate day() {
        return SeoulTime.local(issuedAt).toLocalDate();
    }

    /** The year that its number belongs to. */
    public int year() {
        return day().getYear();
    }

    /** The same under another number. */
    public OverdueLetter numbered(int n) {
        String next = "%d-%06d".formatted(year(), n);
        return new OverdueLetter(
                next,
                officeId,
                complaintId,
                receiptNumber,
                title,
                departmentId,
                departmentName,
                dueAt,
                workingDaysLate,
                by,
                issuedAt,
                text);
    }
}
