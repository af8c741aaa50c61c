package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.testing.WorkItems;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one more entry of a clock's ledger costs after few and after many, its deadline with reasons included. No test: run
 * as {@code DeadlineBenchmark} says.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LedgerBenchmark {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Entries before it: reminders and notes, and a supplement now and then, as a case of years has them. */
    @Param({"5", "500"})
    public int entries;

    private final Counting counting = WorkItems.counting();
    private final Department department =
            WorkItems.SEOGU.department("construction").orElseThrow();
    private final Officer officer = new Officer("officer-1", "김담당");
    private WorkItem item = WorkItems.assigned();
    private Instant now = WorkItems.ACCEPTED;

    @Setup
    public void longCase() {
        for (int n = 1; n < entries; n++) {
            now = now.plus(WEEK.dividedBy(4));
            Reminder reminder = item.reminder();
            Instant at = reminder != null && reminder.at().isAfter(now) ? reminder.at() : now;
            item = item.remind(department, counting, at) instanceof Move.Made made
                    ? made.next().bounded()
                    : item;
        }
    }

    /** Days that are not counted, and the deadline counted again. */
    @Benchmark
    public Move suspended() {
        return ClockMoves.suspend(
                item,
                "hearing",
                now.atZone(kr.minwon.routing.clock.SeoulTime.ZONE).toLocalDate().plusDays(3),
                "청문",
                officer,
                department,
                counting,
                now);
    }
}
