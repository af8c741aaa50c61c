package kr.minwon.notification.message;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of an office as data, by step; each is pinned by its version on the messages made from it. */
public final class Templates {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    /** The sentence the law asks for in a notice: department, name and contact (영 §31). */
    private static final List<String> LAWFUL = List.of("{department}", "{contact}");

    /**
     * One template.
     *
     * @param office an office's id, or {@code *} for any without one of its own
     * @param version what messages are pinned to, such as {@code ko-1}
     */
    public record Template(String office, String step, String version, String text) {}

    /**
     * An office's words.
     *
     * @param name as texts begin: {@code 서구청}
     * @param sender registered sender number
     */
    public record Office(String id, String name, String sender) {}

    /** A text ready to go. */
    public record Rendered(String text, String version) {}

    private final List<Template> templates;
    private final Map<String, Office> offices;

    /** @throws IllegalArgumentException for a notice that leaves out what the law asks for */
    public Templates(List<Template> templates, Map<String, Office> offices) {
        for (Template template : templates) {
            boolean notice =
                    template.step().equals("assigned") || template.step().equals("answered");
            if (notice && !LAWFUL.stream().allMatch(template.text()::contains)) {
                throw new IllegalArgumentException(
                        "the template " + template.step() + " must name " + LAWFUL + " (민원처리법 시행령 제31조)");
            }
        }
        this.templates = List.copyOf(templates);
        this.offices = Map.copyOf(offices);
    }

    /** The words of an office. */
    public Office office(String officeId) {
        Office office = offices.getOrDefault(officeId, offices.get("*"));
        if (office == null) {
            throw new IllegalStateException("no office '" + officeId + "' among the templates' offices");
        }
        return office;
    }

    /** The text of a step with its variables filled, in characters a Korean carrier takes where that is possible. */
    public Rendered render(String officeId, Step step, Map<String, String> values) {
        Template template = templates.stream()
                .filter(one -> one.step().equals(step.wireName())
                        && (one.office().equals(officeId) || one.office().equals("*")))
                .max(java.util.Comparator.comparing(one -> one.office().equals(officeId)))
                .orElseThrow(() -> new IllegalStateException("no template for " + step));
        Matcher variables = VARIABLE.matcher(template.text());
        StringBuilder text = new StringBuilder();
        while (variables.find()) {
            String name = variables.group(1);
            String value = name.equals("office") ? office(officeId).name() : values.get(name);
            if (value == null) {
                throw new IllegalStateException("the template " + template.step() + " asks for " + name);
            }
            variables.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        variables.appendTail(text);
        return new Rendered(kr.minwon.koreansms.Replacements.apply(text.toString()), template.version());
    }
}
