package kr.minwon.e2e;

import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a complaint costs the stores, counted by the services' own command listeners. */
class WritesIT {
    private static final int MOST_WRITES = 14;
    private static final int COMPLAINTS = 20;
    private static final Pattern WRITES = Pattern.compile(
            "(?m)^mongodb_driver_commands_seconds_count\\{[^}]*command=\"(?:insert|update|delete|findAndModify)\""
                    + "[^}]*\\} ([0-9.E+]+)$");

    @TempDir
    Path directory;

    @Test
    void fromFilingToBothTextsAcceptedAreAtMostFourteenWrites() throws Exception {
        try (Product product = Product.standalone(directory.resolve("data"))) {
            withoutReceipts(product);
            file(product, "01034000000");
            double before = writesAtRest(product);
            for (int n = 1; n <= COMPLAINTS; n++) {
                file(product, "010%08d".formatted(34_000_000 + n));
            }
            double each = (writesAtRest(product) - before) / COMPLAINTS;
            assertThat(each).isGreaterThan(5).isLessThanOrEqualTo(MOST_WRITES);
        }
    }

    /** A receipt is told after the text was accepted, so it is no part of the way there. */
    private static void withoutReceipts(Product product) throws Exception {
        HttpResponse<String> answer = product.http.send(
                HttpRequest.newBuilder(URI.create(product.url(8090, "/api/faults")))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"noReceipt\": true}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void file(Product product, String phone) throws Exception {
        HttpResponse<String> answer = product.post(
                "/api/v1/complaints",
                Complaints.of("보안등이 꺼졌어요", "골목이 어둡습니다.", "street-light", phone),
                bearer(product.accounts().intake().key()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = JSON.readTree(answer.body()).get("receiptNumber").asString();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            List<String> states = new ArrayList<>();
            JSON.readTree(product.get(
                                    8080,
                                    "/api/v1/staff/messages?receiptNumber=" + number,
                                    bearer(product.accounts().intake().key()))
                            .body())
                    .get("items")
                    .forEach(message -> states.add(message.get("state").asString()));
            return states.equals(List.of("accepted", "accepted"));
        });
    }

    /** Counted once nothing has been written for a while: the clearing of outboxes is counted too. */
    private static double writesAtRest(Product product) throws Exception {
        double last = -1;
        double now = writes(product);
        while (now != last) {
            Thread.sleep(2_500);
            last = now;
            now = writes(product);
        }
        return now;
    }

    private static double writes(Product product) throws Exception {
        double sum = 0;
        for (int management : new int[] {8085, 8086, 8087}) {
            Matcher counts = WRITES.matcher(
                    product.get(management, "/actuator/prometheus", Map.of()).body());
            while (counts.find()) {
                sum += Double.parseDouble(counts.group(1));
            }
        }
        return sum;
    }
}
