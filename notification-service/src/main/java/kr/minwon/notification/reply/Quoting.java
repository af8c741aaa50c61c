package kr.minwon.notification.reply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes our own words out of a text: phones put what is answered before or after the answer, and people paste our links.
 * What is left somebody wrote.
 */
final class Quoting {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern LINK_OF_OURS = Pattern.compile("https?://\\S+/s/[A-Za-z0-9_-]{12,}");
    private static final Pattern BY_A_MACHINE = Pattern.compile("\\[web발신]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARROW = Pattern.compile("(?:→|⇒|➡|->|=>|>>)+");
    /** What apps put before each line that they quote. */
    private static final Pattern BEFORE = Pattern.compile("^[\\s>·•*\"'“”‘’-]+");

    private static final Pattern SYMBOL = Pattern.compile("\\p{So}");
    private static final int LONGEST_LINE = 400;

    private final List<String> marks;
    private final Supplier<? extends Collection<String>> texts;
    private @Nullable List<Pattern> lines;

    /**
     * @param names of the offices, as our texts begin with them
     * @param texts ours, with their variables; asked for when a text quotes us
     */
    Quoting(Collection<String> names, Supplier<? extends Collection<String>> texts) {
        this.marks = names.stream().map(name -> "[" + name + "]").toList();
        this.texts = texts;
    }

    /**
     * A text without our words.
     *
     * @param quotes whether there were any
     */
    record Own(String text, boolean quotes) {}

    Own of(String text) {
        boolean links = LINK_OF_OURS.matcher(text).find();
        boolean marked = marks.stream().anyMatch(text::contains);
        if (!links && !marked) {
            return new Own(text, false);
        }
        List<String> left = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String rest = without(line);
            if (!rest.isEmpty()) {
                left.add(rest);
            }
        }
        return new Own(String.join("\n", left), true);
    }

    private String without(String line) {
        String rest =
                LINK_OF_OURS.matcher(BY_A_MACHINE.matcher(line).replaceAll(" ")).replaceAll(" ");
        boolean marked = marks.stream().anyMatch(rest::contains);
        Matcher arrow = ARROW.matcher(rest);
        int from = 0;
        while (marked && arrow.find()) {
            from = arrow.end();
        }
        rest = rest.substring(from);
        for (String mark : marks) {
            rest = rest.replace(mark, " ");
        }
        String before;
        do {
            before = bare(rest);
            rest = before.length() <= LONGEST_LINE ? withoutOne(before) : before;
        } while (!rest.equals(before));
        return rest;
    }

    private String withoutOne(String line) {
        for (Pattern ours : ours()) {
            Matcher matcher = ours.matcher(line);
            if (matcher.lookingAt() && matcher.end() > 0) {
                return line.substring(matcher.end());
            }
        }
        return line;
    }

    private static String bare(String line) {
        String bare = BEFORE.matcher(line).replaceFirst("").strip();
        // Stars and thumbs say something, marks do not.
        return Words.letters(bare).isEmpty() && !SYMBOL.matcher(bare).find() ? "" : bare;
    }

    private List<Pattern> ours() {
        List<Pattern> known = lines;
        if (known == null) {
            known = texts.get().stream()
                    .flatMap(String::lines)
                    .map(line -> line.replace("[{office}]", "").strip())
                    .distinct()
                    .flatMap(line -> pattern(line).stream())
                    .toList();
            lines = known;
        }
        return Objects.requireNonNull(known);
    }

    /** A line of ours; one that is nothing but what is filled in could be anybody's. */
    private static List<Pattern> pattern(String line) {
        if (Words.letters(VARIABLE.matcher(line).replaceAll("")).length() < 2) {
            return List.of();
        }
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(line);
        int from = 0;
        while (variable.find()) {
            fixed(regex, line.substring(from, variable.start()));
            boolean last = variable.end() == line.length();
            regex.append(
                    switch (variable.group(1)) {
                        case "receiptNumber" -> "[\\d-]{12,14}(?:,\\s?[\\d-]{12,14})*";
                        case "contact" -> "[\\d-]{3,}";
                        case "link" -> "(?:https?://\\S+)?";
                        default -> last ? ".*" : ".{0,200}?";
                    });
            from = variable.end();
        }
        fixed(regex, line.substring(from));
        return List.of(Pattern.compile(regex.toString()));
    }

    private static void fixed(StringBuilder regex, String text) {
        for (String word : text.splitWithDelimiters("\\s+", 0)) {
            regex.append(word.isBlank() ? (word.isEmpty() ? "" : "\\s*") : Pattern.quote(word));
        }
    }
}
