package kr.minwon.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./minwon bench}: rounds at the product and at the floor in turn, as a table and as JSON. */
public final class BenchApplication {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int PRODUCT_OFFSET = 20_000;
    private static final int FLOOR_OFFSET = 22_000;

    private BenchApplication() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        List<Round> rounds = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        try {
            subjects.add(Subject.start(
                    "minwon",
                    "kr.minwon.standalone.StandaloneApplication",
                    jars(Path.of(System.getProperty("minwon.lib"))),
                    PRODUCT_OFFSET));
            if (options.floor()) {
                subjects.add(Subject.start(
                        "floor", Floor.class.getName(), System.getProperty("java.class.path"), FLOOR_OFFSET));
            }
            for (Subject subject : subjects) {
                OUT.printf(
                        "%s: first complaint accepted after %.1f s%n", subject.name(), subject.startMillis() / 1000.0);
                subject.providerDelay(options.submitDelayMs());
                Round.run(subject, options, options.warmup(), 10_000_000);
            }
            for (int round = 0; round < options.rounds(); round++) {
                for (Subject subject : subjects) {
                    Round one = Round.run(subject, options, options.seconds(), 20_000_000 + round * 1_000_000);
                    rounds.add(one);
                    OUT.println(line(round + 1, one));
                }
            }
        } finally {
            for (Subject subject : subjects) {
                subject.close();
            }
        }
        report(options, subjects, rounds);
    }

    private static String jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static String line(int number, Round round) {
        return "round %d %-7s filed→handed over ms p50 %d p99 %d max %d | answer ms p50 %d p99 %d | CPU-ms %.1f | writes %.1f | RSS %d MiB | filed %d refused %d incomplete %d doubled %d"
                .formatted(
                        number,
                        round.subject(),
                        round.handedOver().getValueAtPercentile(50),
                        round.handedOver().getValueAtPercentile(99),
                        round.handedOver().getMaxValue(),
                        round.answered().getValueAtPercentile(50),
                        round.answered().getValueAtPercentile(99),
                        round.cpuMillisPerComplaint(),
                        round.writesPerComplaint(),
                        round.residentMiB(),
                        round.filed(),
                        round.refused(),
                        round.incomplete(),
                        round.doubled());
    }

    private static void report(Options options, List<Subject> subjects, List<Round> rounds) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("options", options.toString());
        json.put("store", System.getenv("MONGODB_URI") == null ? "trial store" : "MONGODB_URI");
        json.put("processors", Runtime.getRuntime().availableProcessors());
        OUT.printf(
                "%n| %d complaints/s, %d × %d s, trial store, %d processors | p50 ms | p99 ms | max ms | CPU-ms per complaint | writes per complaint | RSS MiB | start s | not handed over |%n|---|---|---|---|---|---|---|---|---|%n",
                options.rate(),
                options.rounds(),
                options.seconds(),
                Runtime.getRuntime().availableProcessors());
        for (Subject subject : subjects) {
            List<Round> own = Round.of(rounds, subject.name());
            Histogram all = new Histogram(3);
            own.forEach(round -> all.add(round.handedOver()));
            int missing = own.stream()
                    .mapToInt(round -> round.incomplete() + round.refused())
                    .sum();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("p50ms", all.getValueAtPercentile(50));
            figures.put("p99ms", all.getValueAtPercentile(99));
            figures.put("maxMs", all.getMaxValue());
            figures.put("cpuMsPerComplaint", Math.round(median(own, Round::cpuMillisPerComplaint) * 10) / 10.0);
            figures.put("writesPerComplaint", Math.round(median(own, Round::writesPerComplaint) * 10) / 10.0);
            figures.put("residentMiB", own.getLast().residentMiB());
            figures.put("startSeconds", subject.startMillis() / 1000.0);
            figures.put("notHandedOver", missing);
            json.put(subject.name(), figures);
            OUT.printf(
                    "| %s | %s | %s | %s | %s | %s | %s | %s | %d |%n",
                    subject.name(),
                    figures.get("p50ms"),
                    figures.get("p99ms"),
                    figures.get("maxMs"),
                    figures.get("cpuMsPerComplaint"),
                    figures.get("writesPerComplaint"),
                    figures.get("residentMiB"),
                    figures.get("startSeconds"),
                    missing);
        }
        if (subjects.size() == 2) {
            double[] ratios = new double[options.rounds()];
            for (int round = 0; round < ratios.length; round++) {
                ratios[round] = rounds.get(2 * round).cpuMillisPerComplaint()
                        / rounds.get(2 * round + 1).cpuMillisPerComplaint();
            }
            Arrays.sort(ratios);
            json.put("cpuRatio", ratios[ratios.length / 2]);
            OUT.printf(
                    "%nCPU of minwon / floor, round by round: median %.2f (%.2f–%.2f)%n",
                    ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
        }
        Path file = Path.of("bench/target/bench.json");
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        OUT.println("JSON: " + file);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] values = rounds.stream().mapToDouble(figure).sorted().toArray();
        return values[values.length / 2];
    }
}
