package kr.minwon.routing;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import kr.minwon.routing.clock.DeadlineBenchmark;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.OpenCases;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Topic;
import kr.minwon.routing.workitem.LedgerBenchmark;
import org.bson.Document;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code ./minwon bench clock}: what the clock promises, in one run. A deadline and one more entry of a ledger by JMH, with
 * the ratio of many entries to few; a thousand reminders due in one second among few open cases and among many, on the
 * store there is, with the ratio.
 */
public final class ClockBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int ROUNDS = 5;
    private static final int DUE = 1_000;
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final Duration LONG = Duration.ofMinutes(5);

    private ClockBench() {}

    public static void main(String[] arguments) throws RunnerException {
        List<String> rows = new ArrayList<>(List.of("| what | measured | aim |", "|---|---|---|"));
        rows.addAll(calculations());
        String store = System.getenv("MONGODB_URI") == null ? "trial store" : "MONGODB_URI";
        // The first round warms up and does not count.
        reminders(FEW);
        long few = reminders(FEW);
        long many = reminders(MANY);
        rows.add(row(FEW, few, store));
        rows.add(row(MANY, many, store));
        rows.add(format("| the second beside the first | %.2f times | |", (double) many / few));
        rows.forEach(OUT::println);
    }

    private static String row(int others, long millis, String store) {
        return format(
                "| %d reminders due in one second among %d other open cases, %s | %.1f s, %d/s | 10 s |",
                DUE, others, store, millis / 1_000.0, DUE * 1_000L / millis);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    /** Few and many entries are measured in turn, since the machine is faster in one minute than in the next. */
    private static List<String> calculations() throws RunnerException {
        List<Map<String, Double>> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(round());
        }
        double[] ratios = sorted(rounds, scores -> scores.get("500") / scores.get("5"));
        return List.of(
                format("| 14 days added | %.2f µs | below 1 µs |", median(rounds, "fourteenDays") / 1_000),
                format("| 3 working hours added | %.2f µs | below 1 µs |", median(rounds, "threeHours") / 1_000),
                format(
                        "| one more ledger entry after 5, after 500 | %.1f µs, %.1f µs: %.2f times (%.2f–%.2f) | at most 1.5 times |",
                        median(rounds, "5"), median(rounds, "500"), ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]));
    }

    private static double median(List<Map<String, Double>> rounds, String what) {
        return sorted(rounds, scores -> scores.get(what))[ROUNDS / 2];
    }

    private static double[] sorted(List<Map<String, Double>> rounds, ToDoubleFunction<Map<String, Double>> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }

    /** Scores by the name of the benchmark, or by its number of entries. */
    private static Map<String, Double> round() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DeadlineBenchmark.class.getName() + "\\.(fourteenDays|threeHours)$")
                        .include(LedgerBenchmark.class.getName())
                        .warmupIterations(2)
                        .measurementIterations(2)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Double> scores = new TreeMap<>();
        for (RunResult result : results) {
            String entries = result.getParams().getParam("entries");
            String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            scores.put(
                    entries == null ? name : entries, result.getPrimaryResult().getScore());
        }
        return scores;
    }

    private static long reminders(int others) {
        try (Ground ground = new Ground();
                Topic topic = new Topic(ground.brokers(), "minwon.routing");
                Service service =
                        new Service(ground, "--minwon.routing.reminders-every=50ms", "--minwon.routing.jump-hold=0s")) {
            MongoCollection<Document> items = service.database().getCollection("work_items");
            Instant now = Clock.systemUTC().instant();
            // Far enough away for all of them to be stored before the first is due.
            Instant due = now.plus(Duration.ofSeconds(10 + others / 200));
            AtomicInteger made = new AtomicInteger();
            OpenCases.fill(topic, items, List.of("suggestion"), DUE + others, now, copy -> {
                if (made.getAndIncrement() < DUE) {
                    copy.put("remindAt", Date.from(due));
                }
            });
            if (Clock.systemUTC().instant().isAfter(due)) {
                throw new IllegalStateException("the store was too slow to be filled before the reminders were due");
            }
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> Clock.systemUTC().instant().isAfter(due)
                            && items.countDocuments(Filters.eq("remindAt", Date.from(due))) == 0);
            return Duration.between(due, Clock.systemUTC().instant()).toMillis();
        }
    }
}
