package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.testing.WorkItems;
import org.junit.jupiter.api.Test;

/** A street light: three working days from Monday 23 November, 10:12:30; due on Thursday at the same time. */
class RemindersTests {
    private static final Department CONSTRUCTION =
            WorkItems.SEOGU.department("construction").orElseThrow();

    private static Instant seoul(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Seoul")).toInstant();
    }

    private static Move.Made reminded(WorkItem item, String at) {
        return (Move.Made) item.remind(CONSTRUCTION, WorkItems.counting(), seoul(at));
    }

    private static Reminder told(Move.Made made) {
        return ((RoutingEvent.StaffReminded) made.events().getFirst()).reminder();
    }

    @Test
    void eachReminderComesOnceAndThenEachWorkingDay() {
        WorkItem item = WorkItems.assigned();
        List<String> all = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            Reminder next = Objects.requireNonNull(item.reminder());
            Move.Made made = (Move.Made) item.remind(CONSTRUCTION, WorkItems.counting(), next.at());
            assertThat(told(made)).isEqualTo(next);
            all.add(next.kind().wireName() + " "
                    + next.at().atZone(ZoneId.of("Asia/Seoul")).toLocalDateTime() + " " + next.workingDaysLate());
            item = made.next();
        }
        // 24 working hours: half of them are over after 12, on Tuesday at 15:12 with lunch left out; 16 leave a day, on
        // Wednesday.
        assertThat(all)
                .containsExactly(
                        "half 2026-11-24T15:12:30.123 0",
                        "dueSoon 2026-11-25T10:12:30.123 0",
                        "due 2026-11-26T10:12:30.123 0",
                        "overdue 2026-11-27T09:00 1",
                        "overdue 2026-11-30T09:00 2",
                        "overdue 2026-12-01T09:00 3");
    }

    @Test
    void ofWhatWasMissedOnlyTheLastIsTold() {
        Move.Made made = reminded(WorkItems.assigned(), "2026-12-02T03:00:00");

        assertThat(told(made)).isEqualTo(new Reminder(Reminder.Kind.OVERDUE, seoul("2026-12-01T09:00:00"), 3));
        assertThat(Objects.requireNonNull(made.next().reminder()).at()).isEqualTo(seoul("2026-12-02T09:00:00"));
        assertThat(made.next().ledger().entries().getLast().note()).isEqualTo("처리기한이 지난 지 근무일로 3일째입니다.");
    }

    @Test
    void whoComesSecondRemindsNobody() {
        WorkItem once = reminded(WorkItems.assigned(), "2026-11-24T15:13:00").next();

        assertThat(once.remind(CONSTRUCTION, WorkItems.counting(), seoul("2026-11-24T15:13:00")))
                .isInstanceOf(Move.AlreadySo.class);
    }

    @Test
    void aClockThatStandsRemindsNobodyAndGoesOnWithWhatIsLeft() {
        WorkItem waiting = ClockMoves.pause(WorkItems.assigned(), WorkItems.counting(), seoul("2026-11-23T11:00:00"))
                .orElseThrow();
        assertThat(waiting.reminder()).isNull();

        WorkItem again = ClockMoves.resume(waiting, CONSTRUCTION, WorkItems.counting(), seoul("2026-11-25T11:00:00"))
                .orElseThrow()
                .next();
        assertThat(again.reminder()).isNotNull();
    }

    @Test
    void aClosedItemRemindsNobody() {
        WorkItem closed = WorkItems.assigned()
                .close(WorkStatus.ANSWERED, WorkItems.counting(), WorkItems.ACCEPTED.plusSeconds(60))
                .orElseThrow();
        assertThat(closed.reminder()).isNull();
    }

    @Test
    void threeHoursAreDueSoonFromTheirBeginning() {
        WorkItem papers = WorkItems.placed("civil-documents");
        assertThat(Objects.requireNonNull(papers.reminder()).kind()).isEqualTo(Reminder.Kind.DUE);
    }
}
