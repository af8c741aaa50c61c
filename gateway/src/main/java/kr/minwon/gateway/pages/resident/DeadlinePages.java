package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The calculator of deadlines (처리기한). A question is a link: it can be kept and sent. */
@Controller
class DeadlinePages {
    private static final List<String> PERIODS =
            List.of("3h", "1d", "2d", "3d", "5d", "7d", "10d", "14d", "20d", "30d", "2w", "1m", "1y");
    private static final List<String> FIELDS = List.of("receivedAt", "period", "extended", "suspended");
    private static final int WRONG = 422;

    private final RoutingApi routing;
    private final Limits limits;
    private final Trouble.Teller troubles;
    private final Clock clock;

    DeadlinePages(RoutingApi routing, Limits limits, Trouble.Teller troubles, Clock pageClock) {
        this.routing = routing;
        this.limits = limits;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    /** The question as it was asked. */
    record Question(
            @Nullable String receivedAt,
            @Nullable String period,
            @Nullable String extended,
            @Nullable String suspendedFrom,
            @Nullable String suspendedTo) {
        private static boolean isGiven(@Nullable String text) {
            return text != null && !text.isBlank();
        }

        public boolean isMore() {
            return (isGiven(extended) && !"0".equals(extended)) || isGiven(suspendedFrom) || isGiven(suspendedTo);
        }

        private @Nullable Integer times() {
            return extended != null && extended.matches("[1-9]") ? Integer.valueOf(extended) : null;
        }

        private @Nullable List<String> suspended() {
            return isGiven(suspendedFrom) && isGiven(suspendedTo) ? List.of(suspendedFrom + "/" + suspendedTo) : null;
        }
    }

    /** @param machine the deadline in ISO 8601 */
    record Result(@Nullable String machine, String due, List<String> steps) {}

    @GetMapping("/deadlines")
    String calculate(
            Question question,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("section", "deadlines");
        model.addAttribute("periods", PERIODS);
        String receivedAt = question.receivedAt();
        String period = question.period();
        if (receivedAt == null || period == null) {
            model.addAttribute("form", new Question(now(), "7d", "0", null, null));
            return "gateway/deadlines";
        }
        model.addAttribute("form", question);
        if (Question.isGiven(question.suspendedFrom()) != Question.isGiven(question.suspendedTo())) {
            model.addAttribute("errors", FormErrors.none().add("suspended", words.text("deadlines.suspended.both")));
            response.setStatus(WRONG);
            return "gateway/deadlines";
        }
        try {
            limits.calculate(request);
            model.addAttribute(
                    "result",
                    result(routing.deadline(receivedAt, period, question.times(), question.suspended()), words));
        } catch (ServiceProblem refusal) {
            refused(refusal, model, locale);
            response.setStatus(refusal.status());
        } catch (ProblemException refusal) {
            Trouble trouble = troubles.of(refusal, locale);
            model.addAttribute("trouble", trouble);
            response.setStatus(trouble.status());
        }
        return "gateway/deadlines";
    }

    private void refused(ServiceProblem refusal, Model model, Locale locale) {
        FormErrors errors = new FormErrors();
        refusal.errors().forEach(error -> errors.add(error.field(), error.detail()));
        model.addAttribute("errors", errors.inOrder(FIELDS));
        if (errors.isEmpty()) {
            model.addAttribute("trouble", troubles.of(refusal, locale));
        }
    }

    private Result result(RoutingApi.DeadlineAnswer answer, Words words) {
        List<String> steps = answer.steps();
        String due = SeoulMoment.of(answer.dueAt())
                .map(at -> words.text("case.due.until", at.spoken(words, clock)))
                .orElse("");
        return new Result(answer.dueAt(), due, steps == null ? List.of() : steps);
    }

    private String now() {
        return LocalDateTime.now(clock.withZone(SeoulMoment.ZONE))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
