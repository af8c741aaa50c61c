package kr.minwon.e2e;

import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.minwon.standalone.DemoAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every expression of the dashboard at a real Prometheus that scrapes a loaded product. */
class DashboardIT {
    private static final Path DASHBOARDS = Path.of("../ops/grafana/dashboards");

    @TempDir
    static Path directory;

    private static Product product;
    private static Process prometheus;
    private static int port;
    private static int filed;

    @BeforeAll
    static void start() throws Exception {
        product = Product.standalone(directory.resolve("data"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        StringBuilder config = new StringBuilder("global: {scrape_interval: 1s}\nscrape_configs:\n")
                .append("  - job_name: minwon\n    metrics_path: /actuator/prometheus\n    static_configs:\n");
        for (int management = 8084; management <= 8087; management++) {
            config.append("      - targets: ['127.0.0.1:%d']%n".formatted(product.port(management)));
        }
        Path file = Files.writeString(directory.resolve("prometheus.yml"), config.toString());
        prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.destroy();
            prometheus.waitFor(10, TimeUnit.SECONDS);
        }
        product.close();
    }

    @Test
    void everyExpressionHasAnAnswer() throws Exception {
        Map<String, String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(30);
        Map<String, String> unanswered = new LinkedHashMap<>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    load();
                    unanswered.clear();
                    for (Map.Entry<String, String> one : expressions.entrySet()) {
                        String trouble = trouble(one.getValue());
                        if (!trouble.isEmpty()) {
                            unanswered.put(one.getKey(), one.getValue() + " → " + trouble);
                        }
                    }
                    return unanswered.isEmpty() || filed > 100;
                });
        assertThat(unanswered).isEmpty();
    }

    /** Filed, looked up rightly and wrongly, claimed, answered. */
    private static void load() throws Exception {
        DemoAccounts.ApiKey officer = product.accounts().key("officer", "construction");
        for (int n = 0; n < 3; n++) {
            filed++;
            HttpResponse<String> answer = product.post(
                    "/api/v1/complaints",
                    Complaints.of(
                            "보안등이 꺼졌어요 " + filed,
                            "골목이 어둡습니다.",
                            "street-light",
                            "010%08d".formatted(71_000_000 + filed)),
                    bearer(product.accounts().intake().key()));
            assertThat(answer.statusCode()).isEqualTo(201);
            JsonNode complaint = JSON.readTree(answer.body());
            String number = complaint.get("receiptNumber").asString();
            product.get(
                    8080,
                    "/api/v1/complaints/" + number,
                    Map.of("X-Lookup-Code", complaint.get("lookupCode").asString()));
            String staff = "/api/v1/staff/complaints/" + number;
            product.post(staff + "/claim", Map.of(), bearer(officer.key()));
            product.post(staff + "/answer", Map.of("outcome", "수용", "text", "고쳤습니다."), bearer(officer.key()));
        }
    }

    private static Map<String, String> expressions() throws IOException {
        Map<String, String> expressions = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(DASHBOARDS)) {
            all.filter(file -> file.toString().endsWith(".json")).forEach(files::add);
        }
        for (Path file : files) {
            for (JsonNode panel : JSON.readTree(Files.readString(file)).get("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    expressions.put(
                            panel.get("id").asString() + " "
                                    + panel.get("title").asString() + " "
                                    + target.get("refId").asString(),
                            target.get("expr").asString());
                }
            }
        }
        return expressions;
    }

    /** Why an expression shows nothing; empty when it shows numbers. */
    private static String trouble(String expression) throws IOException, InterruptedException {
        String query = URLEncoder.encode(expression.replace("$__rate_interval", "30s"), StandardCharsets.UTF_8);
        HttpResponse<String> response;
        try {
            response = product.http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + query))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException notYet) {
            return notYet.toString();
        }
        JsonNode answer = JSON.readTree(response.body());
        if (!answer.path("status").asString("").equals("success")) {
            return response.body();
        }
        JsonNode result = answer.get("data").get("result");
        if (result.isEmpty()) {
            return "no series";
        }
        for (JsonNode series : result) {
            if (series.get("value").get(1).asString().matches("NaN|[+-]Inf")) {
                return series.toString();
            }
        }
        return "";
    }
}
