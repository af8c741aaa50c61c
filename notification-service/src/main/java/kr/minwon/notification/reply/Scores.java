package kr.minwon.notification.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rating that a text gives (만족도 평가): one whole score and nothing beside it but thanks or its {@link Reasons reasons}.
 * A text that speaks of two scores, of one between two, or of anything else, gives none: people read it.
 */
final class Scores {
    /** No score is longer. */
    private static final int LONGEST = 40;

    private static final String POLITE =
            "(?:이?에요|예요|이네요|이요|요|입니다|합니다|해요|함|했습니다|했어요|스럽습니다|스러워요|임|드립니다|드려요|드릴게요|드릴께요|드리겠습니다|드림|줄게요|줄께요|줍니다|주겠습니다|(?:주|드리)고싶(?:습니다|어요|네요))?";

    private static final Pattern NUMBER =
            Pattern.compile("(?:제|내)?(?:만족도|평점|점수|별점|평가)?(?:은|는|을|를)?([1-5])(?:점|번|개)?" + POLITE);
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
    private static final Pattern WORDED =
            Pattern.compile("(?:만족도|평가)?(?:은|는)?(매우|아주|너무|정말|대단히|대)?(불만족|불만|만족|보통|만점)" + POLITE);

    /** Speaks of four or five, whether or not it gives them. */
    private static final Pattern PRAISE = Pattern.compile(
            "(?<![\\d.])[45](?:\\.\\d+)?\\s?점|^[45](?=$|[\\s.,!])|만족도(?:는|은)?\\s?:?\\s?[45]|[사오네]\\s?점(?=\\s|$|[,.!이입드])|다섯|만점|(?<!불)만족(?!\\s?(?:못|안|할|도|하지|하진|스럽지|이안))");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!~…\\n]+");
    private static final Pattern GAP = Pattern.compile("[\\s,:;()\\[\\]]+");
    /** A bare number beside other words may be anything. */
    private static final Pattern SAYS_WHAT_IT_IS = Pattern.compile("점|만족|별");

    private Scores() {}

    /** The rating that a text gives. */
    static OptionalInt of(String text) {
        if (Phrases.isQuestion(text)) {
            return OptionalInt.empty();
        }
        String given = Figures.of(text);
        if (Figures.areInexact(given)) {
            return OptionalInt.empty();
        }
        OptionalInt score = alone(given);
        return (score.isPresent() ? score : besideItsReasons(given))
                .stream()
                        .filter(one -> !isPraise(one) || !Emoji.isUnfriendly(text))
                        .findFirst();
    }

    /** Whether it speaks of a good score. */
    static boolean isPraised(String text) {
        return PRAISE.matcher(Words.line(Figures.of(text))).find();
    }

    static boolean isPraise(int score) {
        return score >= 4;
    }

    /** The scores that a sentence may mean which is nothing but a word, as {@code 만족합니다}. */
    static Optional<List<Integer>> inWords(String sentence) {
        return Optional.of(word(Words.letters(sentence))).filter(scores -> !scores.isEmpty());
    }

    private static OptionalInt alone(String text) {
        String letters = Words.letters(text);
        OptionalInt score = plain(letters);
        return score.isPresent() ? score : plain(Phrases.withoutCourtesy(letters));
    }

    /** As {@code 고쳐 주셔서 감사합니다. 5점} or {@code 5점 친절했어요}. */
    private static OptionalInt besideItsReasons(String text) {
        List<String> sentences =
                SENTENCE_END.splitAsStream(text).map(Words::line).toList();
        return IntStream.range(0, sentences.size())
                .boxed()
                .flatMap(index -> cuts(sentences.get(index)).map(cut -> cut.among(sentences, index)))
                .filter(cut -> SAYS_WHAT_IT_IS.matcher(cut.score()).find())
                .flatMapToInt(cut -> alone(cut.score()).stream().filter(score -> Reasons.areIn(cut.rest(), score)))
                .findFirst();
    }

    /** What may be a score, and all that is said beside it. */
    private record Cut(String score, List<String> rest) {
        Cut among(List<String> sentences, int index) {
            List<String> all = new ArrayList<>(sentences);
            all.remove(index);
            all.addAll(rest);
            return new Cut(score, all);
        }
    }

    /** A sentence itself, and its beginnings and ends. */
    private static Stream<Cut> cuts(String sentence) {
        return Stream.concat(
                Stream.of(new Cut(sentence, List.of())),
                GAP.matcher(sentence).results().flatMap(gap -> cuts(sentence, gap)));
    }

    private static Stream<Cut> cuts(String sentence, MatchResult gap) {
        String head = sentence.substring(0, gap.start());
        String tail = sentence.substring(gap.end());
        return Stream.of(new Cut(head, List.of(tail)), new Cut(tail, List.of(head)))
                .filter(cut -> cut.score().length() <= LONGEST);
    }

    private static OptionalInt plain(String letters) {
        if (letters.length() > LONGEST) {
            return OptionalInt.empty();
        }
        OptionalInt figure = figure(letters);
        if (figure.isPresent()) {
            return figure;
        }
        List<Integer> word = word(letters);
        return word.isEmpty() ? both(letters) : OptionalInt.of(word.getFirst());
    }

    /** In a word and in a figure that agree, as {@code 매우만족 5점}. */
    private static OptionalInt both(String letters) {
        return IntStream.range(1, letters.length())
                .flatMap(at -> {
                    String before = letters.substring(0, at);
                    String after = letters.substring(at);
                    return IntStream.concat(agreed(before, after), agreed(after, before));
                })
                .findFirst();
    }

    private static IntStream agreed(String figure, String word) {
        return figure(figure).stream().filter(score -> word(word).contains(score));
    }

    private static OptionalInt figure(String letters) {
        Matcher number = NUMBER.matcher(letters);
        if (number.matches()) {
            return OptionalInt.of(Integer.parseInt(number.group(1)));
        }
        Matcher counted = COUNTED.matcher(letters);
        return counted.matches()
                ? IntStream.rangeClosed(1, counted.groupCount())
                        .mapToObj(counted::group)
                        .filter(Objects::nonNull)
                        .mapToInt(count -> COUNTS.getOrDefault(count, 0))
                        .findFirst()
                : OptionalInt.empty();
    }

    /** The score of a word, then those that it may stand beside. */
    private static List<Integer> word(String letters) {
        Matcher worded = WORDED.matcher(letters);
        if (!worded.matches()) {
            return List.of();
        }
        boolean very = worded.group(1) != null;
        return switch (worded.group(2)) {
            case "만점" -> List.of(5);
            case "만족" -> very ? List.of(5) : List.of(4, 5);
            case "보통" -> List.of(3);
            default -> very ? List.of(1) : List.of(2, 1);
        };
    }
}
