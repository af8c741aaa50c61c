package kr.minwon.notification.message;

import java.util.List;
import java.util.Set;
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
    /** The variable of the resident's link, which is never cut. */
    static final String LINK = "link";
    /** What an officer wrote freely; it has the room that the rest leaves. */
    static final Set<String> FREE = Set.of("request", "reason");

    /** @throws IllegalArgumentException for a notice that leaves out what the law asks for, or has no room for it */
    public Template {
        List<String> lawful = switch (step) {
            case FILED, RECEIVED, WITHDRAWN, CHANGED, MAILING -> List.of();
            // 민원처리법 시행령 §31: the officer's department, name and contact. Nobody is named before a claim.
            case ASSIGNED -> List.of("{department}", "{contact}", "{dueAt}");
            case ANSWERED -> List.of("{department}", "{officer}", "{contact}");
            case SUPPLEMENT -> List.of("{request}", "{answerBy}", "{link}", "{department}", "{officer}", "{contact}");
            // Of these two the event names no officer.
            case SUPPLEMENTED -> List.of("{department}", "{contact}");
            case TRANSFERRED -> List.of("{agency}", "{reason}", "{department}", "{contact}");
            // 시행령 §21: the reason and the new date.
            case EXTENDED -> List.of("{reason}", "{dueAt}", "{department}", "{officer}", "{contact}");
            case DEADLINE, REOPENED -> List.of("{reason}", "{dueAt}", "{department}", "{contact}");
            // 시행령 §23.
            case PROGRESS -> List.of("{dueAt}", "{department}", "{officer}", "{contact}");
            case MERGED, CLOSED -> List.of("{reason}", "{department}", "{officer}", "{contact}");
            case CONTINUED -> List.of("{department}", "{contact}");
            case CONSENT -> List.of("{reason}", "{dueAt}", "{link}", "{department}", "{officer}", "{contact}");
            case CODE -> List.of("{code}", "{minutes}");
            // What the law asks for is in the notices that follow.
            case DIGEST -> List.of("{count}");
            case RETURNED -> List.of("{reason}", "{department}", "{officer}", "{contact}");
        };
        if (version.isBlank() || !lawful.stream().allMatch(text::contains)) {
            throw new IllegalArgumentException(
                    "the template " + version + " for " + step + " must hold " + lawful + " (민원처리법 시행령 제31조)");
        }
        if (!Filling.leavesRoom(text)) {
            throw new IllegalArgumentException(
                    "the template " + version + " is too long: an LMS has no room for its values");
        }
    }
}
