package kr.minwon.complaint.complaint.web;

import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ResidentMoves;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a complaint to whoever holds its look-up code. */
@Component
class CaseOpener {
    private final ResidentMoves moves;

    CaseOpener(ResidentMoves moves) {
        this.moves = moves;
    }

    /** @throws ProblemException without a code, or when the number and the code open nothing */
    Complaint open(String receiptNumber, @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw new ProblemException(ComplaintProblems.LOOKUP_CODE_REQUIRED);
        }
        return moves.look(receiptNumber, code).orElseThrow(ComplaintProblems::notFound);
    }
}
