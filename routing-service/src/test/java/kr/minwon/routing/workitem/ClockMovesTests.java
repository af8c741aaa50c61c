package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.testing.WorkItems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A seven-day petition (climate-environment, a grievance) accepted on Monday 23 November 2026, 10:12. */
class ClockMovesTests {
    private static final Counting COUNTING = WorkItems.counting();
    private static final Officer KIM = new Officer("officer-kim", "김담당");
    private static final Instant TUESDAY = at("2026-11-24T10:00:00+09:00");
    private static final WorkItem GRIEVANCE = WorkItems.placed("noise-dust");
    private static final WorkItem OTHER = WorkItems.placed("waste");

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Department department(WorkItem item) {
        return WorkItems.SEOGU.departmentOrIntake(item.departmentId());
    }

    private static Move extend(WorkItem item, @Nullable String period, Instant now) {
        Period asked = period == null ? null : Period.parse(period).orElseThrow();
        return ClockMoves.extend(item, asked, "부품을 주문했습니다.", KIM, department(item), COUNTING, now);
    }

    private static Move inspect(WorkItem item, String until, Instant now) {
        LocalDate day = LocalDate.parse(until);
        return ClockMoves.suspend(item, ClockMoves.INSPECTION, day, "현장조사", KIM, department(item), COUNTING, now);
    }

    private static WorkItem made(Move move) {
        return ((Move.Made) move).next();
    }

    private static String due(WorkItem item) {
        return SeoulTime.iso(item.clock().dueAt());
    }

    private static Move.Refusal refusal(Move move) {
        return ((Move.Refused) move).reason();
    }

    @Test
    void anExtensionAddsItsPeriodAndSaysWhy() {
        // 23, 24, 25, 26, 27, 30 November, 1 December; then 2, 3, 4.
        assertThat(due(OTHER)).isEqualTo("2026-12-01T18:00:00+09:00");
        WorkItem extended = made(extend(OTHER, "3d", TUESDAY));
        assertThat(due(extended)).isEqualTo("2026-12-04T18:00:00+09:00");
        assertThat(extended.clock().steps()).anyMatch(step -> step.contains("1번 연장하여 3일"));
        Ledger.Entry entry = extended.ledger().entries().getLast();
        assertThat(entry.by()).isEqualTo(KIM.id());
        assertThat(entry.change()).isNotNull().satisfies(change -> {
            assertThat(change.article()).isEqualTo("민원처리법 시행령 제21조");
            assertThat(change.dueBefore()).isEqualTo(OTHER.clock().dueAt());
            // Tuesday 10:00 to Tuesday 18:00 next week: 7 + 8 + 8 + 8 + 8 + 8 hours.
            assertThat(change.remainingBefore()).isEqualTo(Duration.ofHours(47));
            assertThat(change.remainingAfter()).isEqualTo(Duration.ofHours(71));
        });
    }

    @Test
    void withoutAPeriodItIsTheOriginalOne() {
        assertThat(due(made(extend(OTHER, null, TUESDAY)))).isEqualTo("2026-12-10T18:00:00+09:00");
    }

    @Test
    void anExtensionIsNoLongerThanThePeriodAndInItsUnit() {
        assertThat(refusal(extend(OTHER, "8d", TUESDAY))).isInstanceOf(Move.Refusal.ExtensionTooLong.class);
        assertThat(refusal(extend(OTHER, "3h", TUESDAY))).isInstanceOf(Move.Refusal.ExtensionTooLong.class);
    }

    @Test
    void anOverdueCaseIsNotExtended() {
        assertThat(refusal(extend(OTHER, "3d", OTHER.clock().dueAt().plusSeconds(1))))
                .isInstanceOf(Move.Refusal.Overdue.class);
        assertThat(extend(OTHER, "3d", OTHER.clock().dueAt())).isInstanceOf(Move.Made.class);
    }

    @Test
    void aSecondExtensionOnlyAsksTheResident() {
        WorkItem once = made(extend(OTHER, null, TUESDAY));
        Move.Made asked = (Move.Made) extend(once, "2d", TUESDAY);
        assertThat(due(asked.next())).isEqualTo(due(once));
        assertThat(asked.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        RoutingEvent.ExtensionProposed.class,
                        event -> assertThat(SeoulTime.iso(event.proposal().dueAt()))
                                .isEqualTo("2026-12-14T18:00:00+09:00"));
        assertThat(refusal(extend(asked.next(), "2d", TUESDAY))).isInstanceOf(Move.Refusal.ConsentPending.class);
    }

    @Test
    void theConsentExtendsAndADenialDoesNot() {
        WorkItem asked = made(extend(made(extend(OTHER, null, TUESDAY)), "2d", TUESDAY));
        WorkItem agreed = ClockMoves.consented(asked, 2, true, department(asked), COUNTING, TUESDAY)
                .orElseThrow()
                .next();
        assertThat(due(agreed)).isEqualTo("2026-12-14T18:00:00+09:00");
        assertThat(refusal(extend(agreed, "1d", TUESDAY))).isInstanceOf(Move.Refusal.NoMoreExtensions.class);
        Move.Made denied = ClockMoves.consented(asked, 2, false, department(asked), COUNTING, TUESDAY)
                .orElseThrow();
        assertThat(due(denied.next())).isEqualTo(due(asked));
        assertThat(denied.events()).isEmpty();
        assertThat(ClockMoves.consented(asked, 3, true, department(asked), COUNTING, TUESDAY))
                .as("another proposal's answer")
                .isEmpty();
    }

    @Test
    void aSupplementsDaysAreNotCountedFirstAndLastIncluded() {
        WorkItem waiting = ClockMoves.pause(OTHER, COUNTING, TUESDAY).orElseThrow();
        assertThat(waiting.status()).isEqualTo(WorkStatus.WAITING);
        Instant friday = at("2026-11-27T20:00:00+09:00");
        WorkItem supplied = ClockMoves.resume(waiting, department(OTHER), COUNTING, friday)
                .orElseThrow()
                .next();
        // 23, then 30 November, 1, 2, 3, 4, 7 December.
        assertThat(due(supplied)).isEqualTo("2026-12-07T18:00:00+09:00");
        assertThat(supplied.status()).isEqualTo(WorkStatus.ASSIGNED);
        assertThat(supplied.clock().steps()).anyMatch(step -> step.contains("11월 24일(화)–27일(금)"));
    }

    @Test
    void askedAgainWhileItStandsTheClockStandsOn() {
        WorkItem waiting = ClockMoves.pause(OTHER, COUNTING, TUESDAY).orElseThrow();
        Instant later = at("2026-12-07T10:00:00+09:00");
        WorkItem again = ClockMoves.pause(waiting, COUNTING, later).orElseThrow();
        assertThat(again.clock().state().pause())
                .isEqualTo(waiting.clock().state().pause());
    }

    @Test
    void onlyAGrievanceIsSuspendedForAnInspection() {
        assertThat(refusal(inspect(OTHER, "2026-11-30", TUESDAY))).isInstanceOf(Move.Refusal.NotSuspendable.class);
    }

    @Test
    void anInspectionTakesFourteenDaysAndSevenMoreOnce() {
        assertThat(refusal(inspect(GRIEVANCE, "2026-12-08", TUESDAY)))
                .isEqualTo(new Move.Refusal.SuspensionTooLong(14));
        WorkItem once = made(inspect(GRIEVANCE, "2026-12-07", TUESDAY));
        // 23 November; 8, 9, 10, 11, 14, 15 December.
        assertThat(due(once)).isEqualTo("2026-12-15T18:00:00+09:00");
        Instant later = at("2026-12-07T10:00:00+09:00");
        assertThat(refusal(inspect(once, "2026-12-15", later))).isEqualTo(new Move.Refusal.SuspensionTooLong(7));
        WorkItem twice = made(inspect(once, "2026-12-14", later));
        assertThat(refusal(inspect(twice, "2026-12-20", later))).isInstanceOf(Move.Refusal.SuspendedTwice.class);
    }

    @Test
    void aSuspensionDoesNotEndBeforeToday() {
        assertThat(refusal(inspect(GRIEVANCE, "2026-11-23", TUESDAY)))
                .isInstanceOf(Move.Refusal.SuspensionInThePast.class);
    }
}
