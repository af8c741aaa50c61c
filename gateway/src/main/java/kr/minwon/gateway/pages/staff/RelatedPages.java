package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.SeoulMoment;
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

/** What the petitioner of a case brought before, and what follows when it is the same matter (반복민원, 민원처리법 §23). */
@Controller
@RequestMapping("/staff/complaints/{receiptNumber:[0-9]{4}-[0-9]{4}-[0-9]{4}}/related")
class RelatedPages {
    private final ComplaintApi complaints;
    private final StaffMoves moves;
    private final Clock clock;

    RelatedPages(ComplaintApi complaints, StaffMoves moves, Clock pageClock) {
        this.complaints = complaints;
        this.moves = moves;
        this.clock = pageClock;
    }

    /**
     * An earlier petition.
     *
     * @param marked whether the case is marked as a repeat of it
     */
    record Row(
            String number,
            String title,
            String status,
            @Nullable String submitted,
            int results,
            boolean alike,
            boolean marked) {}

    @GetMapping
    String show(
            @PathVariable String receiptNumber,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(() -> fill(receiptNumber, model, words), model, words, response);
        return shown(receiptNumber, model, trouble);
    }

    /** @param of numbers of the earlier ones; none takes the mark back */
    @PostMapping("/repeat")
    String mark(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable List<String> of,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        Map<String, Object> body = Map.of("of", of == null ? List.of() : of);
        return done(
                receiptNumber,
                () -> complaints.take(receiptNumber, "repeat", body, RequestKeys.orNext(key)),
                model,
                words,
                response);
    }

    @PostMapping("/close")
    String close(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        Map<String, Object> body = Map.of("reason", Objects.requireNonNullElse(reason, ""));
        return done(
                receiptNumber,
                () -> complaints.take(receiptNumber, "repeat", "close", body, RequestKeys.orNext(key)),
                model,
                words,
                response);
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        return done(
                receiptNumber,
                () -> complaints.take(receiptNumber, "repeat", "undo", Map.of(), RequestKeys.orNext(key)),
                model,
                words,
                response);
    }

    /** The forms of the page send to these; whoever loads them anew sees the page. */
    @GetMapping({"/repeat", "/close", "/undo"})
    String back(@PathVariable String receiptNumber) {
        return "redirect:/staff/complaints/" + receiptNumber + "/related";
    }

    private String done(String receiptNumber, Runnable move, Model model, Words words, HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(move, model, words, response);
        if (trouble.isEmpty()) {
            return back(receiptNumber);
        }
        fill(receiptNumber, model, words);
        return shown(receiptNumber, model, trouble);
    }

    private void fill(String receiptNumber, Model model, Words words) {
        ComplaintApi.Related related = complaints.related(receiptNumber);
        List<String> repeatOf = Objects.requireNonNullElse(related.repeatOf(), List.of());
        model.addAttribute("likely", Boolean.TRUE.equals(related.likelyRepeat()));
        model.addAttribute("closed", "closed".equals(related.status()));
        model.addAttribute("marked", !repeatOf.isEmpty());
        model.addAttribute(
                "rows",
                Objects.requireNonNullElse(related.earlier(), List.<ComplaintApi.Earlier>of()).stream()
                        .map(one -> row(one, repeatOf, words))
                        .toList());
    }

    private Row row(ComplaintApi.Earlier one, List<String> repeatOf, Words words) {
        String status = Objects.requireNonNullElse(one.status(), "");
        return new Row(
                one.receiptNumber(),
                Objects.requireNonNullElse(one.title(), one.receiptNumber()),
                words.textOr("status." + status, words.text("status.unknown")),
                SeoulMoment.of(one.submittedAt())
                        .map(at -> at.spoken(words, clock))
                        .orElse(null),
                Objects.requireNonNullElse(one.results(), 0),
                Boolean.TRUE.equals(one.alike()),
                repeatOf.contains(one.receiptNumber()));
    }

    private static String shown(String receiptNumber, Model model, Optional<Trouble> trouble) {
        model.addAttribute("section", "queue");
        model.addAttribute("number", receiptNumber);
        model.addAttribute("key", RequestKeys.next());
        if (!(model.getAttribute("errors") instanceof FormErrors errors) || errors.isEmpty()) {
            trouble.ifPresent(one -> model.addAttribute("trouble", one));
        }
        if (!model.containsAttribute("rows")) {
            model.addAttribute("rows", List.of());
        }
        return "gateway/staff/related";
    }
}
