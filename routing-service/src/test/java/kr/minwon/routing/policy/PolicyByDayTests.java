package kr.minwon.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.PolicyHistory;
import kr.minwon.routing.office.PolicyVersion;
import kr.minwon.routing.testing.WorkItems;
import kr.minwon.routing.workitem.ClockMoves;
import kr.minwon.routing.workitem.Counting;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.Petition;
import kr.minwon.routing.workitem.Reminder;
import kr.minwon.routing.workitem.RoutingEvent;
import kr.minwon.routing.workitem.StatutoryClock;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkRuns;
import org.junit.jupiter.api.Test;

/** The clocks of an office whose hours and periods change on a day. */
class PolicyByDayTests {
    private static final LocalDate CHANGE = LocalDate.of(2026, 12, 1);
    private static final PolicyVersion SHORTER_DAY = PolicyVersion.since(
            CHANGE,
            PolicyLinesMother.but(lines -> {
                        lines.version = "2026-12";
                        lines.from = CHANGE;
                        lines.closes = LocalTime.of(17, 0);
                        lines.term("street-light", "기타민원", "7d");
                    })
                    .policy(),
            null);

    private final StatutoryClocks clocks = new StatutoryClocks(Holidays.known(), Holidays.provisional());
    private final Office changed = with(SHORTER_DAY);

    private static Office with(PolicyVersion version) {
        Office seogu = WorkItems.SEOGU;
        PolicyHistory history = ((PolicyHistory.Result.Whole) seogu.policies().with(version)).history();
        return new Office(
                seogu.id(),
                seogu.name(),
                seogu.intakeDepartmentId(),
                history,
                seogu.departments(),
                seogu.categories(),
                seogu.declared());
    }

    private StatutoryClock started(String category, LocalDate day, String time) {
        return clocks.start(
                changed,
                changed.place(category, day),
                day.atTime(LocalTime.parse(time)).atZone(SeoulTime.ZONE).toInstant());
    }

    @Test
    void aCaseIsCountedByTheDayOfItsAcceptance() {
        StatutoryClock before = started("street-light", CHANGE.minusDays(1), "10:00");
        StatutoryClock after = started("street-light", CHANGE, "10:00");

        assertThat(before.policyVersion()).isEqualTo("2026-01");
        assertThat(before.period()).isEqualTo("3d");
        assertThat(SeoulTime.iso(before.dueAt())).isEqualTo("2026-12-03T10:00:00+09:00");
        assertThat(after.policyVersion()).isEqualTo("2026-12");
        assertThat(after.period()).isEqualTo("7d");
        assertThat(SeoulTime.iso(after.dueAt())).isEqualTo("2026-12-09T17:00:00+09:00");
    }

    @Test
    void aCaseKeepsItsVersionWhateverComesAfter() {
        WorkItem item = WorkItems.assigned();

        StatutoryClock again = clocks.recount(
                changed, item.petition(), item.clock(), item.clock().state());

        assertThat(again.policyVersion()).isEqualTo("2026-01");
        assertThat(again.dueAt()).isEqualTo(item.clock().dueAt());
        assertThat(clocks.dueAt(changed, item.petition(), item.clock()))
                .isEqualTo(item.clock().dueAt());
    }

    @Test
    void whatACaseWouldHaveBeenUnderAnother() {
        WorkItem item = WorkItems.assigned();

        assertThat(clocks.dueUnder(changed, changed.policyOn(CHANGE.minusDays(1)), item))
                .isEqualTo(item.clock().dueAt());
        assertThat(SeoulTime.iso(clocks.dueUnder(changed, SHORTER_DAY.policy(), item)))
                .isEqualTo("2026-12-01T17:00:00+09:00");
    }

    @Test
    void aVersionThatWasTakenBackIsThatOfTheDay() {
        assertThat(changed.policy("gone", CHANGE).version()).isEqualTo("2026-12");
        assertThat(changed.policy("gone", CHANGE.minusDays(1)).version()).isEqualTo("2026-01");
    }

    @Test
    void howOftenIsExtendedIsWhatTheVersionOfTheCaseSays() {
        Office never = with(since(lines -> lines.withoutConsent = lines.withConsent = 0));
        Office onlyByConsent = with(since(lines -> lines.withoutConsent = 0));

        assertThat(extended(never, accepted(never, CHANGE)))
                .isEqualTo(new Move.Refused(new Move.Refusal.NoMoreExtensions(0)));
        assertThat(event(extended(onlyByConsent, accepted(onlyByConsent, CHANGE))))
                .isInstanceOf(RoutingEvent.ExtensionProposed.class);
        assertThat(event(extended(never, accepted(never, CHANGE.minusDays(1)))))
                .as("accepted the day before")
                .isInstanceOf(RoutingEvent.DeadlineChanged.class);
    }

    @Test
    void remindersThatAreSwitchedOffDoNotCome() {
        Office quiet = with(since(lines -> lines.reminders = false));

        assertThat(accepted(quiet, CHANGE.minusDays(1)).reminder())
                .isNotNull()
                .extracting(Reminder::kind)
                .isEqualTo(Reminder.Kind.HALF);
        assertThat(accepted(quiet, CHANGE).reminder())
                .isNotNull()
                .extracting(Reminder::kind)
                .isEqualTo(Reminder.Kind.DUE);
    }

    private static PolicyVersion since(Consumer<PolicyLinesMother> change) {
        return PolicyVersion.since(CHANGE, PolicyLinesMother.but(change).policy(), null);
    }

    private WorkItem accepted(Office office, LocalDate day) {
        Instant at = day.atTime(10, 0).atZone(SeoulTime.ZONE).toInstant();
        Petition petition = new Petition(
                WorkItems.COMPLAINT, office.id(), "2611-4821-9375", "골목 보안등이 꺼졌어요", "street-light", at, at);
        return WorkRuns.start(petition, office.place("street-light", day), new Counting(clocks, office), at)
                .next();
    }

    private Move extended(Office office, WorkItem item) {
        return ClockMoves.extend(
                item,
                null,
                "부품 주문",
                new Officer("officer-1", "김담당"),
                office.departmentOrIntake(item.departmentId()),
                new Counting(clocks, office),
                item.petition().acceptedAt().plusSeconds(60));
    }

    private static RoutingEvent event(Move move) {
        return ((Move.Made) move).events().getFirst();
    }
}
