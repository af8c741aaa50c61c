package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.SubscriptionApi;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link in a text of a mailing: stops its topic, or all news, by one button and without signing in. */
@Controller
@RequestMapping("/o/{token:[A-Za-z0-9_-]{8,40}}")
class NewsLinkPages {
    private static final String VIEW = "gateway/news-link";

    private final SubscriptionApi subscriptions;
    private final Limits limits;
    private final Trouble.Teller troubles;

    NewsLinkPages(SubscriptionApi subscriptions, Limits limits, Trouble.Teller troubles) {
        this.subscriptions = subscriptions;
        this.limits = limits;
        this.troubles = troubles;
    }

    /** Search engines keep out of what is one person's. */
    @ModelAttribute("noindex")
    boolean noindex() {
        return true;
    }

    @ModelAttribute("section")
    String section() {
        return "sms";
    }

    @GetMapping
    String show(
            @PathVariable String token,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        return shown(() -> subscriptions.link(token), model, words, request, response);
    }

    @PostMapping
    String stop(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean all,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("stopped", all ? "all" : "topic");
        return shown(() -> subscriptions.stop(token, new SubscriptionApi.Stop(all)), model, words, request, response);
    }

    private String shown(
            Supplier<SubscriptionApi.Link> asked,
            Model model,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            limits.checkLookup(request);
            SubscriptionApi.Link link = asked.get();
            model.addAttribute("topic", words.inKorean() ? link.topic() : link.topicEn());
            model.addAttribute("subscribed", link.subscribed());
            return VIEW;
        } catch (ServiceProblem refusal) {
            if (refusal.is("news-link-unknown")) {
                limits.lookupFailed(request);
            }
            return PhoneDoor.troubled(VIEW, troubles.of(refusal, words.locale()), model, response);
        } catch (ProblemException refusal) {
            return PhoneDoor.troubled(VIEW, troubles.of(refusal, words.locale()), model, response);
        }
    }
}
