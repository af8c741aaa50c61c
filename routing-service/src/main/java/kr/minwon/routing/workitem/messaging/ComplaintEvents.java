package kr.minwon.routing.workitem.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.outbox.EventHandler;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.NewEvent;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.UnreadableEvent;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.office.Placement;
import kr.minwon.routing.workitem.ClockMoves;
import kr.minwon.routing.workitem.Counting;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.Objections;
import kr.minwon.routing.workitem.Petition;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkRuns;
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
            case ComplaintAnsweredV1.TYPE -> answered(current, event.as(ComplaintAnsweredV1.class));
            case ComplaintWithdrawnV1.TYPE ->
                closed(
                        current,
                        WorkStatus.WITHDRAWN,
                        event.as(ComplaintWithdrawnV1.class).withdrawnAt());
            case ComplaintReturnedV1.TYPE ->
                closed(
                        current,
                        WorkStatus.RETURNED,
                        event.as(ComplaintReturnedV1.class).returnedAt());
            case ComplaintSupplementRequestedV1.TYPE ->
                paused(current, event.as(ComplaintSupplementRequestedV1.class).requestedAt());
            case ComplaintSupplementedV1.TYPE ->
                resumed(current, event.as(ComplaintSupplementedV1.class).suppliedAt());
            case ComplaintConsentAnsweredV1.TYPE -> consented(current, event.as(ComplaintConsentAnsweredV1.class));
            case ComplaintAcceptedV1.TYPE -> accepted(current, event.as(ComplaintAcceptedV1.class));
            case ComplaintReopenedV1.TYPE -> reopened(current, event.as(ComplaintReopenedV1.class));
            case ComplaintMergedV1.TYPE ->
                closed(
                        current,
                        WorkStatus.MERGED,
                        event.as(ComplaintMergedV1.class).mergedAt());
            case ComplaintClosedV1.TYPE -> closedAsRepeat(current, event.as(ComplaintClosedV1.class));
            case ComplaintContinuedV1.TYPE ->
                continued(current, event.as(ComplaintContinuedV1.class).continuedAt());
            case ComplaintDraftChangedV1.TYPE -> drafted(current, event.as(ComplaintDraftChangedV1.class));
            // Of no use here: only its sequence counts.
            default -> Outcome.unchanged();
        };
    }

    private Outcome<WorkItem> submitted(
            @Nullable WorkItem current, ComplaintSubmittedV1 submitted, IncomingEvent event) {
        if (!event.subject().equals(ComplaintEventFunctions.SUBJECT + submitted.complaintId())) {
            throw new UnreadableEvent("an event of another complaint than its subject: " + event);
        }
        if (current != null) {
            return Outcome.unchanged();
        }
        Office office = offices.find(submitted.officeId())
                .orElseThrow(() -> new UnreadableEvent("no rules of the office " + submitted.officeId()));
        Petition petition = submitted.petition();
        Placement placement = office.place(submitted.category(), day(petition.countedFrom()));
        Counting counting = new Counting(clocks, office);
        return outcome(
                submitted.isAccepted()
                        ? WorkRuns.start(petition, placement, counting, clock.instant())
                        : WorkRuns.filed(petition, placement, counting, clock.instant()));
    }

    private static LocalDate day(Instant at) {
        return SeoulTime.local(at).toLocalDate();
    }

    private Outcome<WorkItem> outcome(Move.Made made) {
        return Outcome.of(
                made.next(), made.events().stream().map(mapping::event).toArray(NewEvent[]::new));
    }

    private Outcome<WorkItem> accepted(@Nullable WorkItem current, ComplaintAcceptedV1 accepted) {
        if (current == null) {
            return Outcome.unchanged();
        }
        Placement placement = office(current)
                .place(current.petition().category(), day(accepted.acceptedAt().toInstant()));
        return outcome(WorkRuns.accept(
                current, placement, counting(current), accepted.acceptedAt().toInstant(), clock.instant()));
    }

    private Outcome<WorkItem> reopened(@Nullable WorkItem current, ComplaintReopenedV1 reopened) {
        return current == null
                ? Outcome.unchanged()
                : outcome(WorkRuns.reopen(
                        current,
                        reopened.cause(),
                        department(current),
                        counting(current),
                        reopened.reopenedAt().toInstant()));
    }

    private Outcome<WorkItem> continued(@Nullable WorkItem current, OffsetDateTime at) {
        return current == null
                ? Outcome.unchanged()
                : outcome(WorkRuns.goOn(current, department(current), counting(current), at.toInstant()));
    }

    /** What a rating closes was closed by its answer before. */
    private Outcome<WorkItem> closedAsRepeat(@Nullable WorkItem current, ComplaintClosedV1 closed) {
        return closed.isRepeat() ? closed(current, WorkStatus.CLOSED, closed.closedAt()) : Outcome.unchanged();
    }

    private Outcome<WorkItem> outcome(Optional<Move.Made> made) {
        return made.map(this::outcome).orElseGet(Outcome::unchanged);
    }

    private Outcome<WorkItem> answered(@Nullable WorkItem current, ComplaintAnsweredV1 answered) {
        if (current == null) {
            return Outcome.unchanged();
        }
        Counting counting = counting(current);
        Instant at = answered.answeredAt().toInstant();
        int number = Objects.requireNonNullElse(answered.answer(), 1);
        return current.close(WorkStatus.ANSWERED, counting, at)
                .map(closed -> outcome(
                        Objections.answered(closed, answered.isRefusal(), number, department(current), counting, at)))
                .orElseGet(Outcome::unchanged);
    }

    private static Outcome<WorkItem> drafted(@Nullable WorkItem current, ComplaintDraftChangedV1 changed) {
        return current == null
                ? Outcome.unchanged()
                : current.drafted(changed.draft()).map(Outcome::of).orElseGet(Outcome::unchanged);
    }

    private Outcome<WorkItem> closed(@Nullable WorkItem current, WorkStatus how, OffsetDateTime at) {
        return current == null
                ? Outcome.unchanged()
                : current.close(how, counting(current), at.toInstant())
                        .map(Outcome::of)
                        .orElseGet(Outcome::unchanged);
    }

    private Outcome<WorkItem> paused(@Nullable WorkItem current, OffsetDateTime at) {
        return current == null
                ? Outcome.unchanged()
                : ClockMoves.pause(current, counting(current), at.toInstant())
                        .map(Outcome::of)
                        .orElseGet(Outcome::unchanged);
    }

    private Outcome<WorkItem> resumed(@Nullable WorkItem current, OffsetDateTime at) {
        return current == null
                ? Outcome.unchanged()
                : outcome(ClockMoves.resume(current, department(current), counting(current), at.toInstant()));
    }

    private Outcome<WorkItem> consented(@Nullable WorkItem current, ComplaintConsentAnsweredV1 answer) {
        return current == null
                ? Outcome.unchanged()
                : outcome(ClockMoves.consented(
                        current,
                        answer.extension(),
                        answer.agreed(),
                        department(current),
                        counting(current),
                        answer.answeredAt().toInstant()));
    }

    private Counting counting(WorkItem item) {
        return new Counting(clocks, office(item));
    }

    private Office office(WorkItem item) {
        String id = item.petition().officeId();
        return offices.find(id).orElseThrow(() -> new UnreadableEvent("no rules of the office " + id));
    }

    private Department department(WorkItem item) {
        return office(item).departmentOrIntake(item.departmentId());
    }
}
