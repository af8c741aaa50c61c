package kr.minwon.routing.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.workitem.ClockMoves;
import kr.minwon.routing.workitem.Counting;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.Objections;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Does the recounts that are asked for, one after the other. */
@Component
public class Recounter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Recounter.class);
    /** Cases of a stretch: after a crash so many are looked at again. */
    private static final int STRETCH = 200;
    /** Writes at once: a store answers many in the time of one. */
    private static final int AT_ONCE = 8;

    private final Recounts recounts;
    private final WorkItems items;
    private final Offices offices;
    private final StatutoryClocks clocks;
    private final Clock clock;
    private final Duration patience;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("recount-", 0).factory());

    /** @param patience until every instance has read the office's new days off: longer than it keeps the old ones */
    Recounter(
            Recounts recounts,
            WorkItems items,
            Offices offices,
            StatutoryClocks clocks,
            Clock clock,
            @Value("${minwon.routing.recount-after}") Duration patience) {
        this.recounts = recounts;
        this.items = items;
        this.offices = offices;
        this.clocks = clocks;
        this.clock = clock;
        this.patience = patience;
    }

    /** Does what there is to do, until it is done or the thread is interrupted. */
    public void round() {
        Optional<Recount> next = recounts.next(now().minus(patience));
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            step(next.get());
            next = recounts.next(now().minus(patience));
        }
    }

    private void step(Recount recount) {
        Recount begun = recount.begun(now());
        LocalDate date = recount.date();
        WorkItems.Stretch stretch = items.stretch(
                recount.officeId(),
                // A day more makes deadlines later, a day less earlier.
                recount.added(),
                begun.progress().standing(),
                date.atStartOfDay(SeoulTime.ZONE).toInstant(),
                begun.progress().cursor(),
                STRETCH);
        Office office = offices.find(recount.officeId()).orElseThrow();
        long changed = count(recount, stretch.items(), office);
        Recount after = begun.after(stretch.items().size(), changed, stretch.end(), now());
        if (after.state() == Recount.State.DONE && recount.added()) {
            // Before it is done: after a crash they are looked at again, and none moves twice.
            moveObjections(recount, office);
        }
        if (recounts.advance(recount, after) && after.state() == Recount.State.DONE) {
            log.info(
                    "{}: {} of {} open cases have another deadline since {} is {}",
                    recount.officeId(),
                    after.progress().changed(),
                    after.progress().seen(),
                    date,
                    office.declaredOn(date).isPresent() ? "off" : "a day like others");
        }
    }

    private void moveObjections(Recount recount, Office office) {
        Counting counting = new Counting(clocks, office);
        String name = recount.day().name();
        String last = null;
        List<String> ids;
        do {
            if (Thread.currentThread().isInterrupted()) {
                // Not done: what is left is done by whoever goes on with it.
                throw new IllegalStateException("stopped while last days to object are moved");
            }
            ids = items.objectionsUntil(recount.officeId(), recount.date(), last, STRETCH);
            for (String id : ids) {
                items.change(
                        id,
                        item -> Objections.lastDayOff(
                                item,
                                recount.date(),
                                name,
                                office.departmentOrIntake(item.departmentId()),
                                counting,
                                now()));
                last = id;
            }
        } while (ids.size() == STRETCH);
    }

    private long count(Recount recount, List<WorkItem> stretch, Office office) {
        Counting counting = new Counting(clocks, office);
        List<Future<Boolean>> results = new ArrayList<>();
        for (WorkItem item : stretch) {
            if (!ClockMoves.dueIn(item, counting).equals(item.clock().dueAt())) {
                results.add(workers.submit(() -> recounted(recount, item.id(), office)));
            }
        }
        long changed = 0;
        for (Future<Boolean> result : results) {
            changed += of(result) ? 1 : 0;
        }
        return changed;
    }

    private boolean recounted(Recount recount, String complaintId, Office office) {
        boolean off = office.declaredOn(recount.date()).isPresent();
        String day = SeoulTime.spoken(recount.date(), recount.date());
        String name = recount.day().name();
        String why = (off ? day + "이 쉬는 날(" + name + ")이 되어" : day + "이 다시 근무하는 날이 되어(" + name + " 취소)")
                + " 처리기한을 다시 정했습니다.";
        Move move = items.change(complaintId, item -> {
            Department department = office.departmentOrIntake(item.departmentId());
            return ClockMoves.recount(
                    item, recount.date(), why, department, new Counting(clocks, office), recount.tell(), now());
        });
        return move instanceof Move.Made;
    }

    private static boolean of(Future<Boolean> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while cases are counted again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case could not be counted again", e.getCause());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
