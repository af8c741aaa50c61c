package kr.minwon.notification.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.koreansms.SmsSize;
import org.jspecify.annotations.Nullable;

/**
 * How what somebody is writing would go out: in the template of its step, in the resident's language, with the values of the
 * case. What is not known yet, such as a deadline that is still to be counted, is taken as long as it may be.
 */
public final class Rehearsal {
    private final Templates templates;
    private final AnswerLinks links;
    private final FramedNews news;
    private final Sizing sizing;

    public Rehearsal(Templates templates, AnswerLinks links, FramedNews news, Sizing sizing) {
        this.templates = templates;
        this.links = links;
        this.news = news;
        this.sizing = sizing;
    }

    /**
     * What goes out.
     *
     * @param whole whether there is room for all that was written
     * @param assumed the variables whose values were taken as long as they may be
     */
    public record Sent(Content content, SmsSize size, boolean whole, List<String> assumed) {}

    /** The variable that holds what somebody writes at a step; nothing where nobody writes anything. */
    public static Optional<Variable> written(Step step) {
        return StepVariables.known(step).stream()
                .filter(one -> one.kind() == Variable.Kind.FREE_TEXT)
                .findFirst();
    }

    /**
     * A step's text.
     *
     * @param language that the resident reads; null for the office's own
     * @param known values of the case, by variable: days and moments in ISO-8601
     * @throws IllegalArgumentException at a step where nobody writes anything
     * @throws java.time.DateTimeException for a day or a moment that is none
     */
    public Sent of(String officeId, Step step, @Nullable String language, Map<String, String> known, String words) {
        Variable written =
                written(step).orElseThrow(() -> new IllegalArgumentException("nobody writes anything at " + step));
        String spoken = language == null ? templates.office(officeId).language() : language;
        Map<String, String> values = new HashMap<>();
        List<String> assumed = new ArrayList<>();
        for (Variable one : StepVariables.known(step)) {
            String value = known.get(one.wireName());
            if (one == written) {
                values.put(one.wireName(), words);
            } else if (one == Variable.LINK) {
                values.put(one.wireName(), links.sample());
            } else if (value != null) {
                values.put(one.wireName(), Spoken.of(one, value, spoken));
            } else if (one != Variable.OFFICE) {
                values.put(one.wireName(), one.longest());
                assumed.add(one.wireName());
            }
        }
        Templates.Trial tried = templates.tried(officeId, step, spoken, values);
        Content content = tried.content();
        return new Sent(content, sizing.of(content.text(), null), tried.whole(), assumed);
    }

    /** What the subscribers of a topic get. */
    public Sent news(String officeId, String words, @Nullable String subject, boolean advertising) {
        String text = news.text(officeId, words, advertising);
        String shown = news.subject(subject, advertising);
        Content content = new Content(text, Encoding.EUC_KR, Step.MAILING.wireName(), shown, null);
        return new Sent(content, sizing.written(text, shown), true, List.of());
    }
}
