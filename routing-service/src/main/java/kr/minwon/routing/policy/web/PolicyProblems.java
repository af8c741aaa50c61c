package kr.minwon.routing.policy.web;

import kr.minwon.idempotency.IdempotencyKeys;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.policy.PolicyCheck;
import kr.minwon.routing.policy.PolicyDesk.Answer;

/** What an administrator is told when a policy cannot be so. */
final class PolicyProblems {
    private static final ProblemType NO_DRAFT = new ProblemType("no-policy-draft", 404);
    private static final ProblemType DRAFT_CHANGED = new ProblemType("policy-draft-changed", 409);
    private static final ProblemType NO_SUCH_VERSION = new ProblemType("no-such-policy", 404);
    private static final ProblemType IN_FORCE = new ProblemType("policy-in-force", 409);

    private PolicyProblems() {}

    static RuntimeException of(Answer answer) {
        return switch (answer) {
            case Answer.Contradictory wrong -> {
                FieldErrors errors = new FieldErrors();
                wrong.faults().forEach(fault -> add(errors, fault));
                errors.throwIfAny();
                throw new IllegalStateException("faults without a fault");
            }
            case Answer.NoDraft none -> new ProblemException(NO_DRAFT);
            case Answer.DraftChanged changed -> new ProblemException(DRAFT_CHANGED);
            case Answer.NoSuchVersion none -> new ProblemException(NO_SUCH_VERSION);
            case Answer.KeyReused reused -> IdempotencyKeys.reused();
            case Answer.InForce inForce -> new ProblemException(IN_FORCE);
            case Answer.Done done -> throw new IllegalArgumentException("no problem: " + done);
            case Answer.Compared compared -> throw new IllegalArgumentException("no problem: " + compared);
        };
    }

    static void add(FieldErrors errors, PolicyCheck.Fault fault) {
        errors.add(fault.line(), fault.code(), fault.arguments().toArray());
    }
}
