package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.complaint.complaint.Procedures.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes drafts of answers, and what is decided on them (전자결재). */
@Component
public class ApproveAnswer {
    private final Complaints complaints;
    private final RoutingWait routing;
    private final ComplaintMeters meters;
    private final Clock clock;

    ApproveAnswer(Complaints complaints, RoutingWait routing, ComplaintMeters meters, Clock clock) {
        this.complaints = complaints;
        this.routing = routing;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What somebody drafts.
     *
     * @param seen the revision they saw last, 0 for none; null to replace whatever stands
     */
    public record Drafted(
            Outcome outcome, String text, @Nullable Integer seen) {}

    /** Puts an answer before who approves; like an answer it waits a moment for the department. */
    public Decision draft(ComplaintId id, Drafted drafted, Acting by, @Nullable RequestMark request) {
        Decision decision = routing.until(
                id,
                () -> complaints.decide(
                        id,
                        complaint -> complaint.once(
                                request,
                                () -> Drafts.save(
                                        complaint, drafted.outcome(), drafted.text(), drafted.seen(), by, now()))),
                AnswerComplaint::isRouted);
        meters.move("answer-draft", decision);
        return decision;
    }

    /** Lets the answer go out. */
    public Decision approve(ComplaintId id, int seen, Acting by, @Nullable RequestMark request) {
        Decision decision = complaints.decide(
                id, complaint -> complaint.once(request, () -> Drafts.approve(complaint, seen, by, now(), request)));
        meters.move("approve", decision);
        return decision;
    }

    /** Returns it to its author. */
    public Decision giveBack(ComplaintId id, int seen, String reason, Acting by, @Nullable RequestMark request) {
        Decision decision = complaints.decide(
                id, complaint -> complaint.once(request, () -> Drafts.giveBack(complaint, seen, reason, by, now())));
        meters.move("return-draft", decision);
        return decision;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
