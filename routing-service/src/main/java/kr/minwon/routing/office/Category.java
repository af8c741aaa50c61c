package kr.minwon.routing.office;

import java.util.List;
import kr.minwon.routing.clock.Period;

/**
 * What a complaint can be about, who takes it and how long that may take.
 *
 * @param departmentId the department that takes it
 * @param petitionKind the law's kind (민원처리법 제2조), such as {@code 기타민원}
 * @param period by when it is answered
 * @param examples what residents write about
 */
public record Category(
        String code, String name, String departmentId, String petitionKind, Period period, List<String> examples) {
    public Category {
        examples = List.copyOf(examples);
        if (code.isBlank() || name.isBlank() || petitionKind.isBlank()) {
            throw new IllegalArgumentException("a category has a code, a name and a kind: " + code);
        }
    }

    /** The same with the kind and the period that a policy gives it. */
    public Category under(Policy policy) {
        return policy.term(code)
                .map(term -> new Category(code, name, departmentId, term.petitionKind(), term.period(), examples))
                .orElse(this);
    }
}
