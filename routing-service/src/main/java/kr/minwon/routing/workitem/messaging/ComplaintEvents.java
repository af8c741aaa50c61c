package kr.minwon.routing.workitem.messaging;

import java.time.Clock;
import java.time.Instant;
import kr.minwon.outbox.EventHandler;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.NewEvent;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.UnreadableEvent;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.office.Placement;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkStatus;
import kr.minwon.routing.workitem.mongo.EventMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what an event of a complaint does to its work item. */
@Component
class ComplaintEvents implements EventHandler<WorkItem> {
    private final Offices offices;
    private final StatutoryClocks clocks;
    private final EventMapping mapping;
    private final Clock clock;

    ComplaintEvents(Offices offices, StatutoryClocks clocks, EventMapping mapping, Clock clock) {
        this.offices = offices;
        this.clocks = clocks;
        this.mapping = mapping;
        this.clock = clock;
    }

    @Override
    public Outcome<WorkItem> on(@Nullable WorkItem current, IncomingEvent event) {
        return switch (event.type()) {
            case ComplaintSubmittedV1.TYPE -> submitted(current, event.as(ComplaintSubmittedV1.class), event);
            case ComplaintAnsweredV1.TYPE ->
                closed(
                        current,
                        WorkStatus.ANSWERED,
                        event.as(ComplaintAnsweredV1.class).answeredAt().toInstant());
            case ComplaintWithdrawnV1.TYPE ->
                closed(
                        current,
                        WorkStatus.WITHDRAWN,
                        event.as(ComplaintWithdrawnV1.class).withdrawnAt().toInstant());
            // Of no use here: only its sequence counts.
            default -> Outcome.unchanged();
        };
    }

    private Outcome<WorkItem> submitted(
            @Nullable WorkItem current, ComplaintSubmittedV1 submitted, IncomingEvent event) {
        if (!event.subject().equals(ComplaintEventFunctions.SUBJECT + submitted.complaintId())) {
            throw new UnreadableEvent("an event of another complaint than its subject: " + event);
        }
        if (current != null || !submitted.isAccepted()) {
            return Outcome.unchanged();
        }
        Office office = offices.find(submitted.officeId())
                .orElseThrow(() -> new UnreadableEvent("no rules of the office " + submitted.officeId()));
        Placement placement = office.place(submitted.category());
        Move.Made made = WorkItem.start(
                submitted.petition(),
                placement,
                clocks.start(office, placement, submitted.petition().acceptedAt()),
                clock.instant());
        return Outcome.of(
                made.next(), made.events().stream().map(mapping::event).toArray(NewEvent[]::new));
    }

    private static Outcome<WorkItem> closed(@Nullable WorkItem current, WorkStatus how, Instant at) {
        return current == null
                ? Outcome.unchanged()
                : current.close(how, at).map(Outcome::of).orElseGet(Outcome::unchanged);
    }
}
