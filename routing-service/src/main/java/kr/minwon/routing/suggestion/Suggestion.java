package kr.minwon.routing.suggestion;

import java.util.List;

/**
 * A category that a text may be about.
 *
 * @param code the category
 * @param score how sure, 0 to 1; the scores of all categories sum to 1
 * @param because the text's words that speak most for it
 */
public record Suggestion(String code, double score, List<String> because) {}
