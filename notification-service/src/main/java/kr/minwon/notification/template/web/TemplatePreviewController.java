package kr.minwon.notification.template.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Sizing;
import kr.minwon.notification.message.StepVariables;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.message.TemplateFault;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.message.Variable;
import kr.minwon.notification.template.TemplateKey;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemTexts;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows a text filled, on an everyday case and with the longest values, before anybody is told it. */
@RestController
class TemplatePreviewController {
    private static final int LONGEST_VALUE = 500;

    private final Templates templates;
    private final Sizing sizing;
    private final ProblemTexts texts;

    TemplatePreviewController(Templates templates, Sizing sizing, ProblemTexts texts) {
        this.templates = templates;
        this.sizing = sizing;
        this.texts = texts;
    }

    /**
     * @param longest the longest values that the office has, by variable, such as its longest department's name; as long as
     *     one may be where none is given
     */
    record PreviewRequest(@Nullable String text, @Nullable Map<String, String> longest) {}

    /**
     * @param faults why it may not go out; with any, nothing is filled
     * @param everyday with usual values
     * @param longest with the longest
     */
    record PreviewResponse(
            List<FaultPart> faults,
            @Nullable FilledPart everyday,
            @Nullable FilledPart longest) {}

    record FaultPart(String code, String detail) {}

    /**
     * @param bytes in EUC-KR; null when it goes out in UCS-2 or as 알림톡
     * @param type SMS, LMS, UCS-2 or ALIMTALK
     * @param characters UTF-16 units
     */
    record FilledPart(String text, @Nullable Integer bytes, String type, int characters) {}

    @PostMapping(path = Keys.PATH + "/preview", consumes = "application/json", produces = "application/json")
    PreviewResponse preview(
            Caller caller,
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestBody PreviewRequest request,
            Locale locale) {
        TemplateKey key = Keys.of(caller, step, language, channel);
        FieldErrors errors = new FieldErrors();
        String text = TemplateDraftsController.typed(request.text(), errors);
        Map<String, String> given = request.longest() == null ? Map.of() : request.longest();
        checkLongest(key, given, errors);
        errors.throwIfAny();
        List<TemplateFault> faults = TemplateFault.of(key.step(), key.channel(), text);
        if (!faults.isEmpty()) {
            FieldErrors said = new FieldErrors();
            faults.forEach(fault -> Faults.add(fault, said));
            return new PreviewResponse(
                    said.all().stream()
                            .map(error -> new FaultPart(
                                    error.code(),
                                    texts.text(
                                            "field." + error.code(),
                                            locale,
                                            error.arguments().toArray())))
                            .toList(),
                    null,
                    null);
        }
        Template template = new Template(
                key.officeId(),
                key.step(),
                key.language(),
                key.channel(),
                "preview",
                text,
                key.channel() == Channel.SMS ? null : "preview");
        return new PreviewResponse(
                List.of(),
                filled(template, one -> one.example(language)),
                filled(template, one -> given.getOrDefault(one.wireName(), one.longest())));
    }

    private static void checkLongest(TemplateKey key, Map<String, String> given, FieldErrors errors) {
        Set<String> known = Set.copyOf(
                StepVariables.known(key.step()).stream().map(Variable::wireName).toList());
        given.forEach((name, value) -> {
            if (!known.contains(name) || value == null || value.length() > LONGEST_VALUE) {
                errors.add("longest", "no-longest-value", LONGEST_VALUE);
            }
        });
    }

    private FilledPart filled(Template template, Function<Variable, String> values) {
        Map<String, String> all = new HashMap<>();
        StepVariables.known(template.step()).forEach(one -> all.put(one.wireName(), values.apply(one)));
        Content content = templates.preview(template.office(), template, all);
        int characters = content.text().length();
        if (template.channel() == Channel.ALIMTALK) {
            return new FilledPart(content.text(), null, "ALIMTALK", characters);
        }
        if (content.encoding() == Encoding.UCS_2) {
            return new FilledPart(content.text(), null, Encoding.UCS_2.label(), characters);
        }
        SmsSize size = sizing.of(content.text(), null);
        return new FilledPart(content.text(), size.bytes(), String.valueOf(size.type()), characters);
    }
}
