package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How a move of the staff ends on their page: done, or with what went wrong. */
@Component
class StaffMoves {
    private final StaffCaseFrame frame;
    private final Trouble.Teller troubles;

    StaffMoves(StaffCaseFrame frame, Trouble.Teller troubles) {
        this.frame = frame;
        this.troubles = troubles;
    }

    /** Does something; what went wrong is noted for the page. */
    Optional<Trouble> attempt(Runnable move, Model model, Words words, HttpServletResponse response) {
        try {
            move.run();
            return Optional.empty();
        } catch (ServiceProblem refusal) {
            if (refusal.is("other-department") || refusal.is("complaint-not-found")) {
                throw refusal;
            }
            FormErrors errors = new FormErrors();
            refusal.errors().forEach(error -> errors.add(error.field(), error.detail()));
            model.addAttribute("errors", errors);
            Trouble trouble = troubles.of(refusal, words.locale());
            response.setStatus(trouble.status());
            return Optional.of(explained(trouble, words));
        } catch (ProblemException refusal) {
            Trouble trouble = troubles.of(refusal, words.locale());
            response.setStatus(trouble.status());
            return Optional.of(trouble);
        }
    }

    /** In the words of this page, which has already been brought up to date. */
    private static Trouble explained(Trouble trouble, Words words) {
        return trouble.saying(trouble.title(), words.textOr("conflict." + trouble.type(), trouble.detail()));
    }

    /** The case after a move, or with what went wrong. */
    String outcome(
            String receiptNumber, String done, Optional<Trouble> trouble, Model model, Words words, Colleague me) {
        if (trouble.isEmpty()) {
            return "redirect:/staff/complaints/" + receiptNumber + "?done=" + done;
        }
        boolean atFields = model.getAttribute("errors") instanceof FormErrors errors && !errors.isEmpty();
        if (!atFields) {
            model.addAttribute("trouble", trouble.get());
        }
        return frame.show(receiptNumber, null, model, words, me);
    }

    /** The case with what is wrong at a field. */
    String wrong(
            String receiptNumber,
            String field,
            String sentence,
            Model model,
            Words words,
            Colleague me,
            HttpServletResponse response) {
        model.addAttribute("errors", FormErrors.none().add(field, sentence));
        response.setStatus(422);
        return frame.show(receiptNumber, null, model, words, me);
    }
}
