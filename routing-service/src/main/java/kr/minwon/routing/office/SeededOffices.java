package kr.minwon.routing.office;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.Period;

/** The office an installation begins with, from {@code routing-service/offices/seogu}. */
public final class SeededOffices {
    private static final String DIRECTORY = "/routing-service/offices/seogu/";
    /** Stands for a telephone nobody has entered yet; marked, because the law wants a real one in each notice. */
    private static final String UNSET_CONTACT = "062-000-0000";

    private static final int COLUMNS = 6;

    private SeededOffices() {}

    /** 서구. */
    public static Office seogu() {
        return seogu(rows("categories.csv"));
    }

    /**
     * 서구 with categories of its own from the first day.
     *
     * @param categories a file of the same columns as the one that is packed in
     * @throws IllegalArgumentException naming the line that is none
     */
    public static Office seogu(Path categories) {
        try (Stream<String> lines = Files.lines(categories)) {
            return seogu(rows(lines));
        } catch (IOException e) {
            throw new UncheckedIOException("categories cannot be read: " + categories, e);
        }
    }

    private static Office seogu(List<List<String>> rows) {
        List<Department> departments = rows("departments.csv").stream()
                .map(cells -> new Department(cells.get(0), cells.get(1), UNSET_CONTACT, true))
                .toList();
        List<Category> categories = rows.stream().map(SeededOffices::category).toList();
        PolicyHistory policies = PolicyHistory.always(Policy.of(ClockPolicy.DEFAULT));
        return new Office("seogu", "서구", "civil-service", policies, departments, categories, List.of());
    }

    private static Category category(List<String> cells) {
        Period period = cells.size() == COLUMNS ? Period.parse(cells.get(4)).orElse(null) : null;
        if (period == null || PetitionKind.of(cells.get(3)).isEmpty()) {
            throw new IllegalArgumentException("no category: " + String.join(",", cells));
        }
        return new Category(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                period,
                Arrays.asList(cells.get(5).split(" / ", -1)));
    }

    private static List<List<String>> rows(String file) {
        InputStream resource =
                Objects.requireNonNull(SeededOffices.class.getResourceAsStream(DIRECTORY + file), DIRECTORY + file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return rows(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(Stream<String> lines) {
        return lines.skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }
}
