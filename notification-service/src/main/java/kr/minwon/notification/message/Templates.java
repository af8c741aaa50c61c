package kr.minwon.notification.message;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.minwon.koreansms.Replacements;
import kr.minwon.koreansms.SmsText;

/** The offices' texts, by step; each is pinned by its version on the messages made from it. */
public final class Templates {
    private final List<Template> templates;
    private final Map<String, Office> offices;

    /** @throws IllegalArgumentException when an office lacks a template or one asks for what no step has */
    public Templates(List<Template> templates, List<Office> offices) {
        this.templates = List.copyOf(templates);
        this.offices = offices.stream().collect(Collectors.toUnmodifiableMap(Office::id, Function.identity()));
        for (Office office : offices) {
            Arrays.stream(Step.values()).filter(Step::hasTemplate).forEach(step -> find(office, step));
        }
    }

    /** All offices with words of their own, and {@link Office#ANY}. */
    public Collection<Office> offices() {
        return offices.values();
    }

    /** The words of an office. */
    public Office office(String officeId) {
        Office office = offices.getOrDefault(officeId, offices.get(Office.ANY));
        if (office == null) {
            throw new IllegalStateException("no office '" + officeId + "' among the templates' offices");
        }
        return office;
    }

    /** The text of a step with its variables filled, in characters a Korean carrier takes where that is possible. */
    Content render(String officeId, Step step, Map<String, String> values) {
        Office office = office(officeId);
        Template template = find(office, step);
        Map<String, String> all = new HashMap<>(values);
        all.put("office", office.name());
        all.replaceAll((name, value) -> oneLine(value));
        String text = Filling.of(template, all, Encoding.EUC_KR);
        return SmsText.unencodable(text).isEmpty()
                ? new Content(text, Encoding.EUC_KR, template.version())
                : new Content(Filling.of(template, all, Encoding.UCS_2), Encoding.UCS_2, template.version());
    }

    /** The text of several notices; one alone is told in its own words. */
    Content digest(List<Message> notices) {
        Message first = notices.getFirst();
        String officeId = first.about().officeId();
        Content heading = render(officeId, Step.DIGEST, Map.of("count", String.valueOf(notices.size())));
        String text = notices.size() == 1
                ? first.content().text()
                : DigestText.of(heading.text(), office(officeId).name(), notices);
        return new Content(text, Encoding.EUC_KR, heading.templateVersion());
    }

    /** Whether so many notices may be told by one text. */
    public boolean fitInOne(List<Message> notices) {
        return DigestText.fits(digest(notices).text());
    }

    /** A value cannot begin a line of its own, which could pass for another sender's words. */
    private static String oneLine(String value) {
        return Replacements.apply(value).replaceAll("\\p{Cc}+", " ").strip();
    }

    private Template find(Office office, Step step) {
        return templates.stream()
                .filter(one -> one.step() == step && one.language().equals(office.language()))
                .filter(one -> one.office().equals(office.id()) || one.office().equals(Office.ANY))
                .max(Comparator.comparing(one -> !one.office().equals(Office.ANY)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no template for " + step + " in " + office.language() + " for " + office.id()));
    }
}
