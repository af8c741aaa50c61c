package kr.minwon.notification.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.minwon.koreansms.SmsText;

/** What is wrong with the text of a template. */
public sealed interface TemplateFault {
    /** There is no text. */
    record Blank() implements TemplateFault {}

    /** No value exists for what stands between braces, at this step. */
    record UnknownVariable(String name, List<String> known) implements TemplateFault {}

    /** A brace that encloses nothing would go out as it is. */
    record StrayBrace() implements TemplateFault {}

    /** What the law asks for, or the step is for, is left out. */
    record Missing(List<String> names) implements TemplateFault {}

    /** @param by how many bytes too long it is when every value is as long as it may be */
    record TooLong(int by) implements TemplateFault {}

    /** Characters that texts lack; among them any control character but the line end. */
    record Unencodable(List<String> characters) implements TemplateFault {}

    /** @return nothing for a text that may go out */
    static List<TemplateFault> of(Step step, Channel channel, String text) {
        if (text.isBlank()) {
            return List.of(new Blank());
        }
        List<TemplateFault> faults = new ArrayList<>();
        List<String> known =
                StepVariables.known(step).stream().map(Variable::wireName).toList();
        Set<String> used = new LinkedHashSet<>();
        Matcher found = Names.BRACED.matcher(text);
        while (found.find()) {
            used.add(found.group(1));
        }
        used.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(new UnknownVariable(name, known)));
        String around = Names.BRACED.matcher(text).replaceAll("");
        if (around.indexOf('{') >= 0 || around.indexOf('}') >= 0) {
            faults.add(new StrayBrace());
        }
        List<String> missing = StepVariables.required(step).stream()
                .map(Variable::wireName)
                .filter(name -> !used.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            faults.add(new Missing(missing));
        }
        List<String> characters = unencodable(channel, around);
        if (!characters.isEmpty()) {
            faults.add(new Unencodable(characters));
        }
        int by = Filling.tooLongBy(text);
        if (by > 0) {
            faults.add(new TooLong(by));
        }
        return faults;
    }

    private static List<String> unencodable(Channel channel, String text) {
        Set<String> found = new LinkedHashSet<>();
        if (channel == Channel.SMS) {
            found.addAll(SmsText.unencodable(text));
        }
        text.codePoints()
                .filter(point -> point != '\n' && Names.isInvisible(point))
                .forEach(point -> found.add(Character.toString(point)));
        return List.copyOf(found);
    }

    /** How variables stand in a text. */
    final class Names {
        static final Pattern BRACED = Pattern.compile("\\{([^{}\\n]*)}");

        private Names() {}

        static boolean isInvisible(int point) {
            return switch (Character.getType(point)) {
                case Character.CONTROL, Character.SURROGATE, Character.FORMAT -> true;
                default -> false;
            };
        }
    }
}
