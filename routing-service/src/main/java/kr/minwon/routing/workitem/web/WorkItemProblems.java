package kr.minwon.routing.workitem.web;

import java.time.Duration;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.WorkDesk;

/** What staff are told when a command cannot be done. */
final class WorkItemProblems {
    static final ProblemType COMPLAINT_NOT_FOUND = new ProblemType("complaint-not-found", 404);
    static final ProblemType NOT_YET_ROUTED = new ProblemType("not-yet-routed", 409);
    static final ProblemType ALREADY_CLAIMED = new ProblemType("already-claimed", 409);
    static final ProblemType ALREADY_CLOSED = new ProblemType("already-closed", 409);
    private static final Duration SOON = Duration.ofSeconds(1);

    private WorkItemProblems() {}

    /** The item of an answer, or the problem it is. */
    static WorkItemResponse unwrap(WorkDesk.Answer answer) {
        return switch (answer) {
            case WorkDesk.Answer.Done done -> WorkItemResponse.of(done.item(), done.department());
            case WorkDesk.Answer.NotYetRouted notYet -> throw new ProblemException(NOT_YET_ROUTED).retryAfter(SOON);
            case WorkDesk.Answer.UnknownDepartment unknown -> {
                new FieldErrors().add("departmentId", "unknown-department").throwIfAny();
                throw new IllegalStateException("an error was noted");
            }
            case WorkDesk.Answer.Refused refused -> throw problem(refused.reason());
        };
    }

    private static ProblemException problem(Move.Refusal refusal) {
        return switch (refusal) {
            case Move.Refusal.Closed closed -> new ProblemException(ALREADY_CLOSED);
            case Move.Refusal.ClaimedBy claimed ->
                new ProblemException(ALREADY_CLAIMED, claimed.officer().name()).with("officer", claimed.officer());
            case Move.Refusal.OtherDepartment other -> new ProblemException(ProblemType.OTHER_DEPARTMENT);
        };
    }
}
