package kr.minwon.routing.workitem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reminds staff of what is due, due soon and overdue, and lets residents be told how their cases stand. When is written in each work item, so it outlives a restart; an
 * item is changed before others are told, so two rounds at once remind once.
 */
@Component
public class ReminderRound implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReminderRound.class);
    private static final int AT_A_TIME = 500;
    private static final int AT_ONCE = 8;

    private final List<Timer> timers;
    private final WorkItems items;
    private final Offices offices;
    private final StatutoryClocks clocks;
    private final RoutingMeters meters;
    private final Clock clock;
    private final ClockWatch watch;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("remind-", 0).factory());

    /** @param hold for how long a clock that jumped is not trusted */
    ReminderRound(
            WorkItems items,
            Offices offices,
            StatutoryClocks clocks,
            RoutingMeters meters,
            Clock clock,
            @Value("${minwon.routing.jump-hold}") Duration hold) {
        this.items = items;
        this.timers = List.of(
                new Timer(items::toRemindOf, WorkItem::remind),
                new Timer(items::toTellProgressOf, WorkItem::tellProgress));
        this.offices = offices;
        this.clocks = clocks;
        this.meters = meters;
        this.clock = clock;
        this.watch = new ClockWatch(clock, System::nanoTime, hold);
    }

    /**
     * One kind of timer.
     *
     * @param due the ids of the items whose time has come
     * @param act what is done with such an item
     */
    private record Timer(BiFunction<Instant, Integer, List<String>> due, Act act) {
        @FunctionalInterface
        interface Act {
            Move on(WorkItem item, Department department, Counting counting, Instant now);
        }
    }

    /** Does everything whose time has come. */
    public void round() throws InterruptedException {
        for (Timer timer : timers) {
            round(timer);
        }
    }

    private void round(Timer timer) throws InterruptedException {
        while (watch.trusts()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            List<String> ids = timer.due().apply(now, AT_A_TIME);
            List<Callable<Boolean>> tasks = ids.stream()
                    .<Callable<Boolean>>map(id -> () -> act(timer, id, now))
                    .toList();
            boolean moved = workers.invokeAll(tasks).stream()
                    .anyMatch(done -> done.state() == Future.State.SUCCESS && done.resultNow());
            // Fewer than were asked for, or none that moved: what is left is looked for in the next round.
            if (ids.size() < AT_A_TIME || !moved) {
                return;
            }
        }
    }

    /** Whether the item is another one after it. */
    private boolean act(Timer timer, String complaintId, Instant now) {
        try {
            Move move = items.change(complaintId, item -> {
                Office office = offices.find(item.petition().officeId()).orElseThrow();
                Department department = office.departmentOrIntake(item.departmentId());
                return timer.act().on(item, department, new Counting(clocks, office), now);
            });
            if (move instanceof Move.Made made) {
                made.events().forEach(meters::count);
                return true;
            }
            return false;
        } catch (RuntimeException e) {
            // One item must not keep the others waiting; its time has come in the next round too.
            log.warn("{}: nobody could be told: {}", complaintId, e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
