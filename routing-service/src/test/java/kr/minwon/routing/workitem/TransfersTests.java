package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.testing.WorkItems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A street light of three days, counted as 24 working hours, accepted on Monday 23 November 2026, 10:12:30. */
class TransfersTests {
    private static final Counting COUNTING = WorkItems.counting();
    private static final Department CONSTRUCTION = department("construction");
    private static final Department PARKS = department("parks");
    private static final Department CLEANING = department("cleaning");
    private static final Department INTAKE = WorkItems.SEOGU.intake();
    private static final Officer KIM = new Officer("officer-kim", "김담당");
    private static final Instant TUESDAY = at("2026-11-24T10:00:00+09:00");
    private static final WorkItem HOURS = WorkItems.assigned();
    private static final WorkItem DAYS = WorkItems.placed("waste");

    private static Department department(String id) {
        return WorkItems.SEOGU.department(id).orElseThrow();
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static WorkItem made(Move move) {
        return ((Move.Made) move).next();
    }

    private static Move.Refusal refusal(Move move) {
        return ((Move.Refused) move).reason();
    }

    private static Move move(WorkItem item, Department to, Instant now) {
        return Transfers.move(item, to, "공원 안", "lead-1", COUNTING, now);
    }

    private static WorkItem forwarded(WorkItem item, @Nullable Department proposed) {
        return made(Transfers.forward(item, INTAKE, proposed, "공원 안", "officer-kim", COUNTING, TUESDAY));
    }

    private static String due(WorkItem item) {
        return SeoulTime.iso(item.clock().dueAt());
    }

    @Test
    void backToWhereItCameFromIsAllowedOnceADay() {
        WorkItem there = made(move(DAYS, PARKS, TUESDAY));
        WorkItem back = made(move(there, CLEANING, TUESDAY.plusSeconds(60)));
        WorkItem again = made(move(back, CONSTRUCTION, TUESDAY.plusSeconds(90)));

        assertThat(refusal(move(back, PARKS, TUESDAY.plusSeconds(120)))).isInstanceOf(Move.Refusal.BackTwice.class);
        assertThat(move(again, PARKS, TUESDAY.plus(Duration.ofDays(1)))).isInstanceOf(Move.Made.class);
    }

    @Test
    void sentOnDirectlyTheClockRunsOn() {
        WorkItem there = made(move(HOURS, PARKS, TUESDAY));

        assertThat(there.clock()).isEqualTo(HOURS.clock());
        assertThat(there.assignment()).isEqualTo(2);
    }

    @Test
    void anotherDepartmentFindsNoDraftOfTheOneBefore() {
        WorkItem drafted = DAYS.drafted(DraftState.AWAITING).orElseThrow();

        assertThat(made(move(drafted, PARKS, TUESDAY)).draft()).isNull();
        WorkItem onItsWay = forwarded(drafted, PARKS);
        assertThat(made(move(onItsWay, PARKS, TUESDAY.plusSeconds(60))).draft()).isNull();
        assertThat(made(move(onItsWay, CLEANING, TUESDAY.plusSeconds(60))).draft())
                .as("where it was written it still stands")
                .isEqualTo(DraftState.AWAITING);
    }

    @Test
    void whatADepartmentGivesUpIsTheIntakesUntilItSaysWhoseItIs() {
        Move.Made move = (Move.Made) Transfers.forward(HOURS, INTAKE, PARKS, "공원 안", "officer-kim", COUNTING, TUESDAY);
        WorkItem item = move.next();

        assertThat(move.events())
                .as("the resident hears of it when it has come to a department")
                .isEmpty();
        assertThat(item.departmentId()).isEqualTo(INTAKE.id());
        assertThat(item.forwarding()).isEqualTo(new Forwarding("construction", "parks", "공원 안", TUESDAY));
        assertThat(item.officer()).isNull();
        assertThat(item.ledger().entries().getLast().note())
                .contains("알맞다고 본 부서: " + PARKS.name(), "공원 안", "민원처리법 시행령 제13조");
        assertThat(refusal(item.claim(KIM, INTAKE, TUESDAY))).isInstanceOf(Move.Refusal.OnItsWay.class);
        assertThat(refusal(item.give(KIM, INTAKE, "lead-1", TUESDAY))).isInstanceOf(Move.Refusal.OnItsWay.class);
    }

    @Test
    void hoursOnTheWayAreNotCounted() {
        WorkItem onItsWay = forwarded(HOURS, PARKS);
        Move.Made arrived = (Move.Made) move(onItsWay, PARKS, TUESDAY.plus(Duration.ofMinutes(70)));

        assertThat(due(HOURS)).isEqualTo("2026-11-26T10:12:30.123+09:00");
        // As if all of the three hours went, until it is known: 10:12 to 12:00 and 13:00 to 14:12.
        assertThat(due(onItsWay)).isEqualTo("2026-11-26T14:12:30.123+09:00");
        assertThat(due(arrived.next())).isEqualTo("2026-11-26T11:22:30.123+09:00");
        assertThat(arrived.next().clock().steps()).anyMatch(step -> step.contains("민원실을 거친 근무시간 1시간 10분은 세지 않습니다"));
        assertThat(arrived.next().forwarding()).isNull();
        assertThat(arrived.next().transfers())
                .containsExactly(new Transfer("construction", "parks", TUESDAY.plus(Duration.ofMinutes(70))));
        assertThat(arrived.events()).singleElement().isInstanceOf(RoutingEvent.WorkAssigned.class);
    }

    @Test
    void whatIsKeptLongerThanThreeHoursIsCountedAgain() {
        WorkItem late = made(move(forwarded(HOURS, null), PARKS, TUESDAY.plus(Duration.ofDays(1))));

        assertThat(due(late)).isEqualTo("2026-11-26T14:12:30.123+09:00");
    }

    @Test
    void hoursOnTheWayMoveNoDay() {
        WorkItem arrived = made(move(forwarded(DAYS, PARKS), PARKS, TUESDAY.plus(Duration.ofDays(2))));

        assertThat(due(arrived)).isEqualTo(due(DAYS));
        assertThat(arrived.clock().steps()).anyMatch(step -> step.contains("하루가 되지 않아"));
    }

    @Test
    void theIntakeMaySendItBackOrKeepIt() {
        WorkItem back = made(move(forwarded(HOURS, PARKS), CONSTRUCTION, TUESDAY.plusSeconds(60)));
        WorkItem kept = made(move(forwarded(HOURS, null), INTAKE, TUESDAY.plusSeconds(60)));

        assertThat(back.departmentId()).isEqualTo("construction");
        assertThat(back.transfers()).isEmpty();
        assertThat(back.rule()).contains("돌려보냈습니다");
        assertThat(kept.departmentId()).isEqualTo(INTAKE.id());
        assertThat(kept.claim(KIM, INTAKE, TUESDAY.plusSeconds(90))).isInstanceOf(Move.Made.class);
    }

    @Test
    void nothingIsForwardedToItselfOrWhileASupplementIsAwaited() {
        WorkItem waiting = ClockMoves.pause(HOURS, COUNTING, TUESDAY).orElseThrow();

        assertThat(refusal(Transfers.forward(HOURS, INTAKE, CONSTRUCTION, "아님", "officer-kim", COUNTING, TUESDAY)))
                .isInstanceOf(Move.Refusal.SameDepartment.class);
        assertThat(refusal(Transfers.forward(waiting, INTAKE, PARKS, "아님", "officer-kim", COUNTING, TUESDAY)))
                .isInstanceOf(Move.Refusal.Awaiting.class);
    }

    @Test
    void answeredOnTheWayItIsNobodysToPlace() {
        WorkItem answered = forwarded(HOURS, PARKS)
                .close(WorkStatus.ANSWERED, COUNTING, TUESDAY.plusSeconds(60))
                .orElseThrow();

        assertThat(answered.forwarding()).isNull();
        assertThat(answered.clock().state().isOnItsWay()).isFalse();
        assertThat(refusal(move(answered, PARKS, TUESDAY.plusSeconds(90)))).isInstanceOf(Move.Refusal.Closed.class);
    }
}
