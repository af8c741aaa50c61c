package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.minwon.gateway.clients.MessageDeskApi;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.clients.ServiceProblem;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the office's texts go, the texts of a phone, and who has looked for them. */
@Controller
class MessageDeskPages {
    private static final List<Integer> PERIODS = List.of(1, 7, 30);

    private final MessageDeskApi desk;
    private final RoutingApi routing;
    private final StaffMoves moves;
    private final Clock clock;

    MessageDeskPages(MessageDeskApi desk, RoutingApi routing, StaffMoves moves, Clock pageClock) {
        this.desk = desk;
        this.routing = routing;
        this.moves = moves;
        this.clock = pageClock;
    }

    @ModelAttribute
    void frame(Model model) {
        model.addAttribute("section", "messages");
        model.addAttribute("errors", FormErrors.none());
    }

    @GetMapping("/staff/messages/summary")
    String summary(
            @RequestParam(required = false) @Nullable String days,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        int shown = PERIODS.stream()
                .filter(period -> String.valueOf(period).equals(days))
                .findFirst()
                .orElse(1);
        LocalDate today = clock.instant().atZone(SeoulMoment.ZONE).toLocalDate();
        model.addAttribute("periods", PERIODS);
        model.addAttribute("days", shown);
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    MessageDeskApi.Summary summary =
                            desk.summary(today.minusDays(shown - 1L).toString(), today.toString());
                    model.addAttribute("figures", new FiguresView.Maker(words, departments()).of(summary));
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        return "gateway/staff/message-figures";
    }

    /** Names for ids; the ids stay where nobody can say them now. */
    private Map<String, String> departments() {
        try {
            return routing.departments().stream()
                    .filter(one -> one.name() != null)
                    .collect(Collectors.toMap(
                            PublicCase.Department::id, PublicCase.Department::name, (one, two) -> one));
        } catch (ServiceProblem | ProblemException away) {
            return Map.of();
        }
    }

    @GetMapping("/staff/messages/search")
    String form() {
        return "gateway/staff/message-search";
    }

    /** As it was typed; a number is never part of an address. */
    record SearchForm(
            @Nullable String phone,
            @Nullable String reason,
            @Nullable String cursor) {
        MessageDeskApi.Search search() {
            return new MessageDeskApi.Search(
                    Objects.requireNonNullElse(phone, ""), Objects.requireNonNullElse(reason, ""), cursor);
        }
    }

    @PostMapping("/staff/messages/search")
    String search(SearchForm form, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        model.addAttribute("typed", form);
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    MessageDeskApi.Found found = desk.search(form.search());
                    model.addAttribute("found", new MessageView.Maker(words, clock).of(found.items()));
                    model.addAttribute("searchNumber", found.searchNumber());
                    model.addAttribute("next", found.next());
                },
                model,
                words,
                response);
        boolean atFields = model.getAttribute("errors") instanceof FormErrors errors && !errors.isEmpty();
        trouble.filter(one -> !atFields).ifPresent(one -> model.addAttribute("trouble", one));
        return "gateway/staff/message-search";
    }

    /**
     * A search of the record.
     *
     * @param role in words
     */
    record Logged(String number, String at, String by, String role, String whose, String reason, boolean intact) {
        static Logged of(MessageDeskApi.SearchRecord search, Words words) {
            return new Logged(
                    String.valueOf(search.number()),
                    SeoulMoment.of(search.at()).map(at -> at.brief(words)).orElse(""),
                    Objects.requireNonNullElse(search.byName(), "?"),
                    words.textOr("figures.role." + search.role(), String.valueOf(search.role())),
                    Objects.requireNonNullElse(search.whose(), ""),
                    Objects.requireNonNullElse(search.reason(), ""),
                    Boolean.TRUE.equals(search.intact()));
        }
    }

    @GetMapping("/staff/messages/searches")
    String searches(
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        model.addAttribute("searches", List.of());
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    MessageDeskApi.Searches page = desk.searches(cursor);
                    List<Logged> all = page.items().stream()
                            .map(one -> Logged.of(one, words))
                            .toList();
                    model.addAttribute("searches", all);
                    model.addAttribute("broken", all.stream().anyMatch(one -> !one.intact()));
                    model.addAttribute("next", page.next());
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        return "gateway/staff/message-searches";
    }
}
