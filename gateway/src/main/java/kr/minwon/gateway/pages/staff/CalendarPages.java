package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.minwon.gateway.clients.RoutingApi;
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

/** The office's days off: seen by staff, changed by administrators, who look first what a change would do. */
@Controller
@RequestMapping("/staff/calendar")
class CalendarPages {
    private static final Set<String> OUTCOMES = Set.of("declared", "undone");

    private final RoutingApi routing;
    private final StaffMoves moves;
    private final Clock clock;

    CalendarPages(RoutingApi routing, StaffMoves moves, Clock pageClock) {
        this.routing = routing;
        this.moves = moves;
        this.clock = pageClock;
    }

    /**
     * A day as it was typed.
     *
     * @param tell {@code on} when residents are to hear of their new deadline
     * @param undo whether the preview is of taking it back
     */
    record DayForm(
            @Nullable String key,
            @Nullable String date,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String tell,
            @Nullable String undo) {
        static final DayForm EMPTY = new DayForm(null, null, null, null, null, null);

        boolean isUndo() {
            return undo != null;
        }
    }

    @GetMapping
    String year(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        if (done != null && OUTCOMES.contains(done)) {
            model.addAttribute("done", words.text("calendar.done." + done));
        }
        model.addAttribute("form", DayForm.EMPTY);
        return page(year, model, words, response);
    }

    @PostMapping("/preview")
    String preview(DayForm form, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    RoutingApi.CalendarPreview answer = routing.previewDay(body(form));
                    model.addAttribute("preview", CalendarView.preview(answer, words));
                    model.addAttribute("day", CalendarView.spoken(String.valueOf(form.date()), words));
                    model.addAttribute("key", RequestKeys.next());
                },
                model,
                words,
                response);
        return again(form, trouble, model, words, response);
    }

    @PostMapping
    String declare(DayForm form, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        return changed(
                form,
                "declared",
                () -> routing.declareDay(body(form), RequestKeys.orNext(form.key())),
                model,
                words,
                response);
    }

    @PostMapping("/{date:[0-9]{4}-[0-9]{2}-[0-9]{2}}/undo")
    String undo(
            @PathVariable String date,
            DayForm form,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        Map<String, Object> tell = Map.of("tell", form.tell() != null);
        return changed(
                form,
                "undone",
                () -> routing.undoDay(date, tell, RequestKeys.orNext(form.key())),
                model,
                words,
                response);
    }

    private String changed(
            DayForm form, String done, Runnable change, Model model, Words words, HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(change, model, words, response);
        return trouble.isEmpty()
                ? "redirect:/staff/calendar?year=" + yearOf(form.date()) + "&done=" + done
                : again(form, trouble, model, words, response);
    }

    private String again(
            DayForm form, Optional<Trouble> trouble, Model model, Words words, HttpServletResponse response) {
        boolean atFields = model.getAttribute("errors") instanceof FormErrors errors && !errors.isEmpty();
        if (!atFields) {
            trouble.ifPresent(one -> model.addAttribute("trouble", one));
        }
        model.addAttribute("form", form);
        return page(yearOf(form.date()), model, words, response);
    }

    private String page(@Nullable String year, Model model, Words words, HttpServletResponse response) {
        String shown = year != null && year.matches("[0-9]{4}") ? year : thisYear();
        model.addAttribute("section", "calendar");
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", FormErrors.none());
        }
        model.addAttribute("calendar", CalendarView.empty(shown));
        Optional<Trouble> trouble = moves.attempt(
                () -> model.addAttribute("calendar", CalendarView.of(shown, routing.calendar(shown), words)),
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        return "gateway/staff/calendar";
    }

    private String yearOf(@Nullable String date) {
        return date != null && date.matches("[0-9]{4}-.*") ? date.substring(0, 4) : thisYear();
    }

    private String thisYear() {
        return String.valueOf(clock.instant().atZone(SeoulMoment.ZONE).getYear());
    }

    private static Map<String, Object> body(DayForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "date", form.date());
        put(body, "name", form.name());
        put(body, "kind", form.kind());
        if (form.isUndo()) {
            body.put("undo", true);
        } else {
            body.put("tell", form.tell() != null);
        }
        return body;
    }

    private static void put(Map<String, Object> body, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(field, value.strip());
        }
    }
}
