package kr.minwon.notification.reply;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rating that a text gives (만족도 평가). A text that speaks of two scores, or grudges the one that it names, gives none:
 * people read it.
 */
final class Scores {
    private static final String POLITE =
            "(?:이?에요|예요|이요|요|입니다|합니다|해요|함|했습니다|했어요|스럽습니다|스러워요|드립니다|드려요|드릴게요|드릴께요|줄게요|줍니다|임)?";

    private static final Pattern NUMBER =
            Pattern.compile("(?:만족도|평점|점수|별점|평가)?(?:은|는|을|를)?(?:5점만점에)?([1-5])(?:점|번|개)?" + POLITE);
    private static final Pattern STARS =
            Pattern.compile("[\\u2B50\\u2605\\u2606\\uFE0F\\s]*[\\u2B50\\u2605][\\u2B50\\u2605\\u2606\\uFE0F\\s]*");
    /** In words; a bare 네 is a nod. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:별(?:점)?(하나|한|둘|두|셋|세|넷|네|다섯)(?:개|점)?|(하나|둘|셋|넷|다섯)(?:개|점)?|(한|두|세|네)(?:개|점)|([일이삼사오])점)" + POLITE);

    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("하나", 1),
            Map.entry("한", 1),
            Map.entry("일", 1),
            Map.entry("둘", 2),
            Map.entry("두", 2),
            Map.entry("이", 2),
            Map.entry("셋", 3),
            Map.entry("세", 3),
            Map.entry("삼", 3),
            Map.entry("넷", 4),
            Map.entry("네", 4),
            Map.entry("사", 4),
            Map.entry("다섯", 5),
            Map.entry("오", 5));
    private static final Pattern CIRCLED = Pattern.compile("[①-⑤]");
    private static final Pattern OUT_OF_FIVE = Pattern.compile("[5５오]\\s*점\\s*만\\s*점\\s*(?:에서?|중에?|으로|기준)");
    /** One of the scores that a text speaks of. */
    private static final Pattern ANY_SCORE =
            Pattern.compile("\\d{1,3}\\s*점|[일이삼사오한두세네]\\s?점(?=\\s*(?:이|입|을|도|만|요|드|줄|줍|주|[,.!?]|$))");
    /** Speaks of a score that it does not give, or takes it back. */
    private static final Pattern GRUDGING = Pattern.compile(
            "아깝|아까[워운]|(?:못|안)(?:주|드리|줘|줄)|(?:주|드리)(?:기|고)(?:는|가)?(?:싫|싶지|아까|어렵|힘들)|주긴|줄수(?:가|는)?없|드릴수(?:가|는)?없|과분|점도|아니(?:고|라|다|에요|예요)|(?:근데|그런데|하지만|그렇지만).{0,20}(?:또|다시|아직|여전|안되|안됐|안고)");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?~\\n]+");

    private static final String WORD = "(매우|아주|너무|정말|대단히|대)?(불만족|불만|만족|보통)";
    private static final Pattern WORDED = Pattern.compile("(?:만족도|평가)?(?:은|는)?" + WORD + POLITE);

    /** A rating that says itself to be one, and goes on. */
    private static final Pattern NUMBER_AND_MORE = Pattern.compile(
            "(?:(?:만족도|평점|점수|별점)(?:는|은)?\\s*:?\\s*([1-5])\\s*점?|([1-5])\\s*점)(?:입니다|이에요|드립니다|드려요)?(?:[\\s,.!~]+\\D.*)");

    private static final Pattern WORDED_AND_MORE =
            Pattern.compile("(매우|아주|너무|정말|대)?\\s?(불만족|만족)\\s?(?:합니다|해요|함|했습니다)[\\s,.!~]+.+");

    private Scores() {}

    /** The rating that a text gives. */
    static OptionalInt of(String text) {
        String bare = text.strip();
        if (STARS.matcher(bare).matches()) {
            int stars = (int) bare.codePoints()
                    .filter(point -> point == 0x2B50 || point == 0x2605)
                    .count();
            return stars <= 5 ? OptionalInt.of(stars) : OptionalInt.empty();
        }
        String given = OUT_OF_FIVE.matcher(figures(text)).replaceAll(" ");
        String letters = Words.letters(given);
        String said = Phrases.withoutCourtesy(letters);
        for (String one : new String[] {letters, said}) {
            OptionalInt score = plain(one);
            if (score.isPresent()) {
                return score;
            }
        }
        String line = Words.line(given);
        if (ANY_SCORE.matcher(line).results().limit(2).count() > 1
                || GRUDGING.matcher(letters).find()) {
            return OptionalInt.empty();
        }
        Matcher number = NUMBER_AND_MORE.matcher(line);
        if (number.matches()) {
            return OptionalInt.of(Integer.parseInt(number.group(1) == null ? number.group(2) : number.group(1)));
        }
        OptionalInt alone = inASentenceOfItsOwn(given);
        if (alone.isPresent()) {
            return alone;
        }
        Matcher worded = WORDED_AND_MORE.matcher(line);
        return worded.matches() && !ANY_SCORE.matcher(line).find() ? inWords(worded) : OptionalInt.empty();
    }

    /** As {@code 고쳐 주셔서 감사합니다. 5점}; a bare number at the end may be anything. */
    private static OptionalInt inASentenceOfItsOwn(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .map(Words::letters)
                .filter(sentence -> sentence.contains("점"))
                .map(Phrases::withoutCourtesy)
                .map(Scores::plain)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static String figures(String text) {
        return CIRCLED.matcher(text)
                .replaceAll(circled -> String.valueOf(circled.group().charAt(0) - '①' + 1));
    }

    private static OptionalInt plain(String letters) {
        Matcher number = NUMBER.matcher(letters);
        if (number.matches()) {
            return OptionalInt.of(Integer.parseInt(number.group(1)));
        }
        Matcher counted = COUNTED.matcher(letters);
        if (counted.matches()) {
            String count = IntStream.rangeClosed(1, counted.groupCount())
                    .mapToObj(counted::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            return OptionalInt.of(COUNTS.getOrDefault(count, 0));
        }
        Matcher worded = WORDED.matcher(letters);
        return worded.matches() ? inWords(worded) : OptionalInt.empty();
    }

    private static OptionalInt inWords(Matcher worded) {
        boolean very = worded.group(1) != null;
        return OptionalInt.of(
                switch (worded.group(2)) {
                    case "만족" -> very ? 5 : 4;
                    case "보통" -> 3;
                    default -> very ? 1 : 2;
                });
    }
}
