package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.RoutingApi;
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

/** The law's procedure on the page of a case: supplement, extension, suspension, another office, return. */
@Controller
@RequestMapping("/staff/complaints/{receiptNumber:[0-9-]{12,14}}/procedure/{step}")
class StaffProcedurePages {
    private static final String SEPARATE = "separate";
    private static final Set<String> OF_COMPLAINT = Set.of("supplement-request", "return", "note", "merge", SEPARATE);
    private static final Set<String> OF_TEXT = Set.of("supplement-request", "note");
    private static final String HAND_OVER = "hand-over";
    private static final Set<String> OF_CLOCK = Set.of("extension", "suspension", "transfer", HAND_OVER);

    private final ComplaintApi complaints;
    private final RoutingApi routing;
    private final StaffMoves moves;

    StaffProcedurePages(ComplaintApi complaints, RoutingApi routing, StaffMoves moves) {
        this.complaints = complaints;
        this.routing = routing;
        this.moves = moves;
    }

    /**
     * A step as it was typed.
     *
     * @param words what is asked for, or why
     * @param period how many units an extension adds; empty for the original period
     * @param until the last day of a suspension
     * @param receiptNumbers one a line
     */
    record StepForm(
            @Nullable String key,
            @Nullable String words,
            @Nullable String days,
            @Nullable String period,
            @Nullable String until,
            @Nullable String cause,
            @Nullable String agency,
            @Nullable String departmentId,
            @Nullable String receiptNumbers) {
        /** What was typed into a field. */
        public @Nullable String typed(String field) {
            return switch (field) {
                case "days" -> days;
                case "period" -> period;
                case "until" -> until;
                case "cause" -> cause;
                case "agency" -> agency;
                case "departmentId" -> departmentId;
                case "receiptNumbers" -> receiptNumbers;
                default -> null;
            };
        }
    }

    @GetMapping
    String back(@PathVariable String receiptNumber) {
        return "redirect:/staff/complaints/" + receiptNumber;
    }

    @PostMapping
    String take(
            @PathVariable String receiptNumber,
            @PathVariable String step,
            StepForm form,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        if (!OF_COMPLAINT.contains(step) && !OF_CLOCK.contains(step)) {
            return back(receiptNumber);
        }
        model.addAttribute("step", step);
        model.addAttribute("stepForm", form);
        if (blankToNull(form.words()) == null && !step.equals(SEPARATE)) {
            String missing =
                    words.textOr("staff.step." + step + ".words-missing", words.text("staff.step.words-missing"));
            return moves.wrong(receiptNumber, step + "-words", missing, model, words, me, response);
        }
        Map<String, Object> body = body(step, form);
        String key = RequestKeys.orNext(form.key());
        Map<String, Object> moved = new HashMap<>();
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    if (step.equals(SEPARATE)) {
                        complaints.take(receiptNumber, "merge", "undo", Map.of(), key);
                    } else if (OF_COMPLAINT.contains(step)) {
                        complaints.take(receiptNumber, step, body, key);
                    } else {
                        moved.putAll(
                                routing.take(receiptNumber, step.equals(HAND_OVER) ? "transfer" : step, body, key));
                    }
                },
                model,
                words,
                response);
        if (trouble.isEmpty()
                && step.equals(HAND_OVER)
                && !me.caller().mayAct(String.valueOf(moved.get("departmentId")))) {
            return "redirect:/staff/queue?done=" + (moved.get("forwarding") == null ? "moved" : "forwarded");
        }
        atItsForm(step, model);
        return moves.outcome(receiptNumber, step, trouble, model, words, me);
    }

    private static Map<String, Object> body(String step, StepForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(OF_TEXT.contains(step) ? "text" : "reason", String.valueOf(form.words()));
        switch (step) {
            case "supplement-request" -> {
                String days = blankToNull(form.days());
                if (days != null) {
                    body.put("days", days.matches("[0-9]{1,3}") ? Integer.valueOf(days) : 0);
                }
            }
            case "extension" -> put(body, "period", form.period());
            case "suspension" -> {
                put(body, "until", form.until());
                put(body, "cause", form.cause());
            }
            case "transfer" -> body.put("agency", Objects.requireNonNullElse(form.agency(), ""));
            case HAND_OVER -> put(body, "departmentId", form.departmentId());
            case "merge" -> body.put("receiptNumbers", numbers(form.receiptNumbers()));
            default -> {}
        }
        return body;
    }

    private static List<String> numbers(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Stream.of(typed.split("[\\s,]+"))
                        .filter(number -> !number.isEmpty())
                        .toList();
    }

    /** Errors of a service are shown at the form that was sent, whose fields are named by its step. */
    private static void atItsForm(String step, Model model) {
        if (model.getAttribute("errors") instanceof FormErrors errors && !errors.isEmpty()) {
            FormErrors renamed = new FormErrors();
            errors.getAll()
                    .forEach(error -> renamed.add(
                            step + "-" + (Set.of("text", "reason").contains(error.id()) ? "words" : error.id()),
                            error.text()));
            model.addAttribute("errors", renamed);
        }
    }

    private static void put(Map<String, Object> body, String field, @Nullable String value) {
        String text = blankToNull(value);
        if (text != null) {
            body.put(field, text);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
