package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.minwon.gateway.clients.MailingApi;
import kr.minwon.gateway.clients.SubscriptionApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The SMS corner of staff: one text to all who subscribed to a topic, from the first draft to the last receipt. */
@Controller
@RequestMapping("/staff/mailings")
class MailingPages {
    private static final String ID = "/{id:[0-9a-f]{16}}";
    private static final String LIST_VIEW = "gateway/staff/mailings";
    private static final String FORM_VIEW = "gateway/staff/mailing-form";
    private static final String VIEW = "gateway/staff/mailing";
    private static final int WRONG = 422;
    private static final int CSV_PAGE = 1_000;
    /** A spreadsheet takes about a million lines. */
    private static final int MOST_LINES = 500_000;

    private static final Set<String> MOVES =
            Set.of("submission", "return", "approval", "pause", "resumption", "cancellation");

    private final MailingApi mailings;
    private final SubscriptionApi subscriptions;
    private final StaffMoves moves;
    private final Clock clock;

    MailingPages(MailingApi mailings, SubscriptionApi subscriptions, StaffMoves moves, Clock pageClock) {
        this.mailings = mailings;
        this.subscriptions = subscriptions;
        this.moves = moves;
        this.clock = pageClock;
    }

    @ModelAttribute("section")
    String section() {
        return "mailings";
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        model.addAttribute("mailings", List.of());
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    MailingApi.Page page = mailings.list(cursor);
                    MailingView.Maker maker = maker(words);
                    model.addAttribute(
                            "mailings", page.items().stream().map(maker::of).toList());
                    model.addAttribute("next", page.next());
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        return LIST_VIEW;
    }

    @GetMapping("/new")
    String fresh(Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        return form(null, MailingForm.empty(), Optional.empty(), model, words, response);
    }

    @PostMapping
    String write(MailingForm form, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        return written(null, form, model, words, response);
    }

    @GetMapping(ID + "/edit")
    String edit(
            @PathVariable String id, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        return form(id, MailingForm.of(mailings.show(id)), Optional.empty(), model, words, response);
    }

    @PostMapping(ID)
    String rewrite(
            @PathVariable String id,
            MailingForm form,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        return written(id, form, model, words, response);
    }

    private String written(
            @Nullable String id, MailingForm form, Model model, Words words, HttpServletResponse response) {
        if (form.lacksDong()) {
            model.addAttribute("errors", lacking(form, words));
            response.setStatus(WRONG);
            return form(id, form, Optional.empty(), model, words, response);
        }
        List<String> ids = new ArrayList<>(1);
        Optional<Trouble> trouble = moves.attempt(
                () -> ids.add((id == null
                                ? mailings.write(form.letter(), RequestKeys.orNext(form.key()))
                                : mailings.rewrite(id, form.letter()))
                        .mailingId()),
                model,
                words,
                response);
        if (trouble.isEmpty()) {
            return "redirect:/staff/mailings/" + ids.getFirst() + "?done=written";
        }
        if (trouble.get().type().equals("idempotency-key-reused")) {
            // It was saved though nobody saw it, and then written otherwise: saved again it is another one.
            Trouble told =
                    trouble.get().saying(words.text("mailing.saved-before"), words.text("mailing.saved-before.detail"));
            return form(id, form.underANewKey(), Optional.of(told), model, words, response);
        }
        return form(id, form, trouble, model, words, response);
    }

    /** The service cannot be asked without the 동, so what else is empty is said here. */
    private static FormErrors lacking(MailingForm form, Words words) {
        FormErrors errors = FormErrors.none();
        if (Objects.requireNonNullElse(form.topic(), "").isBlank()) {
            errors = errors.add("topic", words.text("mailing.topic-missing"));
        }
        errors = errors.add("dong", words.text("sms.dong-missing"));
        return Objects.requireNonNullElse(form.text(), "").isBlank()
                ? errors.add("text", words.text("mailing.text-missing"))
                : errors;
    }

    private String form(
            @Nullable String id,
            MailingForm form,
            Optional<Trouble> trouble,
            Model model,
            Words words,
            HttpServletResponse response) {
        boolean atFields = model.getAttribute("errors") instanceof FormErrors errors && !errors.isEmpty();
        if (!atFields) {
            trouble.map(Trouble::keeping).ifPresent(one -> model.addAttribute("trouble", one));
        }
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("there", SubscriptionApi.Topics.NONE);
        Optional<Trouble> away =
                moves.attempt(() -> model.addAttribute("there", subscriptions.topics()), model, words, response);
        away.ifPresent(one -> model.addAttribute("trouble", one));
        model.addAttribute("korean", words.inKorean());
        return FORM_VIEW;
    }

    @GetMapping(ID)
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words) {
        if (done != null && (MOVES.contains(done) || done.equals("written"))) {
            model.addAttribute("done", words.text("mailing.done." + done));
        }
        return shown(id, model, words);
    }

    @PostMapping(ID + "/{move}")
    String move(
            @PathVariable String id,
            @PathVariable String move,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(required = false) @Nullable String note,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        if (!MOVES.contains(move)) {
            return "redirect:/staff/mailings/" + id;
        }
        Optional<Trouble> trouble = moves.attempt(
                () -> mailings.move(id, move, new MailingApi.Move(revision, note)), model, words, response);
        if (trouble.isEmpty()) {
            return "redirect:/staff/mailings/" + id + "?done=" + move;
        }
        model.addAttribute("trouble", trouble.get());
        return shown(id, model, words);
    }

    private String shown(String id, Model model, Words words) {
        model.addAttribute("mailing", maker(words).of(mailings.show(id)));
        return VIEW;
    }

    private MailingView.Maker maker(Words words) {
        return new MailingView.Maker(subscriptions.topics(), words, clock);
    }

    /** What became of each text; the numbers masked. */
    @GetMapping(path = ID + ".csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(@PathVariable String id, @ModelAttribute("words") Words words) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                words.text("mailing.csv.to"),
                words.text("mailing.csv.state"),
                words.text("mailing.csv.provider"),
                words.text("mailing.csv.sent"),
                words.text("mailing.csv.ended"),
                words.text("mailing.csv.cause")));
        String cursor = null;
        do {
            MailingApi.Recipients page = mailings.recipients(id, cursor, CSV_PAGE);
            page.items().forEach(one -> lines.add(line(one, words)));
            cursor = page.next();
        } while (cursor != null && lines.size() < MOST_LINES);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("mailing-" + id + ".csv")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(Csv.of(lines));
    }

    private static List<String> line(MailingApi.Recipient one, Words words) {
        String provider = one.provider();
        String cause = one.cause();
        return List.of(
                one.to(),
                words.text("message.state." + one.state()),
                provider == null ? "" : words.textOr("message.provider." + provider, provider),
                brief(one.sentAt(), words),
                brief(one.endedAt(), words),
                cause == null ? Objects.requireNonNullElse(one.reason(), "") : MailingView.cause(words, cause));
    }

    private static String brief(@Nullable String iso, Words words) {
        return SeoulMoment.of(iso).map(moment -> moment.brief(words)).orElse("");
    }
}
