package kr.minwon.notification.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the days again whose texts have changed here. Which those are is known in memory only; what an instance knew that
 * was killed is made up for by counting the latest days at each start and every hour.
 */
public final class Recounts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Recounts.class);
    private final Counting counting;
    private final Figures figures;
    private final FiguresSettings settings;
    private final Clock clock;
    private final Set<Day> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sms-figures").daemon().factory());
    private Instant allAt = Instant.EPOCH;

    private record Day(String officeId, LocalDate day) {}

    public Recounts(Counting counting, Figures figures, FiguresSettings settings, Clock clock) {
        this.counting = counting;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
    }

    /** A message was stored or changed. */
    public void on(Message message) {
        changed.add(new Day(message.about().officeId(), Counting.dayOf(message)));
    }

    public void start() {
        if (!timer.isShutdown()) {
            timer.execute(this::roundAndGoOn);
        }
    }

    private void roundAndGoOn() {
        try {
            round();
        } catch (InterruptedException e) {
            // Nothing else interrupts it than its end.
            Thread.currentThread().interrupt();
            return;
        }
        if (!timer.isShutdown()) {
            timer.schedule(this::roundAndGoOn, settings.every().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Counts what has changed, the latest days first. */
    void round() throws InterruptedException {
        Instant now = clock.instant();
        try {
            if (Duration.between(allAt, now).compareTo(settings.all()) >= 0) {
                LocalDate today = now.atZone(Counting.SEOUL).toLocalDate();
                for (String office : figures.offices()) {
                    for (int back = 0; back < settings.latest(); back++) {
                        changed.add(new Day(office, today.minusDays(back)));
                    }
                }
                allAt = now;
            }
            for (Day day : changed.stream()
                    .sorted(Comparator.comparing(Day::day).reversed())
                    .toList()) {
                recount(day, now);
            }
        } catch (RuntimeException e) {
            log.warn("texts are not counted now: {}", e.toString());
        }
    }

    private void recount(Day day, Instant now) throws InterruptedException {
        // Before it is counted: what changes meanwhile is counted again.
        changed.remove(day);
        try {
            if (!counting.count(day.officeId(), day.day(), now)) {
                changed.add(day);
            }
        } catch (RuntimeException | InterruptedException e) {
            changed.add(day);
            throw e;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
