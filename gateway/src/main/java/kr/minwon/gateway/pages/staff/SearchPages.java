package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.pages.resident.CategoryChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Cases by their words; a receipt number leads straight to its case. */
@Controller
class SearchPages {
    private static final String VIEW = "found";

    private final ComplaintApi complaints;
    private final CategoryChoices categories;
    private final OfficeDesk desk;
    private final StaffMoves moves;

    SearchPages(ComplaintApi complaints, CategoryChoices categories, OfficeDesk desk, StaffMoves moves) {
        this.complaints = complaints;
        this.categories = categories;
        this.desk = desk;
        this.moves = moves;
    }

    @GetMapping("/staff/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        model.addAttribute("section", "queue");
        model.addAttribute("q", q);
        if (q.isBlank()) {
            return "gateway/staff/search";
        }
        SearchView.Maker maker = new SearchView.Maker(words, categories, desk, me);
        Optional<Trouble> trouble = moves.attempt(
                () -> model.addAttribute(VIEW, maker.of(complaints.search(q, cursor), cursor != null)),
                model,
                words,
                response);
        boolean atField = model.getAttribute("errors") instanceof FormErrors errors && errors.of("q") != null;
        trouble.filter(one -> !atField).ifPresent(one -> model.addAttribute("trouble", one));
        return model.getAttribute(VIEW) instanceof SearchView found && found.straightTo() != null
                ? "redirect:/staff/complaints/" + found.straightTo()
                : "gateway/staff/search";
    }
}
