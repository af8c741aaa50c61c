package kr.minwon.notification.message;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of one step, as data.
 *
 * @param office an office's id, or {@code *} for any without one of its own
 * @param language such as {@code ko}
 * @param version what messages are pinned to, such as {@code received-ko-1}; another text is another version
 * @param text with {@code {variables}}
 */
public record Template(String office, Step step, String language, String version, String text) {
    static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** @throws IllegalArgumentException for a notice that leaves out what the law asks for */
    public Template {
        List<String> lawful = switch (step) {
            case RECEIVED, WITHDRAWN -> List.of();
            // 민원처리법 시행령 §31: the officer's department, name and contact. Nobody is named before a claim.
            case ASSIGNED -> List.of("{department}", "{contact}", "{dueAt}");
            case ANSWERED -> List.of("{department}", "{officer}", "{contact}");
        };
        if (version.isBlank() || !lawful.stream().allMatch(text::contains)) {
            throw new IllegalArgumentException(
                    "the template " + version + " for " + step + " must hold " + lawful + " (민원처리법 시행령 제31조)");
        }
    }
}
