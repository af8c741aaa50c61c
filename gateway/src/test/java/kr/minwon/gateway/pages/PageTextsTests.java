package kr.minwon.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTextsTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/gateway");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]|#messages\\.msg\\('([^']+)'\\)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    @Test
    void bothLanguagesHoldTheSameKeys() throws IOException {
        assertThat(bundle("gateway-messages.properties").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(bundle("gateway-messages_en.properties").stringPropertyNames());
    }

    @Test
    void everyKeyOfATemplateIsInTheBundle() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path template : templates()) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                used.add(key.group(1) == null ? key.group(2) : key.group(1));
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(bundle("gateway-messages.properties").stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyCauseOfTheContractHasAText() throws IOException {
        try (InputStream contract =
                Objects.requireNonNull(getClass().getResourceAsStream("/contracts/message-causes.txt"))) {
            assertThat(new String(contract.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(cause -> "message.cause." + cause))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(
                                    bundle("gateway-messages.properties").stringPropertyNames())
                            .contains(key));
        }
    }

    @Test
    void aTextWithPlaceholdersHasNoApostropheThatWouldSwallowThem() throws IOException {
        for (String name : List.of("gateway-messages.properties", "gateway-messages_en.properties")) {
            bundle(name).forEach((key, text) -> {
                if (text.toString().contains("{0}")) {
                    assertThat(LONE_APOSTROPHE.matcher(text.toString()).find())
                            .as("%s in %s", key, name)
                            .isFalse();
                }
            });
        }
    }

    @Test
    void noTemplateHoldsWhatTheContentPolicyForbidsOrPrintsTextUnescaped() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            assertThat(text)
                    .as(template.toString())
                    .doesNotContain("th:utext", "[(${", "<style", "style=", "javascript:", "hx-on", "hx-vars")
                    .doesNotContainPattern("<script(?![^>]*th:src)")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("https?://(?!www\\.thymeleaf\\.org)");
        }
    }

    @Test
    void everyFormThatSendsSomethingCarriesTheCsrfToken() throws IOException {
        List<String> forms = new ArrayList<>();
        for (Path template : templates()) {
            Matcher form = Pattern.compile("<form[^>]*method=\"post\"[^>]*>").matcher(Files.readString(template));
            while (form.find()) {
                forms.add(form.group());
            }
        }
        // th:action is what writes the token.
        assertThat(forms).hasSizeGreaterThan(8).allMatch(form -> form.contains("th:action="));
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (InputStream resource = PageTextsTests.class.getResourceAsStream("/" + name)) {
            bundle.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        }
        return bundle;
    }
}
