package kr.minwon.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.PolicyHistory;
import kr.minwon.routing.office.PolicyVersion;
import kr.minwon.routing.testing.WorkItems;
import kr.minwon.routing.workitem.StatutoryClock;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
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
    private final Office changed = changed();

    private static Office changed() {
        Office seogu = WorkItems.SEOGU;
        PolicyHistory history = ((PolicyHistory.Result.Whole) seogu.policies().with(SHORTER_DAY)).history();
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
}
