package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A case as staff work on it: read, claim, assign, answer. What was done is said after a redirect; what could not be
 * done is said on the case's page, with everything that was typed.
 */
@Controller
@RequestMapping("/staff/complaints/{receiptNumber:[0-9]{4}-[0-9]{4}-[0-9]{4}}")
class StaffCasePages {
    private static final Set<String> DONE = Set.of(
            "accepted",
            "claimed",
            "assigned",
            "moved",
            "answered",
            "drafted",
            "approved",
            "draft-returned",
            "supplement-request",
            "return",
            "extension",
            "suspension",
            "transfer",
            "merge",
            "separate",
            "note");

    private final ComplaintApi complaints;
    private final RoutingApi routing;
    private final Accounts accounts;
    private final StaffCaseFrame frame;
    private final StaffMoves moves;

    StaffCasePages(
            ComplaintApi complaints, RoutingApi routing, Accounts accounts, StaffCaseFrame frame, StaffMoves moves) {
        this.complaints = complaints;
        this.routing = routing;
        this.accounts = accounts;
        this.frame = frame;
        this.moves = moves;
    }

    /** An answer as it was typed. */
    record AnswerForm(
            @Nullable String key,
            @Nullable String outcome,
            @Nullable String text) {
        /** Keeps what was typed for the page, with what is missing in it. */
        boolean isWhole(Model model, Words words) {
            model.addAttribute("answering", new AnswerForm(RequestKeys.orNext(key), outcome, text));
            model.addAttribute("typed", true);
            FormErrors missing = missing(words);
            if (!missing.isEmpty()) {
                model.addAttribute("errors", missing);
            }
            return missing.isEmpty();
        }

        private FormErrors missing(Words words) {
            FormErrors errors = new FormErrors();
            if (outcome == null || outcome.isBlank()) {
                errors.add("outcome", words.text("staff.case.outcome-missing"));
            }
            if (text == null || text.isBlank()) {
                errors.add("text", words.text("staff.case.text-missing"));
            }
            return errors;
        }
    }

    @GetMapping
    String read(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me) {
        if (done != null && DONE.contains(done)) {
            model.addAttribute("done", words.text("case.done." + done));
            // The case hears of the claim by an event, which may come after this page.
            model.addAttribute("justClaimed", done.equals("claimed"));
        }
        return frame.show(receiptNumber, null, model, words, me);
    }

    /** The forms of the page send to these; whoever loads them anew sees the case. */
    @GetMapping({"/accept", "/claim", "/assign", "/move", "/answer", "/reveal"})
    String back(@PathVariable String receiptNumber) {
        return "redirect:/staff/complaints/" + receiptNumber;
    }

    /** Shows the reporter unmasked, once; the service records who looked. */
    @PostMapping("/reveal")
    String reveal(
            @PathVariable String receiptNumber,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me) {
        return frame.show(receiptNumber, "reporter", model, words, me);
    }

    /** @param htmx whether a row of the work list asks, which then shows the outcome in its place */
    @PostMapping("/claim")
    String claim(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String key,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(
                () -> routing.claim(receiptNumber, Map.of(), RequestKeys.orNext(key)), model, words, response);
        if (htmx != null) {
            model.addAttribute("number", receiptNumber);
            model.addAttribute("trouble", trouble.orElse(null));
            return "gateway/staff/row :: claimed";
        }
        return moves.outcome(receiptNumber, "claimed", trouble, model, words, me);
    }

    /** Accepts what was filed; only now its clock runs. */
    @PostMapping("/accept")
    String accept(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(
                () -> complaints.take(receiptNumber, "accept", Map.of(), RequestKeys.orNext(key)),
                model,
                words,
                response);
        return moves.outcome(receiptNumber, "accepted", trouble, model, words, me);
    }

    /** Gives the case to an officer of the department. */
    @PostMapping("/assign")
    String assign(
            @PathVariable String receiptNumber,
            @RequestParam(defaultValue = "") String officerId,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        Optional<Account> officer = accounts.byId(officerId)
                .filter(account -> account.officeId().equals(me.caller().officeId()) && !account.disabled());
        if (officer.isEmpty()) {
            return moves.wrong(
                    receiptNumber, "officerId", words.text("staff.case.officer-missing"), model, words, me, response);
        }
        Map<String, Object> body = Map.of(
                "officerId", officer.get().id(), "officerName", officer.get().name());
        Optional<Trouble> trouble = moves.attempt(
                () -> routing.assign(receiptNumber, body, RequestKeys.orNext(key)), model, words, response);
        return moves.outcome(receiptNumber, "assigned", trouble, model, words, me);
    }

    /** Sends the case to another department. */
    @PostMapping("/move")
    String move(
            @PathVariable String receiptNumber,
            @RequestParam(defaultValue = "") String departmentId,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        if (departmentId.isBlank()) {
            return moves.wrong(
                    receiptNumber,
                    "departmentId",
                    words.text("staff.case.department-missing"),
                    model,
                    words,
                    me,
                    response);
        }
        Optional<Trouble> trouble = moves.attempt(
                () -> routing.assign(receiptNumber, Map.of("departmentId", departmentId), RequestKeys.orNext(key)),
                model,
                words,
                response);
        boolean stillOurs = me.caller().mayAct(departmentId);
        return trouble.isEmpty() && !stillOurs
                ? "redirect:/staff/queue?done=moved"
                : moves.outcome(receiptNumber, "moved", trouble, model, words, me);
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable String receiptNumber,
            AnswerForm form,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        if (!form.isWhole(model, words)) {
            response.setStatus(422);
            return frame.show(receiptNumber, null, model, words, me);
        }
        Optional<Trouble> trouble = moves.attempt(
                () -> complaints.answer(
                        receiptNumber,
                        new ComplaintApi.StaffAnswer(form.outcome(), form.text()),
                        RequestKeys.orNext(form.key())),
                model,
                words,
                response);
        return moves.outcome(receiptNumber, "answered", trouble, model, words, me);
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> photo(@PathVariable String receiptNumber, @PathVariable String id) {
        byte[] picture = complaints.staffAttachment(receiptNumber, id).getBody();
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(picture);
    }

    /** Outcomes by the labels of the law's practice; they are what residents read. */
    static List<String> outcomes() {
        return List.of("수용", "일부수용", "불수용", "기완료", "기타");
    }
}
