package kr.minwon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The alerts, held by promtool and against what the dashboard proves to exist. */
class AlertsIT {
    private static final Path OPS = Path.of("../ops");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:minwon|kafka|http|jvm|process|mongodb|resilience4j)_[a-z0-9_]+");

    @Test
    void theRulesDoWhatTheirTestsSay() throws Exception {
        assertThat(promtool("test", "rules", "alerts-test.yml")).contains("SUCCESS");
    }

    @Test
    void everyMetricOfAnAlertIsOneThatTheDashboardShows() throws Exception {
        Set<String> shown = metrics(Files.readString(OPS.resolve("grafana/dashboards/minwon.json")));
        assertThat(metrics(Files.readString(OPS.resolve("prometheus/alerts.yml"))))
                .isNotEmpty()
                .isSubsetOf(shown);
    }

    @Test
    void everyAlertHasItsRunbook() throws Exception {
        List<String> headings = Files.readAllLines(Path.of("../docs/operations.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4)
                        .strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(' ', '-'))
                .toList();
        List<String> runbooks = new ArrayList<>();
        Map<String, List<Map<String, List<Map<String, Map<String, String>>>>>> file =
                new Yaml().load(Files.readString(OPS.resolve("prometheus/alerts.yml")));
        file.get("groups")
                .forEach(group -> group.get("rules")
                        .forEach(rule -> runbooks.add(rule.get("annotations").get("runbook"))));
        assertThat(runbooks)
                .hasSizeGreaterThan(8)
                .allSatisfy(runbook -> assertThat(headings).contains(runbook.replace("docs/operations.md#", "")));
    }

    private static Set<String> metrics(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = METRIC.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(OPS.resolve("prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
