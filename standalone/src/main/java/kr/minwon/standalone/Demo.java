package kr.minwon.standalone;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.minwon.addresses.Addresses;
import tools.jackson.databind.json.JsonMapper;

/** Files the example complaints through the public API at a calm pace, and claims and answers some by the staff API. */
final class Demo {
    private static final Duration PACE = Duration.ofMillis(400);
    /** How often a department is looked for, a pace apart. */
    private static final int MOST_LOOKS = 50;

    private static final String[] OUTCOMES = {"수용", "일부수용", "불수용", "기완료", "기타"};
    private static final String[] NAMES = {"김민수", "이서연", "박지훈", "최영희", "정하늘", "강순자", "조현우", "윤미래"};

    private final Addresses addresses;
    private final Door door;
    private final JsonMapper json = JsonMapper.builder().build();

    Demo(Addresses addresses) {
        this.addresses = addresses;
        this.door = new Door(addresses);
    }

    void run() throws IOException, InterruptedException {
        Path done = addresses.data().resolve("demo-filed");
        if (java.nio.file.Files.exists(done)) {
            System.out.println("예시 민원은 이미 접수되어 있습니다 / the example complaints are already there");
            return;
        }
        DemoAccounts accounts = DemoAccounts.read(addresses.data().resolve("demo-accounts.txt"));
        List<DemoComplaints.Example> examples = DemoComplaints.all();
        System.out.println("예시 민원 " + examples.size() + "건을 천천히 접수합니다 / filing the example complaints");
        for (int n = 0; n < examples.size(); n++) {
            String receiptNumber = file(accounts, examples.get(n), n);
            if (n % 3 == 0) {
                work(accounts, receiptNumber, n);
            }
            Thread.sleep(PACE);
        }
        java.nio.file.Files.createFile(done);
        System.out.println("예시 민원을 모두 접수했습니다 / all example complaints are filed");
    }

    private String file(DemoAccounts accounts, DemoComplaints.Example example, int n)
            throws IOException, InterruptedException {
        String body = json.writeValueAsString(Map.of(
                "title", example.title(),
                "body", example.body(),
                "category", example.category(),
                "location", Map.of("address", "광주광역시 서구 " + (n % 2 == 0 ? "화정3동" : "풍암동") + " " + (n + 1)),
                "reporter", Map.of("name", NAMES[n % NAMES.length], "phone", "010%08d".formatted(55_000_000 + n % 60)),
                "smsConsent", true,
                "isPublic", n % 4 == 0));
        // The key stays the same when the demo is started again after an interruption: nothing is filed twice.
        HttpResponse<String> answer = post(
                "/api/v1/complaints",
                accounts.intake().key(),
                body,
                "demo-" + UUID.nameUUIDFromBytes(new byte[] {(byte) (n >> 8), (byte) n}));
        return json.readTree(expect(answer, 201).body()).get("receiptNumber").asString();
    }

    private void work(DemoAccounts accounts, String receiptNumber, int n) throws IOException, InterruptedException {
        Optional<String> department = departmentOf(accounts, receiptNumber);
        if (department.isEmpty()) {
            System.out.println(receiptNumber + ": 담당 부서가 아직 정해지지 않아 넘어갑니다 / not routed yet, left alone");
            return;
        }
        String officer = accounts.key("officer", department.get()).key();
        // On a second run the case may be claimed or answered already; that is what was wanted.
        post("/api/v1/staff/complaints/" + receiptNumber + "/claim", officer, "{}", null);
        if (n % 2 == 0) {
            String answer = json.writeValueAsString(
                    Map.of("outcome", OUTCOMES[n % OUTCOMES.length], "text", "현장을 확인하고 조치했습니다. 불편을 드려 죄송합니다."));
            post("/api/v1/staff/complaints/" + receiptNumber + "/answer", officer, answer, null);
        }
    }

    /** Waits for routing, which on a busy machine may take its time. */
    private Optional<String> departmentOf(DemoAccounts accounts, String receiptNumber)
            throws IOException, InterruptedException {
        String path = "/api/v1/staff/complaints/" + receiptNumber;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            String body = expect(get(path, accounts.intake().key()), 200).body();
            String department =
                    json.readTree(body).path("department").path("id").asString("");
            if (!department.isEmpty()) {
                return Optional.of(department);
            }
            Thread.sleep(PACE);
        }
        return Optional.empty();
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return door.client().send(request(path, key).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(
            String path, String key, String body, @org.jspecify.annotations.Nullable String idempotencyKey)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return door.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(door.at(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("expected " + status + ", got " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
