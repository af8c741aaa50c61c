package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suggests categories while a complaint is typed. Only a help: without it everything works. */
@RestController
class Suggestions {
    private static final Logger log = LoggerFactory.getLogger(Suggestions.class);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int ENOUGH = 200;

    private final CategoryChoices categories;
    private final Limits limits;

    Suggestions(CategoryChoices categories, Limits limits) {
        this.categories = categories;
        this.limits = limits;
    }

    @PostMapping("/complaints/suggestions")
    List<CategoryChoices.Choice> suggest(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @ModelAttribute("words") Words words,
            HttpServletRequest request) {
        // Numbers say nothing about the category, and may be personal data that no URL should hold.
        String text = DIGITS.matcher(title + " " + body).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            limits.calculate(request);
            return categories.suggested(
                    text.substring(
                            0, text.offsetByCodePoints(0, Math.min(ENOUGH, text.codePointCount(0, text.length())))),
                    words);
        } catch (ServiceProblem | ProblemException none) {
            log.debug("no suggestions: {}", none.getMessage());
            return List.of();
        }
    }
}
