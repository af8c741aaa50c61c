package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.SubscriptionApi;
import kr.minwon.gateway.clients.SubscriptionApi.Mine;
import kr.minwon.gateway.clients.SubscriptionApi.Subscription;
import kr.minwon.gateway.clients.SubscriptionApi.Topics;
import kr.minwon.gateway.pages.ConsentWords;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The SMS corner (SMS코너): which news one wants by text, of which 동, and how to stop; after a code to one's phone. */
@Controller
@RequestMapping("/sms")
class SmsPages {
    private static final String PATH = "/sms";
    private static final String PHONE_VIEW = "gateway/sms-phone";
    private static final String CHOOSE_VIEW = "gateway/sms";
    private static final String BACK = "redirect:" + PATH;
    private static final PhoneDoor.Way WAY = new PhoneDoor.Way(PATH, PHONE_VIEW);
    private static final String SOME = "some";
    private static final String FORM = "sms";

    private final SubscriptionApi subscriptions;
    private final PhoneDoor door;
    private final OwnRecord record;
    private final ConsentWords consentWords;
    private final Trouble.Teller troubles;

    SmsPages(
            SubscriptionApi subscriptions,
            PhoneDoor door,
            OwnRecord record,
            ConsentWords consentWords,
            Trouble.Teller troubles) {
        this.subscriptions = subscriptions;
        this.door = door;
        this.record = record;
        this.consentWords = consentWords;
        this.troubles = troubles;
    }

    @ModelAttribute("section")
    String section() {
        return "sms";
    }

    @ModelAttribute("door")
    String door() {
        return PATH;
    }

    /** Something to choose. */
    record Choice(String id, String name, String about, boolean chosen) {}

    /**
     * What is chosen, or was typed.
     *
     * @param some whether only some 동 are meant
     */
    record Form(List<Choice> topics, boolean some, List<Choice> dongs, boolean ads, boolean adsAtNight) {}

    /**
     * As it was pressed.
     *
     * @param words which version of the sentences was shown
     */
    record Pressed(
            @Nullable List<String> topic,
            @Nullable String area,
            @Nullable List<String> dong,
            @Nullable Boolean ads,
            @Nullable Boolean adsAtNight,
            @Nullable String words) {
        Set<String> topics() {
            return Set.copyOf(Objects.requireNonNullElse(topic, List.of()));
        }

        boolean some() {
            return SOME.equals(area);
        }

        List<String> dongs() {
            return some() ? Objects.requireNonNullElse(dong, List.of()) : List.of();
        }

        boolean takesAds() {
            return Boolean.TRUE.equals(ads);
        }

        boolean takesAdsAtNight() {
            return Boolean.TRUE.equals(adsAtNight);
        }

        SubscriptionApi.Wanted wanted(String shownOtherwise) {
            return new SubscriptionApi.Wanted(
                    topics().stream().map(one -> new Subscription(one, dongs())).toList(),
                    takesAds(),
                    takesAdsAtNight(),
                    words == null || words.isBlank() ? shownOtherwise : words);
        }
    }

    @GetMapping
    String mine(
            @RequestParam(required = false) @Nullable String said,
            @CookieValue(name = PhoneDoor.COOKIE, required = false) @Nullable String token,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        try {
            Topics there = subscriptions.topics();
            if (token == null) {
                return phone(there, model, words);
            }
            Mine mine = subscriptions.mine(token);
            if (said != null) {
                model.addAttribute("done", words.text(mine.subscriptions().isEmpty() ? "sms.stopped" : "sms.done"));
            }
            return choosing(there, chosen(mine), mine, model, words);
        } catch (ServiceProblem refusal) {
            return refused(refusal, model, words, response);
        } catch (ProblemException refusal) {
            model.addAttribute("topics", List.of());
            return PhoneDoor.troubled(PHONE_VIEW, troubles.of(refusal, words.locale()), model, response);
        }
    }

    @PostMapping("/code")
    String send(
            @RequestParam(defaultValue = "") String phone,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        topics(model, words);
        return door.send(WAY, phone, model, words, request, response);
    }

    @PostMapping("/check")
    String check(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        topics(model, words);
        return door.check(WAY, id, phone, code, model, words, request, response);
    }

    @PostMapping
    String choose(
            Pressed pressed,
            @CookieValue(name = PhoneDoor.COOKIE, required = false) @Nullable String token,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        if (token == null) {
            return BACK;
        }
        try {
            if (pressed.some() && pressed.dongs().isEmpty() && !pressed.topics().isEmpty()) {
                choosing(subscriptions.topics(), pressed, subscriptions.mine(token), model, words);
                return PhoneDoor.wrong(CHOOSE_VIEW, "dong", words.text("sms.dong-missing"), model, response);
            }
            subscriptions.choose(
                    token, pressed.wanted(consentWords.of(FORM, words).name()));
            return BACK + "?said=yes";
        } catch (ServiceProblem refusal) {
            return refused(refusal, model, words, response);
        } catch (ProblemException refusal) {
            topics(model, words);
            return PhoneDoor.troubled(PHONE_VIEW, troubles.of(refusal, words.locale()), model, response);
        }
    }

    /** One's own record, to keep. */
    @GetMapping("/record")
    ResponseEntity<byte[]> record(
            @CookieValue(name = PhoneDoor.COOKIE, required = false) @Nullable String token,
            @ModelAttribute("words") Words words) {
        if (token == null) {
            return OwnRecord.askAt(PATH);
        }
        try {
            Mine mine = subscriptions.mine(token);
            Topics there = subscriptions.topics();
            List<String> now = mine.subscriptions().stream()
                    .map(one -> now(one, there, words))
                    .toList();
            return record.file(token, mine.entries(), now, words);
        } catch (ServiceProblem refusal) {
            if (refusal.is("phone-not-verified")) {
                return OwnRecord.askAt(PATH);
            }
            throw refusal;
        }
    }

    @PostMapping("/leave")
    String leave(HttpServletResponse response) {
        WAY.close(response);
        return "redirect:/";
    }

    private void topics(Model model, Words words) {
        try {
            phone(subscriptions.topics(), model, words);
        } catch (ServiceProblem | ProblemException away) {
            // The form can do without them.
            model.addAttribute("topics", List.of());
        }
    }

    private static String phone(Topics there, Model model, Words words) {
        model.addAttribute("topics", topics(there, Set.of(), words));
        return PHONE_VIEW;
    }

    private static Pressed chosen(Mine mine) {
        List<String> dongs = mine.subscriptions().stream()
                .flatMap(one -> one.dongs().stream())
                .distinct()
                .toList();
        return new Pressed(
                mine.subscriptions().stream().map(Subscription::topic).toList(),
                dongs.isEmpty() ? "all" : SOME,
                dongs,
                mine.ads(),
                mine.adsAtNight(),
                null);
    }

    private String choosing(Topics there, Pressed pressed, Mine mine, Model model, Words words) {
        model.addAttribute(
                "form",
                new Form(
                        topics(there, pressed.topics(), words),
                        pressed.some(),
                        there.dongs().stream()
                                .map(one -> new Choice(
                                        one.id(),
                                        words.inKorean() ? one.name() : one.nameEn(),
                                        "",
                                        pressed.dongs().contains(one.id())))
                                .toList(),
                        pressed.takesAds(),
                        pressed.takesAdsAtNight()));
        model.addAttribute("consent", consentWords.of(FORM, words));
        model.addAttribute("record", record.lines(mine.entries(), words));
        return CHOOSE_VIEW;
    }

    private static List<Choice> topics(Topics there, Set<String> chosen, Words words) {
        return there.topics().stream()
                .map(one -> words.inKorean()
                        ? new Choice(one.id(), one.name(), one.about() + " · " + one.often(), chosen.contains(one.id()))
                        : new Choice(
                                one.id(),
                                one.nameEn(),
                                one.aboutEn() + " · " + one.oftenEn(),
                                chosen.contains(one.id())))
                .toList();
    }

    private static String now(Subscription one, Topics there, Words words) {
        String topic = there.topics().stream()
                .filter(known -> known.id().equals(one.topic()))
                .map(known -> words.inKorean() ? known.name() : known.nameEn())
                .findFirst()
                .orElse(one.topic());
        String where = one.dongs().isEmpty()
                ? words.text("sms.everywhere")
                : there.dongs().stream()
                        .filter(dong -> one.dongs().contains(dong.id()))
                        .map(dong -> words.inKorean() ? dong.name() : dong.nameEn())
                        .collect(Collectors.joining(", "));
        return topic + ": " + where;
    }

    private String refused(ServiceProblem refusal, Model model, Words words, HttpServletResponse response) {
        topics(model, words);
        if (refusal.is("phone-not-verified")) {
            WAY.close(response);
            model.addAttribute("again", true);
            return PHONE_VIEW;
        }
        if (!refusal.errors().isEmpty()) {
            model.addAttribute(
                    "errors",
                    FormErrors.none().add("phone", refusal.errors().getFirst().detail()));
        }
        return PhoneDoor.troubled(PHONE_VIEW, troubles.of(refusal, words.locale()), model, response);
    }
}
