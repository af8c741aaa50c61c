package kr.minwon.routing.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the suggester learns from: labelled examples, and words that people who know the work expect in each category. */
final class TrainingData {
    private static final String DIRECTORY = "/routing-service/suggestions/";

    private TrainingData() {}

    /** The labelled examples. */
    static List<LabelledText> examples() {
        return rows(text("complaints-labelled.csv")).stream()
                .skip(1)
                .filter(row -> row.size() >= 4)
                .map(row -> new LabelledText(row.get(1), row.get(2) + " " + row.get(3)))
                .toList();
    }

    /** The expected words by category. */
    static Map<String, String> keywords() {
        Map<String, String> keywords = new LinkedHashMap<>();
        rows(text("keywords.csv")).stream()
                .skip(1)
                .filter(row -> row.size() == 2)
                .forEach(row -> keywords.put(row.get(0), row.get(1)));
        return keywords;
    }

    private static String text(String file) {
        String path = DIRECTORY + file;
        try (InputStream resource = Objects.requireNonNull(TrainingData.class.getResourceAsStream(path), path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of comma-separated values (RFC 4180): a quoted cell may hold commas, line ends and doubled quotes. */
    static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char character = csv.charAt(at);
            if (character == '"') {
                if (quoted && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || (character != ',' && character != '\n' && character != '\r')) {
                cell.append(character);
            } else if (character != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (character == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
