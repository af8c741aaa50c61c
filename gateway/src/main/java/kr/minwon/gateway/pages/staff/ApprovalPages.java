package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Drafts and approvals of answers on the page of a case (전자결재). */
@Controller
@RequestMapping("/staff/complaints/{receiptNumber:[0-9]{4}-[0-9]{4}-[0-9]{4}}")
class ApprovalPages {
    private static final String APPROVAL = "approval";
    private static final String REASON = "approval-reason";

    private final ComplaintApi complaints;
    private final StaffCaseFrame frame;
    private final StaffMoves moves;

    ApprovalPages(ComplaintApi complaints, StaffCaseFrame frame, StaffMoves moves) {
        this.complaints = complaints;
        this.frame = frame;
        this.moves = moves;
    }

    @GetMapping({"/answer-draft", "/approval"})
    String back(@PathVariable String receiptNumber) {
        return "redirect:/staff/complaints/" + receiptNumber;
    }

    /** @param revision of the draft that the page showed, 0 for none */
    @PostMapping("/answer-draft")
    String draft(
            @PathVariable String receiptNumber,
            StaffCasePages.AnswerForm form,
            @RequestParam(defaultValue = "0") int revision,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        if (!form.isWhole(model, words)) {
            response.setStatus(422);
            return frame.show(receiptNumber, null, model, words, me);
        }
        Map<String, Object> body = new HashMap<>();
        body.put("outcome", form.outcome());
        body.put("text", form.text());
        body.put("revision", revision);
        Optional<Trouble> trouble = moves.attempt(
                () -> complaints.take(receiptNumber, "answer-draft", body, RequestKeys.orNext(form.key())),
                model,
                words,
                response);
        return moves.outcome(receiptNumber, "drafted", trouble, model, words, me);
    }

    /** @param revision of the draft that the page showed */
    @PostMapping("/approval")
    String decide(
            @PathVariable String receiptNumber,
            @RequestParam(defaultValue = "approve") String decision,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        boolean returns = decision.equals("return");
        model.addAttribute("step", APPROVAL);
        model.addAttribute("returnReason", reason);
        if (returns && reason.isBlank()) {
            return moves.wrong(
                    receiptNumber, REASON, words.text("staff.draft.reason-missing"), model, words, me, response);
        }
        Map<String, Object> body = returns
                ? Map.of("decision", decision, "revision", revision, "reason", reason)
                : Map.of("decision", decision, "revision", revision);
        Optional<Trouble> trouble = moves.attempt(
                () -> complaints.take(receiptNumber, APPROVAL, body, RequestKeys.orNext(key)), model, words, response);
        atTheReason(model);
        return moves.outcome(receiptNumber, returns ? "draft-returned" : "approved", trouble, model, words, me);
    }

    /** What the service says of the reason is shown at its field. */
    private static void atTheReason(Model model) {
        if (model.getAttribute("errors") instanceof FormErrors errors && errors.of("reason") instanceof String wrong) {
            model.addAttribute("errors", FormErrors.none().add(REASON, wrong));
        }
    }
}
