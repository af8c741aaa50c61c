package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import kr.minwon.complaint.ComplaintMeters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers a complaint. An answer sent right after the filing is normal: it waits a moment for the department, which
 * routing decides, before it says that there is none yet.
 */
@Component
public class AnswerComplaint {
    private final Complaints complaints;
    private final RoutingWait routing;
    private final Approval approval;
    private final ComplaintMeters meters;
    private final Clock clock;

    AnswerComplaint(
            Complaints complaints, RoutingWait routing, Approval approval, ComplaintMeters meters, Clock clock) {
        this.complaints = complaints;
        this.routing = routing;
        this.approval = approval;
        this.meters = meters;
        this.clock = clock;
    }

    /** What an officer answers. */
    public record Command(
            ComplaintId id,
            Outcome outcome,
            String text,
            Officer by,
            Set<String> departments,
            @Nullable RequestMark request) {}

    /** Answers, when the state and the department allow it. */
    public Decision answer(Command command) {
        Decision decision = routing.until(
                command.id(),
                () -> complaints.decide(command.id(), complaint -> alone(complaint, command)),
                AnswerComplaint::isRouted);
        meters.move("answer", decision);
        return decision;
    }

    /** Where somebody has to approve, nothing else stands in the way: only then it is said. */
    private Decision alone(Complaint complaint, Command command) {
        Decision decision = complaint.answer(
                command.outcome(),
                command.text(),
                command.by(),
                command.departments(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                command.request());
        boolean refused = decision instanceof Decision.Changed
                && approval.isRequired(complaint.filing().officeId());
        return refused ? new Decision.Refused(Refusal.APPROVAL_REQUIRED) : decision;
    }

    /** Whether the department is known by now, or something else refused. */
    static boolean isRouted(Decision decision) {
        return !(decision instanceof Decision.Refused refused) || refused.refusal() != Refusal.NOT_YET_ROUTED;
    }

    /** When to try again after {@link Refusal#NOT_YET_ROUTED}. */
    public static Duration retryAfter() {
        return Duration.ofSeconds(2);
    }
}
