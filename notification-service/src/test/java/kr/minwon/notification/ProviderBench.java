package kr.minwon.notification;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./minwon bench providers}: how the texts of a steady load shift when the primary provider slows to 5 s, then fails,
 * then is well again, counted by the providers themselves in windows of 10 s. What moves points is the published rule with
 * its times shortened, so that the whole of it fits in four minutes.
 */
public final class ProviderBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int CASES_A_SECOND = 5;
    private static final int TEXTS_A_CASE = 2;
    private static final int BAR = 5;
    private static final List<Phase> PHASES = List.of(
            new Phase("well", 30, "{}"),
            new Phase("slow: 5 s", 60, "{\"submitDelayMs\":5000}"),
            new Phase("failing: 503", 40, "{\"httpFault\":\"UNAVAILABLE\"}"),
            new Phase("well again", 100, "{}"));

    private ProviderBench() {}

    /** @param faults of the primary */
    private record Phase(String name, int seconds, String faults) {}

    /** @param arguments where to draw it, such as {@code docs/messages-providers.svg}; nowhere for none */
    public static void main(String[] arguments) throws InterruptedException {
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            System.exit(1);
        });
        try (Phones primary = new Phones();
                Phones secondary = new Phones()) {
            TestBed bed = new TestBed(1);
            try (Office office = new Office(bed);
                    RunningService service = start(bed, primary, secondary)) {
                Instant began = run(office, primary);
                Thread.sleep(WINDOW);
                print(began, primary, secondary, service, arguments.length > 0 ? Path.of(arguments[0]) : null);
            }
        }
        // The broker and the store of this JVM end with it.
        System.exit(0);
    }

    private static RunningService start(TestBed bed, Phones primary, Phones secondary) {
        String prefix = "minwon.sms.providers.";
        return RunningService.start(
                bed,
                "bench",
                "logging.level.root=error",
                "minwon.smpp.enabled=false",
                prefix + "solapi.enabled=true",
                prefix + "solapi.base-url=" + primary.web() + "/solapi",
                prefix + "solapi.weight=80",
                prefix + "solapi.api-key=NCSSIMULATOR",
                prefix + "solapi.api-secret=simulator-secret",
                prefix + "nhncloud.enabled=true",
                prefix + "nhncloud.base-url=" + secondary.web() + "/nhncloud",
                prefix + "nhncloud.weight=20",
                prefix + "nhncloud.app-key=simulator-app",
                prefix + "nhncloud.secret-key=simulator-secret",
                "minwon.sms.choice.slow-within=30s",
                "minwon.sms.choice.slow-minimum=5",
                "minwon.sms.choice.move-every=5s",
                "minwon.sms.choice.back-every=10s");
    }

    /** Files at a steady rate, whatever the providers do; answers when that began. */
    private static Instant run(Office office, Phones primary) throws InterruptedException {
        Instant began = Instant.now();
        long next = System.nanoTime();
        for (Phase phase : PHASES) {
            primary.faults(phase.faults());
            for (int n = 0; n < phase.seconds() * CASES_A_SECOND; n++) {
                next += TimeUnit.SECONDS.toNanos(1) / CASES_A_SECOND;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                office.file();
            }
        }
        return began;
    }

    private static void print(
            Instant began, Phones primary, Phones secondary, RunningService service, @Nullable Path drawing) {
        int windows = PHASES.stream().mapToInt(Phase::seconds).sum() / (int) WINDOW.toSeconds() + 1;
        int[] first = counted(began, primary, windows);
        int[] second = counted(began, secondary, windows);
        OUT.println("```");
        OUT.printf(
                Locale.ROOT,
                "%6s  %-14s %8s %9s   # primary  + secondary%n",
                "s",
                "primary is",
                "primary",
                "secondary");
        for (int window = 0; window < windows; window++) {
            int at = window * (int) WINDOW.toSeconds();
            OUT.printf(
                    Locale.ROOT,
                    "%6d  %-14s %8d %9d   %s%s%n",
                    at,
                    phaseAt(at),
                    first[window],
                    second[window],
                    "#".repeat(first[window] / BAR),
                    "+".repeat(second[window] / BAR));
        }
        OUT.println("```");
        if (drawing != null) {
            draw(drawing, first, second);
        }
        Map<String, Integer> taken = new HashMap<>(primary.taken());
        secondary.taken().forEach((text, times) -> taken.merge(text, times, Integer::sum));
        int filed = PHASES.stream().mapToInt(Phase::seconds).sum() * CASES_A_SECOND * TEXTS_A_CASE;
        long twice = taken.values().stream().filter(times -> times > 1).count();
        OUT.printf(
                Locale.ROOT,
                "%d texts, %d taken, %d twice; in doubt %.0f%n",
                filed,
                taken.size(),
                twice,
                doubts(service));
    }

    private static void draw(Path drawing, int[] first, int[] second) {
        List<ProviderPlot.Phase> phases = new ArrayList<>();
        int from = 0;
        for (Phase phase : PHASES) {
            phases.add(new ProviderPlot.Phase(phase.name(), from, from + phase.seconds()));
            from += phase.seconds();
        }
        try {
            Files.writeString(
                    drawing,
                    ProviderPlot.of(
                            "Texts per " + WINDOW.toSeconds()
                                    + " s by provider, while the primary slows, fails and is back",
                            (int) WINDOW.toSeconds(),
                            first,
                            second,
                            phases));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double doubts(RunningService service) {
        return service.database().getCollection("messages").countDocuments(new org.bson.Document("state", "unknown"));
    }

    private static String phaseAt(int second) {
        AtomicInteger end = new AtomicInteger();
        return PHASES.stream()
                .filter(phase -> second < end.addAndGet(phase.seconds()))
                .map(Phase::name)
                .findFirst()
                .orElse("");
    }

    private static int[] counted(Instant began, Phones phones, int windows) {
        int[] counts = new int[windows];
        List<JsonNode> taken = new ArrayList<>(phones.submits());
        taken.removeIf(submit -> submit.get("outcome").asString().equals("rejected"));
        for (JsonNode submit : taken) {
            long window = (submit.get("receivedAt").asLong() - began.toEpochMilli()) / WINDOW.toMillis();
            counts[(int) Math.min(windows - 1L, Math.max(0, window))]++;
        }
        return counts;
    }
}
