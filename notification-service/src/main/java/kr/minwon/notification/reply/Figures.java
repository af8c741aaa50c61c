package kr.minwon.notification.reply;

import java.util.regex.Pattern;

/** The scores of a text in one way of writing. */
final class Figures {
    private static final Pattern CIRCLED = Pattern.compile("[①-⑤]");
    private static final Pattern STARS = Pattern.compile("[⭐★☆\\uFE0F\\s]*[⭐★][⭐★☆\\uFE0F\\s]*");
    /** Fewer beside words may be an ornament. */
    private static final Pattern STARS_BESIDE =
            Pattern.compile("(?=(?:[⭐★☆]\\uFE0F?){3})(?:[⭐★]\\uFE0F?)+(?:☆\\uFE0F?)*");

    private static final Pattern OUT_OF_FIVE = Pattern.compile("[5오]\\s*점\\s*만\\s*점\\s*(?:에서?|중에?|으로|기준)");
    private static final Pattern WHOLE = Pattern.compile("(?<![\\d.,])([1-5])\\.0+(?!\\d)");
    /** Any other fraction may be a day. */
    private static final Pattern FIVE_OF_FIVE = Pattern.compile("(?<![\\d./])5\\s*/\\s*5(?!\\s*[\\d./일])");
    /** "In this point" sounds like two points. */
    private static final Pattern THIS_POINT = Pattern.compile("(?<![가-힣])[이그저]\\s점");
    /** Between two scores, or none of ours: 2.5점, 3~4점, 3/5, -5점. */
    private static final Pattern INEXACT = Pattern.compile(
            "\\d\\s*점?\\s*(?:[.,·~∼〜/:\\p{Pd}]|에서|이나|또는|혹은|내지|아니면)+\\s*\\d|(?<![가-힣.!?\\s])[.]\\d|(?:^|\\s)[.\\p{Pd}−]\\d");

    private Figures() {}

    /** The text with each score as {@code 5} or {@code 5점}, and without what it is out of. */
    static String of(String text) {
        String bare = Words.narrow(text).strip();
        if (STARS.matcher(bare).matches()) {
            return stars(bare);
        }
        String figures = STARS_BESIDE.matcher(bare).replaceAll(stars -> " " + stars(stars.group()) + " ");
        figures = CIRCLED.matcher(figures)
                .replaceAll(circled -> String.valueOf(circled.group().charAt(0) - '①' + 1));
        figures = OUT_OF_FIVE.matcher(figures).replaceAll(" ");
        figures = WHOLE.matcher(figures).replaceAll("$1");
        figures = FIVE_OF_FIVE.matcher(figures).replaceAll("5");
        return THIS_POINT.matcher(figures).replaceAll("이것");
    }

    /** Whether one of them is between two scores, or none of ours. */
    static boolean areInexact(String figures) {
        return INEXACT.matcher(Words.line(figures)).find();
    }

    private static String stars(String stars) {
        return stars.codePoints().filter(point -> point == '⭐' || point == '★').count() + "점";
    }
}
