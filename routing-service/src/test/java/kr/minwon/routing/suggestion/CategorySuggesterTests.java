package kr.minwon.routing.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategorySuggesterTests {
    private static final int FOLDS = 5;
    private static final int SHUFFLES = 5;

    @Test
    void isRightTwoTimesInThreeAndAmongThreeSixInSeven() {
        List<LabelledText> examples = TrainingData.examples();
        Map<String, String> keywords = TrainingData.keywords();
        assertThat(examples).hasSize(345);
        double first = 0;
        double amongThree = 0;
        double sure = 0;
        for (int seed = 1; seed <= SHUFFLES; seed++) {
            List<LabelledText> shuffled = new ArrayList<>(examples);
            Collections.shuffle(shuffled, new Random(seed));
            for (int fold = 0; fold < FOLDS; fold++) {
                CategorySuggester suggester = CategorySuggester.train(part(shuffled, fold, false), keywords);
                for (LabelledText held : part(shuffled, fold, true)) {
                    List<Suggestion> suggestions = suggester.suggest(held.text(), 3);
                    List<String> codes =
                            suggestions.stream().map(Suggestion::code).toList();
                    first += codes.indexOf(held.category()) == 0 ? 1 : 0;
                    amongThree += codes.contains(held.category()) ? 1 : 0;
                    sure += suggestions.stream()
                            .mapToDouble(Suggestion::score)
                            .findFirst()
                            .orElse(0);
                }
            }
        }
        double all = examples.size() * SHUFFLES;
        System.out.printf(
                "suggestions, %d-fold cross-validation, %d shuffles: first %.3f, among three %.3f, mean score %.3f%n",
                FOLDS, SHUFFLES, first / all, amongThree / all, sure / all);

        assertThat(first / all).isGreaterThan(0.63);
        assertThat(amongThree / all).isGreaterThan(0.84);
        assertThat(sure / all)
                .as("scores tell how often the first is right")
                .isBetween(first / all - 0.1, first / all + 0.1);
    }

    private static List<LabelledText> part(List<LabelledText> examples, int fold, boolean held) {
        return IntStream.range(0, examples.size())
                .filter(n -> (n % FOLDS == fold) == held)
                .mapToObj(examples::get)
                .toList();
    }

    @Test
    void saysWhichWordsSpokeForIt() {
        List<Suggestion> suggestions = CategorySuggester.trained().suggest("골목 가로등이 깜빡거리다 꺼졌어요", 3);

        assertThat(suggestions.getFirst().code()).isEqualTo("street-light");
        assertThat(suggestions.getFirst().because()).contains("가로등이").hasSizeLessThanOrEqualTo(3);
        assertThat(suggestions).extracting(Suggestion::score).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void saysNothingWhereNothingWasLearnt() {
        assertThat(CategorySuggester.trained().suggest("zzqx 뷁뷁 !!! 😀", 3)).isEmpty();
        assertThat(CategorySuggester.trained().suggest("가", 3)).isEmpty();
    }

    @Test
    void quotedCellsHoldCommasQuotesAndLineEnds() {
        assertThat(TrainingData.rows("a,\"b, \"\"c\"\"\nd\",e\r\nf,g,h"))
                .containsExactly(List.of("a", "b, \"c\"\nd", "e"), List.of("f", "g", "h"));
    }
}
