package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.testing.WorkItems;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of a clock's ledger, whatever happens to it. */
class ClockStateLawsTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final StatutoryClock CLOCK = WorkItems.placed("waste").clock();
    /** Three days, which are counted as hours. */
    private static final StatutoryClock HOURS = WorkItems.assigned().clock();

    private static Instant due(List<ClockEntry> entries) {
        return due(entries, CLOCK);
    }

    private static Instant due(List<ClockEntry> entries, StatutoryClock clock) {
        return WorkItems.counting()
                .clocks()
                .recount(WorkItems.SEOGU, WorkItems.petition(), clock, ClockState.fold(entries))
                .dueAt();
    }

    private static Instant noon(int day) {
        return WorkItems.ACCEPTED.plus(Duration.ofDays(day));
    }

    @Provide
    Arbitrary<List<ClockEntry>> histories() {
        Arbitrary<ClockEntry> extended = Arbitraries.integers()
                .between(1, 7)
                .map(days -> ClockEntry.extended(noon(1), new Period(days, Period.Unit.DAYS)));
        Arbitrary<ClockEntry> suspended = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 20))
                .as((from, days) ->
                        ClockEntry.suspended(noon(from), FIRST.plusDays(from), FIRST.plusDays(from + days), "hearing"));
        return Arbitraries.oneOf(extended, suspended).list().ofMaxSize(8);
    }

    @Property(tries = 200)
    void pausingNeverShortens(@ForAll("histories") List<ClockEntry> history, @ForAll Random random) {
        int from = random.nextInt(40);
        int to = from + random.nextInt(20);
        List<ClockEntry> paused = new ArrayList<>(history);
        paused.add(ClockEntry.paused(noon(from), FIRST.plusDays(from), ClockMoves.SUPPLEMENT));
        paused.add(ClockEntry.resumed(noon(to).plusSeconds(1), FIRST.plusDays(to)));
        assertThat(due(paused)).isAfterOrEqualTo(due(history));
    }

    @Property(tries = 200)
    void stoppedAndLetGoAtOneMomentIsNothing(@ForAll("histories") List<ClockEntry> history, @ForAll Random random) {
        int day = random.nextInt(40);
        List<ClockEntry> more = new ArrayList<>(history);
        more.add(ClockEntry.paused(noon(day), FIRST.plusDays(day), ClockMoves.SUPPLEMENT));
        more.add(ClockEntry.resumed(noon(day), FIRST.plusDays(day)));
        assertThat(ClockState.fold(more)).isEqualTo(ClockState.fold(history));
    }

    @Property(tries = 200)
    void beingOnItsWayNeverShortensAndForNoTimeIsNothing(
            @ForAll("histories") List<ClockEntry> history, @ForAll Random random) {
        Instant from = noon(random.nextInt(40)).plusSeconds(random.nextInt(86_400));
        Instant to = from.plusSeconds(random.nextInt(3 * 86_400));
        List<ClockEntry> onItsWay = new ArrayList<>(history);
        onItsWay.add(ClockEntry.of(ClockEntry.Kind.FORWARDED, from));
        List<ClockEntry> there = new ArrayList<>(onItsWay);
        there.add(ClockEntry.of(ClockEntry.Kind.ARRIVED, to));
        List<ClockEntry> atOnce = new ArrayList<>(onItsWay);
        atOnce.add(ClockEntry.of(ClockEntry.Kind.ARRIVED, from));

        assertThat(due(there, HOURS)).isBetween(due(history, HOURS), due(onItsWay, HOURS));
        assertThat(due(atOnce, HOURS)).isEqualTo(due(history, HOURS));
        assertThat(due(there, CLOCK)).isEqualTo(due(history, CLOCK));
    }

    @Property(tries = 200)
    void theOrderOfIndependentEntriesDoesNotMatter(
            @ForAll("histories") List<ClockEntry> history, @ForAll Random random) {
        List<ClockEntry> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        assertThat(due(shuffled)).isEqualTo(due(history));
    }

    @Property(tries = 200)
    void theFoldIsTheStateThatIsKept(@ForAll("histories") List<ClockEntry> history) {
        ClockState kept = ClockState.NEW;
        for (ClockEntry entry : history) {
            kept = kept.after(entry);
        }
        assertThat(ClockState.fold(history)).isEqualTo(kept);
    }
}
