package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.PaperWords;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.papers.Paper;
import kr.minwon.gateway.papers.PaperShown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The office's papers: receipt slips (접수증), the register (민원처리부), letters for overdue cases (독촉장) and theirs. */
@Controller
class PaperPages {
    private static final String NUMBER = "{receiptNumber:[0-9]{4}-[0-9]{4}-[0-9]{4}}";
    private static final String LETTER = "{number:[0-9]{4}-[0-9]{6,9}}";
    /** Pages of the register that one file holds at most. */
    private static final int MOST_PAGES = 20;

    private final ComplaintApi complaints;
    private final RoutingApi routing;
    private final PaperWords papers;
    private final PaperShown shown;
    private final StaffMoves moves;

    PaperPages(ComplaintApi complaints, RoutingApi routing, PaperWords papers, PaperShown shown, StaffMoves moves) {
        this.complaints = complaints;
        this.routing = routing;
        this.papers = papers;
        this.shown = shown;
        this.moves = moves;
    }

    @GetMapping("/staff/complaints/" + NUMBER + "/slip")
    String slip(@PathVariable String receiptNumber, Model model, @ModelAttribute("words") Words words) {
        Paper slip = papers.slip(complaints.staffCase(receiptNumber, null), words);
        return shown.page(slip, "/staff/complaints/" + receiptNumber + "/slip.pdf", model);
    }

    @GetMapping("/staff/complaints/" + NUMBER + "/slip.pdf")
    ResponseEntity<byte[]> slipPdf(@PathVariable String receiptNumber, @ModelAttribute("words") Words words) {
        Paper slip = papers.slip(complaints.staffCase(receiptNumber, null), words);
        return shown.pdf(slip, "slip-" + receiptNumber, words.locale());
    }

    @GetMapping("/staff/register")
    String register(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        String asked = papers.month(month);
        model.addAttribute("section", "register");
        model.addAttribute("month", asked);
        model.addAttribute("rows", List.of());
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    ComplaintApi.Register page = complaints.register(asked, cursor);
                    model.addAttribute("rows", papers.registerRows(lines(page), words));
                    model.addAttribute("next", page.next());
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        model.addAttribute("columns", papers.registerColumns(words));
        return "gateway/staff/register";
    }

    @GetMapping("/staff/register.pdf")
    ResponseEntity<byte[]> registerPdf(
            @RequestParam(required = false) @Nullable String month, @ModelAttribute("words") Words words) {
        String asked = papers.month(month);
        Whole whole = whole(asked);
        Paper register = papers.register(asked, whole.lines(), whole.complete(), words);
        return shown.pdf(register, "register-" + asked, words.locale());
    }

    @GetMapping(path = "/staff/register.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> registerCsv(
            @RequestParam(required = false) @Nullable String month, @ModelAttribute("words") Words words) {
        String asked = papers.month(month);
        List<List<String>> lines = new ArrayList<>();
        lines.add(papers.registerColumns(words));
        lines.addAll(papers.registerRows(whole(asked).lines(), words));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("register-" + asked + ".csv")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(Csv.of(lines));
    }

    @GetMapping("/staff/overdue-letters")
    String letters(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        String asked = papers.year(year);
        model.addAttribute("section", "letters");
        model.addAttribute("year", asked);
        model.addAttribute("letters", List.of());
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    RoutingApi.Letters page = routing.overdueLetters(asked, cursor);
                    List<RoutingApi.Letter> items = Objects.requireNonNullElse(page.items(), List.of());
                    model.addAttribute(
                            "letters",
                            items.stream()
                                    .map(letter -> papers.row(letter, words))
                                    .toList());
                    model.addAttribute("next", page.next());
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        return "gateway/staff/letters";
    }

    @GetMapping("/staff/overdue-letters/" + LETTER)
    String letter(@PathVariable String number, Model model, @ModelAttribute("words") Words words) {
        Paper letter = papers.letter(routing.overdueLetter(number), words);
        return shown.page(letter, "/staff/overdue-letters/" + number + ".pdf", model);
    }

    @GetMapping("/staff/overdue-letters/" + LETTER + ".pdf")
    ResponseEntity<byte[]> letterPdf(@PathVariable String number, @ModelAttribute("words") Words words) {
        return shown.pdf(papers.letter(routing.overdueLetter(number), words), "letter-" + number, words.locale());
    }

    /** Whoever loads the form's address anew sees the case. */
    @GetMapping("/staff/complaints/" + NUMBER + "/overdue-letter")
    String back(@PathVariable String receiptNumber) {
        return "redirect:/staff/complaints/" + receiptNumber;
    }

    @PostMapping("/staff/complaints/" + NUMBER + "/overdue-letter")
    String press(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        List<String> number = new ArrayList<>();
        Optional<Trouble> trouble = moves.attempt(
                () -> number.add(routing.issueOverdueLetter(receiptNumber, Map.of(), RequestKeys.orNext(key))
                        .number()),
                model,
                words,
                response);
        return trouble.isEmpty()
                ? "redirect:/staff/overdue-letters/" + number.getFirst()
                : moves.outcome(receiptNumber, "letter", trouble, model, words, me);
    }

    /** @param complete whether nothing was left out */
    private record Whole(List<ComplaintApi.RegisterLine> lines, boolean complete) {}

    private Whole whole(String month) {
        List<ComplaintApi.RegisterLine> lines = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ComplaintApi.Register found = complaints.register(month, cursor);
            lines.addAll(lines(found));
            cursor = found.next();
            if (cursor == null) {
                return new Whole(lines, true);
            }
        }
        return new Whole(lines, false);
    }

    private static List<ComplaintApi.RegisterLine> lines(ComplaintApi.Register page) {
        return Objects.requireNonNullElse(page.items(), List.of());
    }
}
