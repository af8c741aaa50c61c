package kr.minwon.routing.workitem.web;

import java.time.Duration;
import kr.minwon.idempotency.IdempotencyKeys;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.WorkDesk;
import kr.minwon.routing.workitem.WorkItem;

/** What staff are told when a command cannot be done. */
final class WorkItemProblems {
    static final ProblemType COMPLAINT_NOT_FOUND = new ProblemType("complaint-not-found", 404);
    static final ProblemType NOT_YET_ROUTED = new ProblemType("not-yet-routed", 409);
    static final ProblemType NOT_YET_ACCEPTED = new ProblemType("not-yet-accepted", 409);
    static final ProblemType ALREADY_CLAIMED = new ProblemType("already-claimed", 409);
    static final ProblemType ALREADY_CLOSED = new ProblemType("already-closed", 409);
    static final ProblemType SUPPLEMENT_AWAITED = new ProblemType("supplement-awaited", 409);
    static final ProblemType ON_ITS_WAY = new ProblemType("on-its-way", 409);
    static final ProblemType SAME_DEPARTMENT = new ProblemType("same-department", 409);
    static final ProblemType BACK_TWICE = new ProblemType("transfer-back-twice", 409);
    static final ProblemType EXTENSION_TOO_LATE = new ProblemType("extension-too-late", 409);
    static final ProblemType EXTENSION_TOO_LONG = new ProblemType("extension-too-long", 422);
    static final ProblemType NO_MORE_EXTENSIONS = new ProblemType("no-more-extensions", 409);
    static final ProblemType ONLY_LEAD_EXTENDS = new ProblemType("only-lead-extends", 403);
    static final ProblemType CONSENT_PENDING = new ProblemType("consent-pending", 409);
    static final ProblemType NOT_SUSPENDABLE = new ProblemType("not-suspendable", 409);
    static final ProblemType SUSPENSION_TOO_LONG = new ProblemType("suspension-too-long", 422);
    static final ProblemType SUSPENDED_TWICE = new ProblemType("suspended-twice", 409);
    static final ProblemType SUSPENSION_IN_THE_PAST = new ProblemType("suspension-in-the-past", 422);
    private static final Duration SOON = Duration.ofSeconds(1);

    private WorkItemProblems() {}

    /** The item of an answer as staff see it, or the problem it is. */
    static WorkItemResponse unwrap(WorkDesk.Answer answer) {
        WorkDesk.Answer.Done done = done(answer);
        return WorkItemResponse.of(done.item(), done.department());
    }

    /** The item of an answer, or the problem it is. */
    static WorkItem item(WorkDesk.Answer answer) {
        return done(answer).item();
    }

    private static WorkDesk.Answer.Done done(WorkDesk.Answer answer) {
        return switch (answer) {
            case WorkDesk.Answer.Done done -> done;
            case WorkDesk.Answer.NotYetRouted notYet -> throw new ProblemException(NOT_YET_ROUTED).retryAfter(SOON);
            case WorkDesk.Answer.UnknownDepartment unknown -> throw invalid("unknown-department");
            case WorkDesk.Answer.Refused refused -> throw problem(refused.reason());
        };
    }

    private static RuntimeException invalid(String code) {
        new FieldErrors().add("departmentId", code).throwIfAny();
        return new IllegalStateException("an error was noted");
    }

    private static ProblemException problem(Move.Refusal refusal) {
        return switch (refusal) {
            case Move.Refusal.Closed closed -> new ProblemException(ALREADY_CLOSED);
            case Move.Refusal.NotYetAccepted notYet -> new ProblemException(NOT_YET_ACCEPTED);
            case Move.Refusal.KeyReused reused -> IdempotencyKeys.reused();
            case Move.Refusal.ClaimedBy claimed ->
                new ProblemException(ALREADY_CLAIMED, claimed.officer().name()).with("officer", claimed.officer());
            case Move.Refusal.OtherDepartment other -> new ProblemException(ProblemType.OTHER_DEPARTMENT);
            case Move.Refusal.Awaiting awaiting -> new ProblemException(SUPPLEMENT_AWAITED);
            case Move.Refusal.OnItsWay onItsWay -> new ProblemException(ON_ITS_WAY);
            case Move.Refusal.NowhereToGo nowhere -> throw invalid("department-or-agency");
            case Move.Refusal.SameDepartment same -> new ProblemException(SAME_DEPARTMENT);
            case Move.Refusal.BackTwice twice -> new ProblemException(BACK_TWICE);
            case Move.Refusal.Overdue overdue -> new ProblemException(EXTENSION_TOO_LATE);
            case Move.Refusal.ExtensionTooLong tooLong ->
                new ProblemException(
                        EXTENSION_TOO_LONG,
                        tooLong.most().korean(),
                        tooLong.most().toString());
            case Move.Refusal.NoMoreExtensions none -> new ProblemException(NO_MORE_EXTENSIONS, none.most());
            case Move.Refusal.OnlyLeadExtends lead -> new ProblemException(ONLY_LEAD_EXTENDS);
            case Move.Refusal.ConsentPending pending -> new ProblemException(CONSENT_PENDING);
            case Move.Refusal.NotSuspendable not -> new ProblemException(NOT_SUSPENDABLE, not.petitionKind());
            case Move.Refusal.SuspensionTooLong tooLong -> new ProblemException(SUSPENSION_TOO_LONG, tooLong.most());
            case Move.Refusal.SuspendedTwice twice -> new ProblemException(SUSPENDED_TWICE);
            case Move.Refusal.SuspensionInThePast past -> new ProblemException(SUSPENSION_IN_THE_PAST);
        };
    }
}
