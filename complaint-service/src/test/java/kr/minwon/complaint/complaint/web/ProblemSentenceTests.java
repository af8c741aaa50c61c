package kr.minwon.complaint.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.minwon.problems.ProblemTexts;
import kr.minwon.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem and every field's fault has its sentence, in Korean and in English. */
class ProblemSentenceTests {
    private static final ProblemTexts TEXTS =
            new ProblemTexts(List.of(ProblemTexts.bundle("problems/complaint-service")));

    static Stream<ProblemType> types() {
        return Arrays.stream(ComplaintProblems.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ProblemType.class)
                .map(field -> {
                    try {
                        return (ProblemType) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("types")
    void saysWhatToDo(ProblemType type) {
        assertThat(TEXTS.text(type.slug() + ".title", Locale.KOREAN)).containsPattern("[가-힣]");
        assertThat(TEXTS.text(type.slug() + ".detail", Locale.KOREAN, 3, 4))
                .containsPattern("(주세요|합니다|있습니다)")
                .doesNotContain("{");
        assertThat(TEXTS.text(type.slug() + ".title", Locale.ENGLISH)).doesNotContainPattern("[가-힣]");
        assertThat(TEXTS.text(type.slug() + ".detail", Locale.ENGLISH, 3, 4)).doesNotContainPattern("[가-힣{]");
    }

    @Test
    void saysWhatIsWrongWithEachField() throws IOException {
        Pattern code = Pattern.compile("errors\\s*\\.add\\(\\s*(?:[^,;]|\\([^)]*\\))+,\\s*\"([a-z-]+)\"");
        List<String> codes;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            codes = sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(path -> {
                        try {
                            Matcher matcher = code.matcher(Files.readString(path));
                            return matcher.results().map(result -> result.group(1)).toList().stream();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
        }

        assertThat(codes).contains("too-long", "phone-not-mobile", "unknown-category", "half-a-point", "wrong-kind");
        assertThat(codes).allSatisfy(name -> {
            assertThat(TEXTS.text("field." + name, Locale.KOREAN, 1, 2))
                    .containsPattern("[가-힣]")
                    .doesNotContain("{");
            assertThat(TEXTS.text("field." + name, Locale.ENGLISH, 1, 2)).doesNotContain("{");
        });
    }
}
