package kr.minwon.notification.template.web;

import java.util.List;
import java.util.stream.Collectors;
import kr.minwon.koreansms.Replacements;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.message.TemplateFault;
import kr.minwon.problems.FieldErrors;

/** What is wrong with a text, as faults of its field. */
final class Faults {
    private static final String TEXT = "text";

    private Faults() {}

    static void add(TemplateFault fault, FieldErrors errors) {
        switch (fault) {
            case TemplateFault.Blank blank -> errors.add(TEXT, "required");
            case TemplateFault.UnknownVariable unknown ->
                errors.add(TEXT, "unknown-variable", unknown.name(), braced(unknown.known()));
            case TemplateFault.StrayBrace stray -> errors.add(TEXT, "stray-brace");
            case TemplateFault.Missing missing -> errors.add(TEXT, "missing-variables", braced(missing.names()));
            case TemplateFault.TooLong tooLong -> errors.add(TEXT, "template-too-long-filled", tooLong.by());
            case TemplateFault.Unencodable lacking ->
                errors.add(TEXT, "template-unencodable", shown(lacking.characters()));
        }
    }

    private static String braced(List<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(" "));
    }

    /** Each character, named when it cannot be seen, with what could stand for it. */
    private static String shown(List<String> characters) {
        return characters.stream().map(Faults::shown).collect(Collectors.joining(", "));
    }

    private static String shown(String character) {
        String name = SmsText.name(character);
        return Replacements.suggestion(character)
                .filter(standIn -> !standIn.isBlank())
                .map(standIn -> name + " → " + standIn)
                .orElse(name);
    }
}
