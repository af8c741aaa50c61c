package kr.minwon.routing.workitem;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what happens, and looks every half minute how the queues stand: a scrape reads, it never asks the store. */
@Component
public class RoutingMeters {
    /** A gauge that stands at this means: at least so many. */
    private static final int MOST_COUNTED = 10_000;
    /** The oldest unassigned item is looked for among so many of the most urgent. */
    private static final int MOST_LOOKED_AT = 2_000;

    private final MeterRegistry registry;
    private final WorkItems items;
    private final Offices offices;
    private final StatutoryClocks clocks;
    private final Clock clock;
    private final MultiGauge unassigned;
    private final MultiGauge dueSoon;
    private final MultiGauge overdue;

    public RoutingMeters(
            MeterRegistry registry, WorkItems items, Offices offices, StatutoryClocks clocks, Clock clock) {
        this.registry = registry;
        this.items = items;
        this.offices = offices;
        this.clocks = clocks;
        this.clock = clock;
        this.unassigned = gauge(RoutingMetric.UNASSIGNED_OLDEST_AGE);
        this.dueSoon = gauge(RoutingMetric.DUE_SOON);
        this.overdue = gauge(RoutingMetric.OVERDUE);
    }

    private MultiGauge gauge(RoutingMetric metric) {
        MultiGauge.Builder builder = MultiGauge.builder(metric.meter());
        return (metric == RoutingMetric.UNASSIGNED_OLDEST_AGE ? builder.baseUnit("seconds") : builder)
                .register(registry);
    }

    /** Counts an event that was stored. */
    public void count(RoutingEvent event) {
        RoutingMetric metric = metric(event);
        if (metric != null) {
            count(metric, event.item());
        }
    }

    /** Null for what follows from an answer: complaint-service counts those. */
    private static @Nullable RoutingMetric metric(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkAssigned assigned -> RoutingMetric.ASSIGNED;
            case RoutingEvent.WorkClaimed claimed -> RoutingMetric.CLAIMED;
            case RoutingEvent.DeadlineChanged changed -> RoutingMetric.DEADLINE_CHANGED;
            case RoutingEvent.ExtensionProposed proposed -> RoutingMetric.EXTENSION_PROPOSED;
            case RoutingEvent.WorkSentAway away -> RoutingMetric.SENT_AWAY;
            case RoutingEvent.StaffReminded reminded -> RoutingMetric.REMINDED;
            case RoutingEvent.ProgressDue progress -> RoutingMetric.PROGRESS_DUE;
            case RoutingEvent.ObjectionTerm term -> null;
        };
    }

    /** Counts a new item, and notes how long it took to get here. */
    public void started(WorkItem item, Instant now) {
        count(RoutingMetric.ASSIGNED, item);
        registry.timer(
                        RoutingMetric.ASSIGNMENT_DELAY.meter(),
                        "office",
                        item.petition().officeId())
                .record(Duration.between(item.petition().countedFrom(), now));
    }

    private void count(RoutingMetric metric, WorkItem item) {
        registry.counter(metric.meter(), tags(item.petition().officeId(), item.departmentId()))
                .increment();
    }

    /** Looks how the queues stand. */
    @Scheduled(fixedDelayString = "${minwon.routing.gauges-every:30s}")
    public void refresh() {
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        List<MultiGauge.Row<?>> soon = new ArrayList<>();
        List<MultiGauge.Row<?>> late = new ArrayList<>();
        Instant now = clock.instant();
        for (Office office : offices.all()) {
            Map<String, Instant> oldest = items.oldestUnassigned(office.id(), MOST_LOOKED_AT);
            Map<String, Long> soonBy = items.countByDepartment(query(office, QueueView.DUE_SOON, now));
            Map<String, Long> lateBy = items.countByDepartment(query(office, QueueView.OVERDUE, now));
            for (Department department : office.departments()) {
                Tags tags = tags(office.id(), department.id());
                Instant since = oldest.getOrDefault(department.id(), now);
                ages.add(MultiGauge.Row.of(
                        tags, Math.max(0, Duration.between(since, now).toSeconds())));
                soon.add(MultiGauge.Row.of(tags, soonBy.getOrDefault(department.id(), 0L)));
                late.add(MultiGauge.Row.of(tags, lateBy.getOrDefault(department.id(), 0L)));
            }
        }
        unassigned.register(ages, true);
        dueSoon.register(soon, true);
        overdue.register(late, true);
    }

    private QueueQuery query(Office office, QueueView view, Instant now) {
        return new QueueQuery(
                office.id(), null, view, WorkItem.SYSTEM, now, clocks.soon(office, now), null, MOST_COUNTED);
    }

    private static Tags tags(String officeId, String departmentId) {
        return Tags.of("office", officeId, "department", departmentId);
    }
}
