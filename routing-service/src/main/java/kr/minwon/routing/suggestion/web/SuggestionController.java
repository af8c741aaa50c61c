package kr.minwon.routing.suggestion.web;

import java.util.List;
import kr.minwon.problems.FieldErrors;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.suggestion.CategorySuggester;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suggests categories while somebody writes; the writer chooses. */
@RestController
class SuggestionController {
    private static final int MOST = 3;
    private static final int LONGEST = 2_000;

    private final Offices offices;

    SuggestionController(Offices offices) {
        this.offices = offices;
    }

    /** Learnt when it is first asked for: a start does not wait for it. */
    private static final class Learnt {
        static final CategorySuggester SUGGESTER = CategorySuggester.trained();
    }

    record SuggestionResponse(String code, String name, double score, List<String> because) {}

    record Suggestions(List<SuggestionResponse> items) {}

    @GetMapping("/api/v1/categories/suggestions")
    Suggestions suggestions(Caller caller, @RequestParam(required = false) @Nullable String text) {
        FieldErrors errors = new FieldErrors();
        if (text == null || text.isBlank()) {
            errors.add("text", "required");
        } else if (text.length() > LONGEST) {
            errors.add("text", "too-long", LONGEST);
        }
        errors.throwIfAny();
        Office office = offices.find(caller.officeId()).orElse(null);
        if (text == null || office == null) {
            return new Suggestions(List.of());
        }
        return new Suggestions(Learnt.SUGGESTER.suggest(text, MOST).stream()
                .flatMap(suggestion -> office.category(suggestion.code()).stream()
                        .map(category -> new SuggestionResponse(
                                category.code(),
                                category.name(),
                                Math.round(suggestion.score() * 1_000) / 1_000.0,
                                suggestion.because())))
                .toList());
    }
}
