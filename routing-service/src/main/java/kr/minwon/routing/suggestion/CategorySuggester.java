package kr.minwon.routing.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Suggests what a text is about: complement naive Bayes (Rennie et al., 2003) over pairs of letters, learnt from the
 * labelled examples, with the expected words of each category counted as several examples more. A suggestion, never a
 * decision; how often it is right is measured by cross-validation (README).
 */
public final class CategorySuggester {
    private static final double SMOOTHING = 2;
    /** An expected word counts as so many examples: there are only fifteen of each category. */
    private static final double KEYWORD_EXAMPLES = 8;
    /** Fitted by cross-validation so that scores tell how often they are right. */
    private static final double SHARPNESS = 14;

    private static final int MOST_REASONS = 3;

    private final List<String> categories;
    /** How much a pair of letters speaks for each category, in the order of {@link #categories}. */
    private final Map<String, double[]> weights;

    private CategorySuggester(List<String> categories, Map<String, double[]> weights) {
        this.categories = categories;
        this.weights = weights;
    }

    /** A suggester of what comes with the service. */
    public static CategorySuggester trained() {
        return train(TrainingData.examples(), TrainingData.keywords());
    }

    static CategorySuggester train(List<LabelledText> examples, Map<String, String> keywords) {
        TreeSet<String> known = new TreeSet<>(keywords.keySet());
        examples.forEach(example -> known.add(example.category()));
        List<String> categories = List.copyOf(known);
        Map<String, double[]> counts = new HashMap<>();
        examples.forEach(example -> count(
                counts, Words.pairsOf(example.text()), categories.indexOf(example.category()), 1, categories.size()));
        keywords.forEach((category, words) ->
                count(counts, Words.pairsOf(words), categories.indexOf(category), KEYWORD_EXAMPLES, categories.size()));
        return new CategorySuggester(categories, weigh(counts, categories.size()));
    }

    private static void count(Map<String, double[]> counts, Set<String> pairs, int category, double weight, int size) {
        pairs.forEach(pair -> counts.computeIfAbsent(pair, any -> new double[size])[category] += weight);
    }

    /** A pair speaks for a category the rarer it is in all the others; each category's weights are scaled alike. */
    private static Map<String, double[]> weigh(Map<String, double[]> counts, int size) {
        double[] sums = new double[size];
        counts.values().forEach(each -> IntStream.range(0, size).forEach(category -> sums[category] += each[category]));
        double all = Arrays.stream(sums).sum();
        Map<String, double[]> weights = new HashMap<>();
        double[] scale = new double[size];
        counts.forEach((pair, each) -> {
            double everywhere = Arrays.stream(each).sum();
            double[] weight = new double[size];
            for (int category = 0; category < size; category++) {
                double elsewhere = everywhere - each[category] + SMOOTHING;
                weight[category] = -Math.log(elsewhere / (all - sums[category] + SMOOTHING * counts.size()));
                scale[category] += Math.abs(weight[category]);
            }
            weights.put(pair, weight);
        });
        weights.values()
                .forEach(weight -> IntStream.range(0, size)
                        .forEach(category -> weight[category] *= counts.size() / scale[category]));
        return weights;
    }

    /** The most likely categories, likeliest first; none when the text holds nothing that was learnt. */
    public List<Suggestion> suggest(String text, int most) {
        List<String> words = Words.of(text);
        double[] scores = new double[categories.size()];
        Set<String> pairs = Words.pairsOf(text);
        pairs.removeIf(pair -> !weights.containsKey(pair));
        if (pairs.isEmpty()) {
            return List.of();
        }
        pairs.forEach(pair -> add(scores, pair));
        double highest = Arrays.stream(scores).max().orElseThrow();
        double[] shares = Arrays.stream(scores)
                .map(score -> Math.exp(SHARPNESS * (score - highest)))
                .toArray();
        double whole = Arrays.stream(shares).sum();
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer category) -> shares[category])
                        .reversed())
                .limit(most)
                .map(category ->
                        new Suggestion(categories.get(category), shares[category] / whole, reasons(words, category)))
                .toList();
    }

    private void add(double[] scores, String pair) {
        double[] weight = weights.get(pair);
        if (weight != null) {
            IntStream.range(0, scores.length).forEach(category -> scores[category] += weight[category]);
        }
    }

    /** The words that speak more for the category than for an average one, most telling first. */
    private List<String> reasons(List<String> words, int category) {
        Map<String, Double> telling = new HashMap<>();
        for (String word : words) {
            double[] scores = new double[categories.size()];
            Words.pairs(word).forEach(pair -> add(scores, pair));
            double more = scores[category] - Arrays.stream(scores).average().orElse(0);
            if (more > 0) {
                telling.put(word, more);
            }
        }
        List<String> sorted = new ArrayList<>(telling.keySet());
        sorted.sort(Comparator.comparingDouble((String word) -> -telling.getOrDefault(word, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return sorted.stream().limit(MOST_REASONS).toList();
    }
}
