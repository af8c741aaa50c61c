package kr.minwon.notification.message;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.koreansms.LastResort;
import kr.minwon.koreansms.Replacements;
import kr.minwon.koreansms.SmsText;

/**
 * The offices' texts, by step: those an office approved for itself, else those of the product. Each is pinned by its version
 * on the messages made from it.
 */
public final class Templates {
    private final List<Template> templates;
    private final Map<String, Office> offices;
    private final ActiveTexts active;
    private final AlimtalkProfiles profiles;
    private final WideTexts wide;

    /**
     * @param templates those of the product
     * @param active those of the offices
     * @param wide whether a text may go in UCS-2
     * @throws IllegalArgumentException when an office lacks a template or one asks for what no step has
     */
    public Templates(
            List<Template> templates,
            List<Office> offices,
            ActiveTexts active,
            AlimtalkProfiles profiles,
            WideTexts wide) {
        this.templates = List.copyOf(templates);
        this.offices = offices.stream().collect(Collectors.toUnmodifiableMap(Office::id, Function.identity()));
        this.active = active;
        this.profiles = profiles;
        this.wide = wide;
        for (Office office : offices) {
            for (Step step : Step.values()) {
                if (step.hasTemplate()
                        && builtIn(office, step, office.language()).isEmpty()) {
                    throw new IllegalArgumentException(
                            "no template for " + step + " in " + office.language() + " for " + office.id());
                }
            }
        }
    }

    /** Those of the product alone. */
    public Templates(List<Template> templates, List<Office> offices) {
        this(templates, offices, ActiveTexts.NONE, AlimtalkProfiles.NONE, WideTexts.TAKEN);
    }

    /** The same, with what offices approved for themselves. */
    public Templates with(ActiveTexts approved, AlimtalkProfiles channels) {
        return new Templates(templates, List.copyOf(offices.values()), approved, channels, wide);
    }

    /** The same, where it is known who takes a text in UCS-2. */
    public Templates with(WideTexts taken) {
        return new Templates(templates, List.copyOf(offices.values()), active, profiles, taken);
    }

    /** All offices with words of their own, and {@link Office#ANY}. */
    public Collection<Office> offices() {
        return offices.values();
    }

    /** What the offices are called, in every language of their texts. */
    public Set<String> officeNames() {
        return offices.values().stream()
                .flatMap(office -> Spoken.LANGUAGES.stream().map(office::name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that may be told by SMS of a case, with its variables. */
    public Set<String> texts() {
        return Stream.concat(
                        templates.stream().filter(one -> one.channel() == Channel.SMS),
                        offices.keySet().stream()
                                .flatMap(officeId -> Arrays.stream(Step.values())
                                        .filter(Step::hasTemplate)
                                        .flatMap(step -> Spoken.LANGUAGES.stream()
                                                .flatMap(language ->
                                                        active.find(officeId, step, language, Channel.SMS).stream()))))
                .map(Template::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words of an office. */
    public Office office(String officeId) {
        Office office = offices.getOrDefault(officeId, offices.get(Office.ANY));
        if (office == null) {
            throw new IllegalStateException("no office '" + officeId + "' among the templates' offices");
        }
        return office;
    }

    /** The SMS that the product brings along for an office, if it has one in that language. */
    public Optional<Template> builtIn(String officeId, Step step, String language) {
        return builtIn(office(officeId), step, language);
    }

    private Optional<Template> builtIn(Office office, Step step, String language) {
        return templates.stream()
                .filter(one -> one.step() == step && one.language().equals(language))
                .filter(one -> one.channel() == Channel.SMS)
                .filter(one -> one.office().equals(office.id()) || one.office().equals(Office.ANY))
                .max(Comparator.comparing(one -> !one.office().equals(Office.ANY)));
    }

    /** The text of a step in the office's first language. */
    Content render(String officeId, Step step, Map<String, String> values) {
        return render(officeId, step, office(officeId).language(), values);
    }

    /**
     * The text of a step with its variables filled, in characters a Korean carrier takes where that is possible; where it is
     * not and nobody takes a text in UCS-2, □ stands for the others, and the content names them. As 알림톡 too, where the
     * office has one.
     *
     * @param language as the resident asked for; the office's own where it has no text in that
     */
    Content render(String officeId, Step step, String language, Map<String, String> values) {
        Office office = office(officeId);
        Template template = template(office, officeId, step, language);
        Map<String, String> all = all(office, template.language(), values);
        Content sms = filled(office, template, all);
        String profile = profiles.of(officeId);
        // Who waits for a code is not made to wait for KakaoTalk.
        return profile == null || step == Step.CODE
                ? sms
                : active.find(officeId, step, template.language(), Channel.ALIMTALK)
                        .map(one -> sms.with(alimtalk(one, profile, all)))
                        .orElse(sms);
    }

    /**
     * How a step would be told by SMS.
     *
     * @param whole whether there is room for all that the free text says
     */
    record Trial(Content content, boolean whole) {}

    Trial tried(String officeId, Step step, String language, Map<String, String> values) {
        Office office = office(officeId);
        Template template = template(office, officeId, step, language);
        Map<String, String> all = all(office, template.language(), values);
        Content content = filled(office, template, all);
        boolean whole = Filling.values(template, all, content.encoding()).entrySet().stream()
                .filter(one -> Filling.isFree(one.getKey()))
                .allMatch(one -> one.getValue().equals(all.get(one.getKey())));
        return new Trial(content, whole);
    }

    private Template template(Office office, String officeId, Step step, String language) {
        return Stream.of(language, office.language())
                .flatMap(one -> find(officeId, office, step, one).stream())
                .findFirst()
                .orElseThrow();
    }

    private Optional<Template> find(String officeId, Office office, Step step, String language) {
        return active.find(officeId, step, language, Channel.SMS).or(() -> builtIn(office, step, language));
    }

    /** A text as it would go out with these values, whatever is active. */
    public Content preview(String officeId, Template template, Map<String, String> values) {
        Office office = office(officeId);
        return filled(office, template, all(office, template.language(), values));
    }

    private static Map<String, String> all(Office office, String language, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put(Variable.OFFICE.wireName(), office.name(language));
        all.replaceAll((name, value) -> oneLine(value));
        return all;
    }

    private Content filled(Office office, Template template, Map<String, String> all) {
        if (template.channel() == Channel.ALIMTALK) {
            return new Content(Filling.of(template, all, Encoding.UCS_2), Encoding.UCS_2, template.version());
        }
        String text = Filling.of(template, all, Encoding.EUC_KR);
        if (SmsText.unencodable(text).isEmpty()) {
            return new Content(text, Encoding.EUC_KR, template.version());
        }
        if (wide.areTakenFrom(office.sender().digits())) {
            return new Content(Filling.of(template, all, Encoding.UCS_2), Encoding.UCS_2, template.version());
        }
        LastResort last = LastResort.of(text);
        return new Content(last.text(), Encoding.EUC_KR, template.version(), null, null, last.lost());
    }

    /** The text of several notices; one alone is told in its own words. */
    Content digest(List<Message> notices) {
        Message first = notices.getFirst();
        String officeId = first.about().officeId();
        Office office = office(officeId);
        String english = office.name(Spoken.ENGLISH);
        boolean allEnglish = !english.equals(office.name(office.language()))
                && notices.stream().allMatch(notice -> DigestText.isOf(english, notice));
        Content heading = render(
                officeId,
                Step.DIGEST,
                allEnglish ? Spoken.ENGLISH : office.language(),
                Map.of(Variable.COUNT.wireName(), String.valueOf(notices.size())));
        String text = notices.size() == 1
                ? first.content().text()
                : DigestText.of(heading.text(), List.of(office.name(office.language()), english), notices);
        List<String> lost = notices.stream()
                .flatMap(notice -> notice.content().lost().stream())
                .distinct()
                .toList();
        return new Content(text, Encoding.EUC_KR, heading.templateVersion(), null, null, lost);
    }

    /** Whether so many notices may be told by one text. */
    public boolean fitInOne(List<Message> notices) {
        return DigestText.fits(digest(notices).text());
    }

    private static Alimtalk alimtalk(Template template, String profile, Map<String, String> all) {
        return new Alimtalk(
                profile,
                String.valueOf(template.code()),
                template.version(),
                Filling.values(template, all, Encoding.UCS_2),
                Filling.of(template, all, Encoding.UCS_2));
    }

    /** A value cannot begin a line of its own, which could pass for another sender's words. */
    private static String oneLine(String value) {
        return Replacements.apply(value).replaceAll("\\p{Cc}+", " ").strip();
    }
}
