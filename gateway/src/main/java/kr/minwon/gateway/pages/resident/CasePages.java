package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.MultipartFiling;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case as its resident sees it: the receipt, where it stands, and the resident's moves. */
@Controller
@RequestMapping("/complaints/{receiptNumber:" + Numbers.SHAPE + "}")
class CasePages {
    private static final String CASE = "gateway/case";
    private static final String VIEW = "view";
    private static final int WRONG = 422;
    private static final Set<String> DONE =
            Set.of("withdrawn", "rated", "supplied", "more-time", "consented", "reopening", "objection", "change");
    private static final Set<String> AGAIN = Set.of("reopening", "objection", "change");
    private static final Set<String> SCORES = Set.of("1", "2", "3", "4", "5");

    private final ComplaintApi complaints;
    private final CaseCookies cookies;
    private final CategoryChoices categories;
    private final Trouble.Teller troubles;
    private final Clock clock;

    CasePages(
            ComplaintApi complaints,
            CaseCookies cookies,
            CategoryChoices categories,
            Trouble.Teller troubles,
            Clock pageClock) {
        this.complaints = complaints;
        this.cookies = cookies;
        this.categories = categories;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    /** A rating as it was typed. */
    record RatingForm(@Nullable String score, @Nullable String comment) {}

    /** Search engines keep out of what is one person's. */
    @ModelAttribute("noindex")
    boolean noindex() {
        return true;
    }

    @ModelAttribute("section")
    String section() {
        return "lookup";
    }

    @GetMapping("/receipt")
    String receipt(
            @PathVariable String receiptNumber,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        return opened(receiptNumber, request, response, code -> {
                    model.addAttribute("code", code);
                    model.addAttribute(VIEW, view(receiptNumber, code, words));
                })
                .orElse("gateway/receipt");
    }

    @GetMapping
    String look(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (done != null && DONE.contains(done)) {
            model.addAttribute("done", words.text("case.done." + done));
        }
        return shown(receiptNumber, model, words, request, response);
    }

    /** The forms of the page send to these; whoever loads them anew sees the case. */
    @GetMapping({"/withdrawal", "/rating", "/leave", "/supplements", "/again"})
    String back(@PathVariable String receiptNumber) {
        return "redirect:/complaints/" + receiptNumber;
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String sure,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("withdrawing", true);
        if (!"yes".equals(sure)) {
            model.addAttribute("errors", FormErrors.none().add("sure", words.text("case.withdraw.sure-missing")));
            response.setStatus(WRONG);
            return shown(receiptNumber, model, words, request, response);
        }
        return move(
                receiptNumber,
                "withdrawn",
                model,
                words,
                request,
                response,
                code -> complaints.withdraw(
                        receiptNumber,
                        code,
                        new ComplaintApi.Withdrawal(blankToNull(reason)),
                        RequestKeys.orNext(key)));
    }

    @PostMapping("/rating")
    String rate(
            @PathVariable String receiptNumber,
            RatingForm form,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("rating", form);
        String score = form.score();
        if (score == null || !SCORES.contains(score)) {
            model.addAttribute("errors", FormErrors.none().add("score", words.text("case.rate.missing")));
            response.setStatus(WRONG);
            return shown(receiptNumber, model, words, request, response);
        }
        return move(
                receiptNumber,
                "rated",
                model,
                words,
                request,
                response,
                code -> complaints.rate(
                        receiptNumber,
                        code,
                        new PublicCase.Rating(Integer.valueOf(score), blankToNull(form.comment())),
                        RequestKeys.orNext(key)));
    }

    /** Supplies what is awaited, asks for more time, or answers a proposed extension. */
    @PostMapping("/supplements")
    String supply(
            @PathVariable String receiptNumber,
            SupplyForm form,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("supplying", form);
        String key = RequestKeys.orNext(form.key());
        if (form.isMove("agree") || form.isMove("disagree")) {
            boolean agree = form.isMove("agree");
            return move(
                    receiptNumber,
                    "consented",
                    model,
                    words,
                    request,
                    response,
                    code -> complaints.consent(receiptNumber, code, Map.of("agree", agree), key));
        }
        if (form.isMove("more-time")) {
            return move(
                    receiptNumber,
                    "more-time",
                    model,
                    words,
                    request,
                    response,
                    code -> complaints.moreTime(receiptNumber, code, Map.of()));
        }
        if (form.isEmpty()) {
            model.addAttribute("errors", FormErrors.none().add("text", words.text("link.text-missing")));
            response.setStatus(WRONG);
            return shown(receiptNumber, model, words, request, response);
        }
        return move(
                receiptNumber,
                "supplied",
                model,
                words,
                request,
                response,
                code -> complaints.supply(
                        receiptNumber, code, MultipartFiling.answer(form.words(), form.chosenPhotos()), key));
    }

    /** Asks for one more answer, or objects to one. */
    @PostMapping("/again")
    String again(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String move,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (move == null || !AGAIN.contains(move)) {
            return back(receiptNumber);
        }
        model.addAttribute("asking", move);
        model.addAttribute("again", again);
        String text = blankToNull(again);
        if (text == null) {
            model.addAttribute("errors", FormErrors.none().add("text", words.text("case.again.missing")));
            response.setStatus(WRONG);
            return shown(receiptNumber, model, words, request, response);
        }
        return move(
                receiptNumber,
                move,
                model,
                words,
                request,
                response,
                code -> complaints.reopen(receiptNumber, move, code, Map.of("text", text), RequestKeys.orNext(key)));
    }

    /** Forgets the code on this device. */
    @PostMapping("/leave")
    String leave(@PathVariable String receiptNumber, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.close(receiptNumber).toString());
        return "redirect:/complaints/lookup?left";
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> photo(
            @PathVariable String receiptNumber, @PathVariable String id, HttpServletRequest request) {
        Optional<String> code = cookies.code(request, receiptNumber);
        if (code.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        byte[] picture = complaints.attachment(receiptNumber, id, code.get()).getBody();
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(picture);
    }

    private String move(
            String receiptNumber,
            String done,
            Model model,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response,
            Consumer<String> move) {
        try {
            Optional<String> closed = opened(receiptNumber, request, response, move);
            return closed.orElse("redirect:/complaints/" + receiptNumber + "?done=" + done);
        } catch (ServiceProblem refusal) {
            FormErrors errors = new FormErrors();
            refusal.errors().forEach(error -> errors.add(error.field(), error.detail()));
            if (errors.isEmpty()) {
                model.addAttribute("trouble", troubles.of(refusal, words.locale()));
            }
            model.addAttribute("errors", errors);
            response.setStatus(refusal.status());
        } catch (ProblemException refusal) {
            Trouble trouble = troubles.of(refusal, words.locale());
            model.addAttribute("trouble", trouble);
            response.setStatus(trouble.status());
        }
        return shown(receiptNumber, model, words, request, response);
    }

    private String shown(
            String receiptNumber, Model model, Words words, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("key", RequestKeys.next());
        return opened(receiptNumber, request, response, code -> {
                    model.addAttribute(VIEW, view(receiptNumber, code, words));
                })
                .orElse(CASE);
    }

    /** Does something with the code that the browser brought; without one, or with a wrong one, asks for it. */
    private Optional<String> opened(
            String receiptNumber, HttpServletRequest request, HttpServletResponse response, Consumer<String> work) {
        Optional<String> code = cookies.code(request, receiptNumber);
        try {
            code.ifPresent(work);
            return code.isPresent() ? Optional.empty() : Optional.of(askFor(receiptNumber));
        } catch (ServiceProblem refusal) {
            if (!refusal.is("complaint-not-found")) {
                throw refusal;
            }
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookies.close(receiptNumber).toString());
            return Optional.of(askFor(receiptNumber));
        }
    }

    private static String askFor(String receiptNumber) {
        return "redirect:/complaints/lookup?receiptNumber=" + receiptNumber;
    }

    private CaseView view(String receiptNumber, String code, Words words) {
        return new CaseView.Maker(words, categories, clock).of(complaints.lookUp(receiptNumber, code));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
