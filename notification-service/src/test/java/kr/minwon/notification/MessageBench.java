package kr.minwon.notification;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.notification.Office.Case;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./minwon bench messages [minutes]}: texts handed over a second, and the CPU time of each, by the service and by a
 * plain loop in the same run, with a provider that answers at once, after 50 and after 500 ms; then, after an ordinary minute,
 * 150 texts a second, held for a minute or as many as are asked for: how long from the event to the provider.
 */
public final class MessageBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int WINDOW = 4;
    private static final Map<Integer, Integer> TEXTS = Map.of(0, 4_000, 50, 1_200, 500, 120);
    private static final int CASES_A_SECOND = 75;
    /** Of an ordinary minute, a tenth of the burst: a burst meets a service that is at work, not one that has just begun. */
    private static final int ORDINARY_CASES_A_SECOND = 7;

    private static final String WELL = "{\"submitDelayMs\":%d,\"noReceipt\":true}";
    private static final String NHN = "minwon.sms.providers.nhncloud.";

    private MessageBench() {}

    /** What a process did. */
    private record Run(double aSecond, double cpuMillisEach) {
        String shown() {
            return String.format(Locale.ROOT, "%6.0f/s %6.2f ms", aSecond, cpuMillisEach);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            System.exit(1);
        });
        int minutes = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        if (arguments.length < 2) {
            beside();
        }
        hold(minutes);
        // The broker and the store of this JVM end with it.
        System.exit(0);
    }

    /** The service and a plain loop, in turn, at providers of each slowness. */
    private static void beside() throws Exception {
        OUT.printf("window %d; texts a second and CPU of the process for each; store: %s%n", WINDOW, store());
        OUT.println("answers after  SMPP loop            SMPP service         HTTP loop            HTTP service");
        for (int delay : List.of(0, 50, 500)) {
            OUT.printf(
                    Locale.ROOT,
                    "%9d ms  %s   %s   %s   %s%n",
                    delay,
                    loop(delay, "smpp").shown(),
                    service(delay, false).shown(),
                    loop(delay, "http").shown(),
                    service(delay, true).shown());
        }
    }

    private static String store() {
        return System.getenv("MONGODB_URI") == null ? "trial store in memory" : "MONGODB_URI";
    }

    private static Run loop(int delay, String kind) throws Exception {
        try (Phones phones = new Phones()) {
            phones.faults(WELL.formatted(delay));
            String where = kind.equals("smpp") ? String.valueOf(phones.smppPort()) : phones.web() + "/nhncloud";
            Path log = log();
            int code = ServiceProcess.java(
                            PlainLoop.class,
                            log,
                            Map.of(),
                            kind,
                            where,
                            String.valueOf(texts(delay)),
                            String.valueOf(WINDOW))
                    .waitFor();
            String said = Files.readString(log).strip();
            if (code != 0) {
                throw new IllegalStateException("the loop ended with " + code + ": " + said);
            }
            // A library may log its good-bye after them.
            String[] figures = said.lines()
                    .filter(line -> line.matches("[0-9.]+ [0-9.]+"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the loop said no figures: " + said))
                    .split(" ");
            return new Run(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
        }
    }

    private static Run service(int delay, boolean http) throws Exception {
        try (Phones phones = new Phones();
                MongoClient client = MongoClients.create(TestBed.storeUri())) {
            TestBed bed = new TestBed(phones.smppPort());
            new Waiting(client.getDatabase(bed.database()).getCollection("messages"), bed, phones).fill(texts(delay));
            phones.faults(WELL.formatted(delay));
            int before = phones.submits().size();
            Stream<String> provider = http
                    ? Stream.of(
                            "minwon.smpp.enabled=false",
                            NHN + "enabled=true",
                            NHN + "base-url=" + phones.web() + "/nhncloud",
                            NHN + "app-key=simulator-app",
                            NHN + "secret-key=simulator-secret",
                            NHN + "window=" + WINDOW,
                            NHN + "per-second=100000")
                    : Stream.of("minwon.smpp.enabled=true");
            String[] properties = Stream.concat(
                            provider, Stream.of("logging.level.root=error", "minwon.sms.cap-per-phone=1000000"))
                    .toArray(String[]::new);
            return measured(
                    ServiceProcess.start(bed, "bench", log(), properties), phones, before, before + texts(delay));
        }
    }

    private static int texts(int delay) {
        return TEXTS.getOrDefault(delay, 0);
    }

    private static Path log() throws IOException {
        return Files.createTempFile("bench", ".log");
    }

    /** From a tenth of the texts on, when the process has warmed up, to the last. */
    private static Run measured(Process process, Phones phones, int before, int until) throws InterruptedException {
        try {
            int warm = await(process, phones, before + (until - before) / 10);
            long began = System.nanoTime();
            Duration cpu = cpu(process);
            int last = await(process, phones, until - WINDOW);
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Run((last - warm) / seconds, cpu(process).minus(cpu).toMillis() / (double) (last - warm));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static int await(Process process, Phones phones, int count) throws InterruptedException {
        while (true) {
            int taken = phones.submits().size();
            if (taken >= count) {
                return taken;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the process ended after " + taken + " texts");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void hold(int minutes) throws Exception {
        try (Phones phones = new Phones()) {
            TestBed bed = new TestBed(phones.smppPort());
            Process service = ServiceProcess.start(bed, "bench", log(), "logging.level.root=error");
            try (Office office = new Office(bed)) {
                Case first = office.file();
                while (phones.texts(first.phone()).size() < 2) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                phones.faults(WELL.formatted(0));
                Map<String, Long> ordinary = file(office, ORDINARY_CASES_A_SECOND, 1);
                Map<String, Long> burst = file(office, CASES_A_SECOND, minutes);
                TimeUnit.SECONDS.sleep(5);
                List<JsonNode> submits = phones.submits();
                List<Taken> all = taken(submits, burst);
                OUT.printf(
                        "%d texts a second for %d minutes; %d of %d arrived%n",
                        CASES_A_SECOND * 2, minutes, all.size(), burst.size() * 2);
                OUT.println("event to provider, ms: p50, p99, slowest");
                row("before", taken(submits, ordinary));
                row("in all", all);
                long began = all.stream().mapToLong(Taken::due).min().orElseThrow();
                all.stream()
                        .collect(Collectors.groupingBy(
                                one -> (one.due() - began) / 60_000, TreeMap::new, Collectors.toList()))
                        .forEach((minute, texts) -> row("minute " + (minute + 1), texts));
            } finally {
                service.destroyForcibly().waitFor();
            }
        }
    }

    /** Cases at a steady rate: the phone of each, and when it was due in milliseconds since 1970. */
    private static Map<String, Long> file(Office office, int aSecond, int minutes) throws InterruptedException {
        Map<String, Long> told = new HashMap<>();
        long began = System.nanoTime();
        for (int n = 0; n < aSecond * 60 * minutes; n++) {
            long due = began + TimeUnit.SECONDS.toNanos(n) / aSecond;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            // Intended time: what comes late because the loop itself is late counts.
            long at = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due);
            told.put(office.file().phone(), at);
        }
        return told;
    }

    /** A text: when its event was due, and how long until the provider had it, both in milliseconds. */
    private record Taken(long due, long took) {}

    private static List<Taken> taken(List<JsonNode> submits, Map<String, Long> told) {
        return submits.stream()
                .filter(one -> told.containsKey(one.get("to").asString()))
                .map(one -> {
                    long due = told.get(one.get("to").asString());
                    return new Taken(due, one.get("receivedAt").asLong() - due);
                })
                .toList();
    }

    private static void row(String name, List<Taken> texts) {
        List<Long> took = texts.stream().map(Taken::took).sorted().toList();
        OUT.printf(
                "%9s %6d %6d %6d%n", name, took.get(took.size() / 2), took.get(took.size() * 99 / 100), took.getLast());
    }
}
