package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.ConsentApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.ConsentWords;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own complaints without their numbers and codes: by a code texted to the phone they were filed with.
 */
@Controller
class MinePages {
    private static final String PATH = "/complaints/mine";
    private static final String PHONE_VIEW = "gateway/mine-phone";
    private static final String LIST_VIEW = "gateway/mine";
    private static final String FORM = "page";
    private static final String BACK = "redirect:" + PATH;
    private static final PhoneDoor.Way WAY = new PhoneDoor.Way(PATH, PHONE_VIEW);

    private final PhoneDoor door;
    private final ComplaintApi complaints;
    private final ConsentApi consents;
    private final CaseCookies cookies;
    private final OwnRecord record;
    private final ConsentWords consentWords;
    private final Trouble.Teller troubles;
    private final Clock clock;

    MinePages(
            PhoneDoor door,
            ComplaintApi complaints,
            ConsentApi consents,
            CaseCookies cookies,
            OwnRecord record,
            ConsentWords consentWords,
            Trouble.Teller troubles,
            Clock pageClock) {
        this.door = door;
        this.complaints = complaints;
        this.consents = consents;
        this.cookies = cookies;
        this.record = record;
        this.consentWords = consentWords;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    @ModelAttribute("section")
    String section() {
        return "lookup";
    }

    @ModelAttribute("door")
    String door() {
        return PATH;
    }

    /** One of them, as it is listed. */
    record Line(String number, String title, @Nullable String status, String filed) {}

    /**
     * Whether texts are sent, and what was said about it.
     *
     * @param lines sentences, the latest first
     */
    record Wishes(boolean told, List<String> lines) {
        static Wishes of(ConsentApi.Consents said, Words words, Clock clock) {
            List<String> lines = said.entries().reversed().stream()
                    .filter(one -> one.purpose().equals("caseNotices"))
                    .map(one -> words.text(
                            "mine.texts." + (one.given() ? "given" : "withdrawn") + "." + one.channel(),
                            SeoulMoment.of(one.at())
                                    .map(moment -> moment.spoken(words, clock))
                                    .orElse("")))
                    .toList();
            return new Wishes(said.caseNotices(), lines);
        }
    }

    @GetMapping(PATH)
    String mine(
            @RequestParam(required = false) @Nullable String said,
            @CookieValue(name = PhoneDoor.COOKIE, required = false) @Nullable String token,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletResponse response) {
        if (token == null) {
            return PHONE_VIEW;
        }
        if (said != null) {
            model.addAttribute("done", words.text("mine.texts.done"));
        }
        try {
            List<Line> lines = complaints.mine(token).items().stream()
                    .map(one -> new Line(
                            one.receiptNumber(),
                            one.title(),
                            words.text("status." + one.status()),
                            SeoulMoment.of(one.submittedAt())
                                    .map(moment -> moment.spoken(words, clock))
                                    .orElse("")))
                    .toList();
            model.addAttribute("lines", lines);
            model.addAttribute("consent", consentWords.of(FORM, words));
            model.addAttribute("wishes", Wishes.of(consents.mine(token), words, clock));
            return LIST_VIEW;
        } catch (ServiceProblem refusal) {
            if (refusal.is("phone-not-verified")) {
                WAY.close(response);
                model.addAttribute("again", true);
                return PHONE_VIEW;
            }
            return PhoneDoor.troubled(PHONE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    @PostMapping(PATH + "/code")
    String send(
            @RequestParam(defaultValue = "") String phone,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        return door.send(WAY, phone, model, words, request, response);
    }

    @PostMapping(PATH + "/check")
    String check(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        return door.check(WAY, id, phone, code, model, words, request, response);
    }

    /** Opens one of them as its look-up code would. */
    @PostMapping(PATH + "/{receiptNumber:" + Numbers.SHAPE + "}")
    String open(
            @PathVariable String receiptNumber,
            @CookieValue(name = PhoneDoor.COOKIE, required = false) @Nullable String token,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (token == null) {
            return BACK;
        }
        try {
            Optional<ComplaintApi.MyComplaint> own = complaints.mine(token).items().stream()
                    .filter(one -> one.receiptNumber().equals(receiptNumber))
                    .findFirst();
            if (own.isEmpty()) {
                return BACK;
            }
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookies.open(receiptNumber, own.get().lookupCode()).toString());
            return "redirect:/complaints/" + receiptNumber;
        } catch (ServiceProblem refusal) {
            // The list says it better, and asks for the phone again when that is what is wrong.
            return refusal.is("phone-not-verified")
                    ? BACK
                    : PhoneDoor.troubled(PHONE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    /** No more texts of one's cases, or texts again. */
    @PostMapping(PATH + "/texts")
    String texts(
            @RequestParam boolean given,
            @RequestParam(name = "words", defaultValue = "") String shown,
            @CookieValue(name = PhoneDoor.COOKIE, required = false) @Nullable String token,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletResponse response) {
        if (token == null) {
            return BACK;
        }
        try {
            consents.say(
                    token,
                    new ConsentApi.Consent(
                            "caseNotices",
                            given,
                            shown.isBlank() ? consentWords.of(FORM, words).name() : shown));
            return BACK + "?said=yes#texts";
        } catch (ServiceProblem refusal) {
            return refusal.is("phone-not-verified")
                    ? BACK
                    : PhoneDoor.troubled(PHONE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    /** One's own record, to keep. */
    @GetMapping(PATH + "/record")
    ResponseEntity<byte[]> record(
            @CookieValue(name = PhoneDoor.COOKIE, required = false) @Nullable String token,
            @ModelAttribute("words") Words words) {
        if (token == null) {
            return OwnRecord.askAt(PATH);
        }
        try {
            return record.file(token, consents.mine(token).entries(), null, words);
        } catch (ServiceProblem refusal) {
            if (refusal.is("phone-not-verified")) {
                return OwnRecord.askAt(PATH);
            }
            throw refusal;
        }
    }

    @PostMapping(PATH + "/leave")
    String leave(HttpServletResponse response) {
        WAY.close(response);
        return "redirect:/complaints/lookup?left";
    }
}
