package kr.minwon.routing.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkItems;
import kr.minwon.routing.workitem.WorkStatus;
import org.springframework.stereotype.Component;

/**
 * Issues letters for overdue cases. The letter is written first, then the case's ledger; a repeat on the same day finds
 * the letter and writes what a crash left out.
 */
@Component
public class LetterDesk {
    private final OverdueLetters letters;
    private final WorkItems items;
    private final Offices offices;
    private final StatutoryClocks clocks;
    private final Clock clock;

    public LetterDesk(OverdueLetters letters, WorkItems items, Offices offices, StatutoryClocks clocks, Clock clock) {
        this.letters = letters;
        this.items = items;
        this.offices = offices;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What came of asking for a letter. */
    public sealed interface Result {
        /** It is issued, now or earlier today. */
        record Issued(OverdueLetter letter) implements Result {}

        /** The office has no such case. */
        record UnknownCase() implements Result {}

        /** The case is over, its clock stands, or there is time left. */
        record NotOverdue() implements Result {}
    }

    /** Issues a letter about a case. */
    public Result issue(String officeId, String receiptNumber, String text, Officer by) {
        Optional<WorkItem> found = items.find(officeId, receiptNumber);
        if (found.isEmpty()) {
            return new Result.UnknownCase();
        }
        WorkItem item = found.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean runs = item.status() == WorkStatus.ASSIGNED || item.status() == WorkStatus.IN_PROGRESS;
        if (!runs || !now.isAfter(item.clock().dueAt())) {
            return new Result.NotOverdue();
        }
        Office office = offices.find(officeId).orElseThrow();
        OverdueLetter letter = letters.issue(letter(item, office, text, by, now));
        items.change(item.id(), one -> noted(one, letter));
        return new Result.Issued(letter);
    }

    private static Move noted(WorkItem item, OverdueLetter letter) {
        return item.pressed(letter.number(), letter.by().id(), letter.issuedAt());
    }

    private OverdueLetter letter(WorkItem item, Office office, String text, Officer by, Instant now) {
        Department department = office.departmentOrIntake(item.departmentId());
        WorkCalendar calendar = clocks.calendar(office);
        int late = calendar.workingDaysBefore(SeoulTime.local(now).toLocalDate())
                - calendar.workingDaysBefore(
                        SeoulTime.local(item.clock().dueAt()).toLocalDate());
        return new OverdueLetter(
                "",
                office.id(),
                item.id(),
                item.petition().receiptNumber(),
                item.petition().title(),
                department.id(),
                department.name(),
                item.clock().dueAt(),
                late,
                by,
                now,
                text);
    }
}
