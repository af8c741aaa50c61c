package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.DeclaredDay;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Placement;
import kr.minwon.routing.testing.WorkItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a clock comes to run: by acceptance, and again after an answer; of a petition filed on Monday 23 November 2026. */
class WorkRunsTests {
    private static final Counting COUNTING = WorkItems.counting();
    private static final Placement WASTE = WorkItems.SEOGU.place("waste", LocalDate.of(2026, 11, 23));
    private static final Department CLEANING = WASTE.department();
    private static final Officer KIM = new Officer("officer-kim", "김담당");

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    private static WorkItem filed(String moment) {
        Petition petition =
                new Petition(WorkItems.COMPLAINT, "seogu", "2611-4821-9375", "쓰레기", "waste", at(moment), null);
        return WorkRuns.filed(petition, WASTE, COUNTING, at(moment)).next();
    }

    private static WorkItem answered(String moment) {
        return WorkItems.placed("waste")
                .close(WorkStatus.ANSWERED, COUNTING, at(moment))
                .orElseThrow();
    }

    private static WorkItem reopened(String cause, String moment) {
        return WorkRuns.reopen(answered(moment), cause, CLEANING, COUNTING, at(moment))
                .orElseThrow()
                .next();
    }

    private static String due(WorkItem item) {
        return SeoulTime.iso(item.clock().dueAt());
    }

    private static Move.Refusal refusal(Move move) {
        return ((Move.Refused) move).reason();
    }

    @Test
    void whatIsFiledIsToBeAcceptedWithinEightWorkingHours() {
        // Monday 14:30 to 18:00 are 3.5 hours; Tuesday 09:00 to 12:00 are 3, 13:00 to 14:30 the rest.
        WorkItem filed = filed("2026-11-23T14:30:00+09:00");

        assertThat(due(filed)).isEqualTo("2026-11-24T14:30:00+09:00");
        assertThat(filed.reminder()).isEqualTo(new Reminder(Reminder.Kind.DUE, at("2026-11-24T14:30:00+09:00"), 0));
        Move.Made reminded = (Move.Made) filed.remind(CLEANING, COUNTING, at("2026-11-24T14:30:00+09:00"));
        assertThat(reminded.events())
                .singleElement()
                .satisfies(event -> assertThat(
                                ((RoutingEvent.StaffReminded) event).reminder().kind())
                        .isEqualTo(Reminder.Kind.ACCEPTANCE));
    }

    @Test
    void nobodyWorksOnWhatNobodyHasAccepted() {
        WorkItem filed = filed("2026-11-23T10:00:00+09:00");
        Instant now = at("2026-11-23T11:00:00+09:00");

        assertThat(List.of(
                        filed.claim(KIM, CLEANING, now),
                        filed.give(KIM, CLEANING, "lead", now),
                        Transfers.move(filed, CLEANING, null, "lead", COUNTING, now),
                        Transfers.sendAway(filed, "시청", "시의 일", CLEANING, COUNTING, "lead", now),
                        ClockMoves.extend(filed, null, "왜", KIM, CLEANING, COUNTING, now)))
                .allSatisfy(move -> assertThat(refusal(move)).isInstanceOf(Move.Refusal.NotYetAccepted.class));
        assertThat(filed.close(WorkStatus.WITHDRAWN, COUNTING, now)).isPresent();
    }

    @Test
    void theClockRunsFromTheAcceptance() {
        Instant accepted = at("2026-11-24T09:30:00+09:00");
        Move.Made made = WorkRuns.accept(filed("2026-11-23T10:00:00+09:00"), WASTE, COUNTING, accepted, accepted)
                .orElseThrow();

        // Seven days, Tuesday 24 November the first: 24, 25, 26, 27, 30, 1, 2.
        assertThat(due(made.next())).isEqualTo("2026-12-02T18:00:00+09:00");
        assertThat(made.events()).hasOnlyElementsOfType(RoutingEvent.WorkAssigned.class);
        assertThat(made.next().ledger().entries())
                .extracting(Ledger.Entry::what)
                .containsExactly("filed", "started");
        assertThat(WorkRuns.accept(made.next(), WASTE, COUNTING, accepted, accepted))
                .isEmpty();
    }

    @Test
    void anObjectionIsDecidedInTenDaysAndOnceTenMore() {
        // Thursday 26 November the first: 26, 27, 30, 1, 2, 3, 4, 7, 8, 9.
        WorkItem objected = reopened("objection", "2026-11-26T11:00:00+09:00");
        assertThat(due(objected)).isEqualTo("2026-12-09T18:00:00+09:00");
        assertThat(objected.status()).isEqualTo(WorkStatus.ASSIGNED);

        Instant now = at("2026-11-27T10:00:00+09:00");
        WorkItem extended = ((Move.Made) ClockMoves.extend(objected, null, "자료", KIM, CLEANING, COUNTING, now)).next();

        // 10, 11, 14, 15, 16, 17, 18, 21, 22, 23.
        assertThat(due(extended)).isEqualTo("2026-12-23T18:00:00+09:00");
        assertThat(refusal(ClockMoves.extend(extended, null, "또", KIM, CLEANING, COUNTING, now)))
                .isInstanceOf(Move.Refusal.NoMoreExtensions.class);
    }

    @ParameterizedTest
    @CsvSource({
        // The 60th day after 9 December is Sunday 7 February 2027, 설날; its holiday lasts until the 9th.
        "2026-12-09T11:00:00+09:00, 2027-02-10",
        // Saturday 23 January; then an ordinary Thursday.
        "2026-11-24T15:30:00+09:00, 2027-01-25",
        "2026-11-22T23:59:59+09:00, 2027-01-21"
    })
    void anObjectionsLastDayIsTheNextWorkingDay(String told, LocalDate last) {
        assertThat(COUNTING.objectionUntil(at(told))).isEqualTo(last);
    }

    @Test
    void aDayOffDeclaredLateMovesTheLastDayToObjectOnce() {
        LocalDate lastDay = LocalDate.of(2027, 1, 22);
        Instant now = at("2026-11-26T11:00:00+09:00");
        WorkItem answered = WorkItems.placed("waste")
                .close(WorkStatus.ANSWERED, COUNTING, now)
                .orElseThrow();
        WorkItemDraft draft = new WorkItemDraft(answered);
        draft.objection = new ObjectionUntil(1, lastDay);
        WorkItem refused = draft.item();
        Office closed = WorkItems.SEOGU.with(
                new DeclaredDay(new CalendarOverride(lastDay, "임시공휴일", Holiday.Kind.TEMPORARY), "admin", now));
        Counting counting = new Counting(COUNTING.clocks().apart(), closed);

        Move.Made made = (Move.Made) Objections.lastDayOff(refused, lastDay, "임시공휴일", CLEANING, counting, now);

        assertThat(made.next().objection()).isEqualTo(new ObjectionUntil(1, LocalDate.of(2027, 1, 25)));
        assertThat(made.next().clock()).isEqualTo(refused.clock());
        assertThat(made.next().ledger().entries().getLast().note()).contains("1월 25일(월)까지 받습니다");
        assertThat(made.events())
                .containsExactly(
                        new RoutingEvent.ObjectionTerm(made.next(), CLEANING, 1, LocalDate.of(2027, 1, 25), now));
        assertThat(Objections.lastDayOff(made.next(), lastDay, "임시공휴일", CLEANING, counting, now))
                .isInstanceOf(Move.AlreadySo.class);
        // The day is not off any more: the office that was asked knows.
        assertThat(Objections.lastDayOff(refused, lastDay, "임시공휴일", CLEANING, COUNTING, now))
                .isInstanceOf(Move.AlreadySo.class);
        assertThat(Objections.lastDayOff(answered, lastDay, "임시공휴일", CLEANING, counting, now))
                .isInstanceOf(Move.AlreadySo.class);
    }

    @Test
    void whoObjectsHasNoLastDayAnyMore() {
        WorkItemDraft draft = new WorkItemDraft(WorkItems.placed("waste")
                .close(WorkStatus.ANSWERED, COUNTING, at("2026-11-25T10:00:00+09:00"))
                .orElseThrow());
        draft.objection = new ObjectionUntil(1, LocalDate.of(2027, 1, 25));

        Move.Made reopened = WorkRuns.reopen(
                        draft.item(), ClockMoves.OBJECTION, CLEANING, COUNTING, at("2026-11-26T11:00:00+09:00"))
                .orElseThrow();

        assertThat(reopened.next().objection()).isNull();
    }

    @Test
    void oneMoreAnswerHasThePeriodThatTheFirstHad() {
        // 26, 27, 30, 1, 2, 3, 4.
        assertThat(due(reopened("dissatisfied", "2026-11-26T11:00:00+09:00"))).isEqualTo("2026-12-04T18:00:00+09:00");
        assertThat(WorkRuns.reopen(WorkItems.placed("waste"), "dissatisfied", CLEANING, COUNTING, WorkItems.ACCEPTED))
                .isEmpty();
    }

    @Test
    void aLateAnswerStaysLateWhenTheCaseIsOpenedAgain() {
        // Seven days from Monday 23 November: due Tuesday 1 December, 18:00.
        WorkItem reopened = reopened("dissatisfied", "2026-12-03T11:00:00+09:00");

        LateClosing first = new LateClosing(at("2026-12-01T18:00:00+09:00"), at("2026-12-03T11:00:00+09:00"));
        assertThat(reopened.lateClosings()).containsExactly(first);
        WorkItem again = reopened.close(WorkStatus.ANSWERED, COUNTING, at("2026-12-04T11:00:00+09:00"))
                .orElseThrow();
        assertThat(again.lateClosings()).containsExactly(first);
        assertThat(answered("2026-11-24T10:00:00+09:00").lateClosings()).isEmpty();
    }

    @Test
    void whatIsTakenBackWasNotClosedLate() {
        WorkItem ended = WorkItems.placed("waste")
                .close(WorkStatus.CLOSED, COUNTING, at("2026-12-03T11:00:00+09:00"))
                .orElseThrow();
        assertThat(ended.lateClosings()).hasSize(1);

        WorkItem continued = WorkRuns.goOn(ended, CLEANING, COUNTING, at("2026-12-04T10:00:00+09:00"))
                .orElseThrow()
                .next();

        assertThat(continued.lateClosings()).isEmpty();
    }

    @Test
    void aDayOffDeclaredLateMovesTheTimeToAcceptAndTellsNobody() {
        WorkItem filed = filed("2026-11-23T14:30:00+09:00");
        Office closed = WorkItems.SEOGU.with(new DeclaredDay(
                new CalendarOverride(LocalDate.of(2026, 11, 24), "임시공휴일", Holiday.Kind.TEMPORARY),
                "admin",
                at("2026-11-23T15:00:00+09:00")));
        Counting counting = new Counting(COUNTING.clocks().apart(), closed);

        Move.Made made = (Move.Made) ClockMoves.recount(
                filed, LocalDate.of(2026, 11, 24), "쉬는 날", CLEANING, counting, true, at("2026-11-23T15:00:00+09:00"));

        assertThat(due(made.next())).isEqualTo("2026-11-25T14:30:00+09:00");
        assertThat(made.events()).isEmpty();
        assertThat(made.next().reminder())
                .isEqualTo(new Reminder(Reminder.Kind.DUE, at("2026-11-25T14:30:00+09:00"), 0));
        assertThat(ClockMoves.recount(
                        made.next(), LocalDate.of(2026, 11, 24), "", CLEANING, counting, true, WorkItems.ACCEPTED))
                .isInstanceOf(Move.AlreadySo.class);
    }

    @Test
    void whatWasMergedIsAnsweredWithItsLeadingPetitionAndMayBeOpenedAgain() {
        Instant merged = at("2026-11-24T10:00:00+09:00");
        Instant told = at("2026-11-25T10:00:00+09:00");
        WorkItem followed = WorkItems.placed("waste")
                .close(WorkStatus.MERGED, COUNTING, merged)
                .flatMap(item -> item.close(WorkStatus.ANSWERED, COUNTING, told))
                .orElseThrow();

        assertThat(followed.status()).isEqualTo(WorkStatus.ANSWERED);
        assertThat(followed.closedAt()).isEqualTo(told);
        assertThat(WorkRuns.goOn(followed, CLEANING, COUNTING, told)).isEmpty();
        assertThat(WorkRuns.reopen(followed, "dissatisfied", CLEANING, COUNTING, told))
                .isPresent();
    }

    @Test
    void theDeadlineOfALaterRunFollowsFromTheLedger() {
        WorkItem objected = reopened("objection", "2026-11-26T11:00:00+09:00");

        List<ClockEntry> entries = objected.ledger().entries().stream()
                .map(Ledger.Entry::change)
                .filter(java.util.Objects::nonNull)
                .map(ClockChange::entry)
                .toList();

        assertThat(ClockState.fold(entries)).isEqualTo(objected.clock().state());
        assertThat(COUNTING.dueAt(objected)).isEqualTo(objected.clock().dueAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MERGED", "CLOSED"})
    void whatGoesOnHasTheDeadlineItHad(WorkStatus how) {
        WorkItem item = WorkItems.placed("waste");
        WorkItem ended =
                item.close(how, COUNTING, at("2026-11-24T10:00:00+09:00")).orElseThrow();

        WorkItem continued = WorkRuns.goOn(ended, CLEANING, COUNTING, at("2026-11-25T10:00:00+09:00"))
                .orElseThrow()
                .next();

        assertThat(continued.clock().dueAt()).isEqualTo(item.clock().dueAt());
        assertThat(continued.clock().state()).isEqualTo(item.clock().state());
        assertThat(continued.reminder()).isNotNull();
        assertThat(WorkRuns.goOn(answered("2026-11-24T10:00:00+09:00"), CLEANING, COUNTING, WorkItems.ACCEPTED))
                .isEmpty();
    }

    @Test
    void theResidentIsToldHowItStandsEveryThirtyDays() {
        WorkItem item = WorkItems.placed("waste");
        Instant accepted = WorkItems.ACCEPTED;
        Instant first = accepted.plus(java.time.Duration.ofDays(30));
        assertThat(item.progressAt()).isEqualTo(first);
        assertThat(item.tellProgress(CLEANING, COUNTING, first.minusMillis(1))).isInstanceOf(Move.AlreadySo.class);

        Move.Made told = (Move.Made) item.tellProgress(CLEANING, COUNTING, first);

        assertThat(((RoutingEvent.ProgressDue) told.events().getFirst()).number())
                .isEqualTo(1);
        assertThat(told.next().progressAt()).isEqualTo(accepted.plus(java.time.Duration.ofDays(60)));
        // Of what an outage missed only the last is told.
        Move.Made late =
                (Move.Made) item.tellProgress(CLEANING, COUNTING, accepted.plus(java.time.Duration.ofDays(95)));
        assertThat(((RoutingEvent.ProgressDue) late.events().getFirst()).number())
                .isEqualTo(3);
        assertThat(late.next().progressAt()).isEqualTo(accepted.plus(java.time.Duration.ofDays(120)));
        assertThat(answered("2026-11-24T10:00:00+09:00").progressAt()).isNull();
    }

    @Test
    void itIsToldAlsoWhileASupplementIsAwaited() {
        WorkItem waiting = ClockMoves.pause(WorkItems.placed("waste"), COUNTING, at("2026-11-24T10:00:00+09:00"))
                .orElseThrow();

        assertThat(waiting.reminder()).isNull();
        assertThat(waiting.tellProgress(CLEANING, COUNTING, at("2026-12-24T10:00:00+09:00")))
                .isInstanceOf(Move.Made.class);
    }
}
