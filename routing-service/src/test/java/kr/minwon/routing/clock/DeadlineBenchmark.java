package kr.minwon.routing.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.office.PolicyHistory;
import kr.minwon.routing.office.PolicyVersion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a deadline costs, received at another moment each time. No test: after {@code mvn -pl routing-service test-compile
 * dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/benchmark-class-path.txt} run
 * {@code java -cp routing-service/target/test-classes:routing-service/target/classes:$(cat
 * routing-service/target/benchmark-class-path.txt) org.openjdk.jmh.Main DeadlineBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DeadlineBenchmark {
    private static final int MOMENTS = 1 << 12;
    private static final Period FOURTEEN_DAYS = new Period(14, Period.Unit.DAYS);
    private static final Period THREE_HOURS = new Period(3, Period.Unit.WORKING_HOURS);

    private final WorkCalendar country = Holidays.known();
    private final DeadlineCalculator calculator = new DeadlineCalculator(country, ClockPolicy.DEFAULT);
    private final List<CalendarOverride> overrides = List.of(
            new CalendarOverride(LocalDate.of(2026, 11, 27), "임시공휴일", Holiday.Kind.TEMPORARY),
            new CalendarOverride(LocalDate.of(2026, 12, 1), "구민의 날", Holiday.Kind.OFFICE));
    private final PolicyHistory policies = tenVersions();
    private final LocalDateTime[] moments = new LocalDateTime[MOMENTS];
    private int next;

    /** Eleven hours and some apart: at every time of day, on every day of the week, for five years. */
    public DeadlineBenchmark() {
        LocalDateTime moment = LocalDateTime.of(2025, 1, 1, 0, 0);
        for (int index = 0; index < MOMENTS; index++) {
            moments[index] = moment;
            moment = moment.plusMinutes(677);
        }
    }

    private LocalDateTime moment() {
        return moments[next++ & (MOMENTS - 1)];
    }

    /** 14 days, the instants alone. */
    @Benchmark
    public DueResult fourteenDays() {
        return calculator.due(DeadlineRequest.of(moment(), FOURTEEN_DAYS));
    }

    /** 3 working hours, the instants alone. */
    @Benchmark
    public DueResult threeHours() {
        return calculator.due(DeadlineRequest.of(moment(), THREE_HOURS));
    }

    /** 14 days by the policy of the day, of ten an office has had. */
    @Benchmark
    public DueResult fourteenDaysByVersion() {
        return byVersion(FOURTEEN_DAYS);
    }

    /** 3 working hours by the policy of the day. */
    @Benchmark
    public DueResult threeHoursByVersion() {
        return byVersion(THREE_HOURS);
    }

    private DueResult byVersion(Period period) {
        LocalDateTime moment = moment();
        ClockPolicy policy = policies.at(moment.toLocalDate()).orElseThrow().clock();
        return new DeadlineCalculator(country, policy).due(DeadlineRequest.of(moment, period));
    }

    /** Ten versions, half a year each. */
    private static PolicyHistory tenVersions() {
        PolicyHistory history = PolicyHistory.always(Policy.of(ClockPolicy.DEFAULT));
        for (int half = 1; half < 10; half++) {
            PolicyVersion next = PolicyVersion.since(
                    LocalDate.of(2025, 1, 1).plusMonths(half * 6L), Policy.of(ClockPolicy.DEFAULT), null);
            history = ((PolicyHistory.Result.Whole) history.with(next)).history();
        }
        return history;
    }

    /** 14 days with their reasons in Korean. */
    @Benchmark
    public DeadlineResult fourteenDaysWithReasons() {
        return calculator.calculate(DeadlineRequest.of(moment(), FOURTEEN_DAYS));
    }

    /** An office's own calendar of the country's. */
    @Benchmark
    public OverrideResult twoOverrides() {
        return country.withOverrides(overrides);
    }
}
