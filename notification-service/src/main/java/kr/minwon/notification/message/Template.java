package kr.minwon.notification.message;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of one step, as data.
 *
 * @param office an office's id, or {@code *} for any without one of its own
 * @param language such as {@code ko}
 * @param version what messages are pinned to, such as {@code received-ko-1}; another text is another version
 * @param text with {@code {variables}}
 * @param code by which Kakao knows a text for 알림톡; null for an SMS
 */
public record Template(
        String office,
        Step step,
        String language,
        Channel channel,
        String version,
        String text,
        @Nullable String code) {
    static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    /** The variable of the resident's link, which is never cut. */
    static final String LINK = Variable.LINK.wireName();

    /** A text for an SMS. */
    public Template(String office, Step step, String language, String version, String text) {
        this(office, step, language, Channel.SMS, version, text, null);
    }

    /** @throws IllegalArgumentException for a text that may not go out */
    public Template {
        if (version.isBlank() || (channel == Channel.ALIMTALK) == (code == null)) {
            throw new IllegalArgumentException("a template has a version, and one for 알림톡 the code Kakao gave it");
        }
        List<TemplateFault> faults = TemplateFault.of(step, channel, text);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the template " + version + " for " + step + " may not go out: "
                    + faults.stream().map(Template::said).toList());
        }
    }

    private static String said(TemplateFault fault) {
        return switch (fault) {
            case TemplateFault.Blank blank -> "there is no text";
            case TemplateFault.UnknownVariable unknown ->
                "nothing fills {" + unknown.name() + "}; there are " + unknown.known();
            case TemplateFault.StrayBrace stray -> "a brace that encloses no variable";
            case TemplateFault.Missing missing ->
                "it must hold "
                        + missing.names().stream().map(name -> "{" + name + "}").toList() + " (민원처리법 시행령 제31조)";
            case TemplateFault.TooLong tooLong ->
                "it is too long: an LMS has no room for its values, by " + tooLong.by() + " bytes";
            case TemplateFault.Unencodable characters -> "texts lack the characters " + characters.characters();
        };
    }
}
