package kr.minwon.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is measured: a process of its own with the store, the broker and the phones in it. */
final class Subject implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final int offset;
    private final Process process;
    private final Path data;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private long startMillis;

    private Subject(String name, int offset, Process process, Path data) {
        this.name = name;
        this.offset = offset;
        this.process = process;
        this.data = data;
    }

    /** Starts it and waits until its first complaint is accepted. */
    static Subject start(String name, String mainClass, String classPath, int offset)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("minwon-bench-" + name);
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("minwon.java", "java"));
        // The launcher's own flags: what is measured is what runs.
        command.addAll(List.of(System.getProperty("minwon.flags", "").strip().split("\\s+")));
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-cp", classPath, mainClass));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MINWON_DATA", data.toString());
        builder.environment().put("MINWON_PORT_OFFSET", String.valueOf(offset));
        builder.redirectErrorStream(true).redirectOutput(new File(data.toFile(), "bench-out.log"));
        long began = System.nanoTime();
        Subject subject = new Subject(name, offset, builder.start(), data);
        subject.awaitFirstComplaint();
        subject.startMillis = (System.nanoTime() - began) / 1_000_000;
        return subject;
    }

    private void awaitFirstComplaint() throws InterruptedException {
        long until = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended while it started; see " + data);
            }
            try {
                if (file("01099999999", "bench-first-complaint-0000", 0).statusCode() == 201) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
                continue;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException(name + " accepted no complaint within " + READY + "; see " + data);
    }

    String name() {
        return name;
    }

    long startMillis() {
        return startMillis;
    }

    HttpResponse<String> file(String phone, String idempotencyKey, int n) throws IOException, InterruptedException {
        return http.send(request(phone, idempotencyKey, n), HttpResponse.BodyHandlers.ofString());
    }

    java.util.concurrent.CompletableFuture<HttpResponse<String>> fileAsync(String phone, String key, int n) {
        return http.sendAsync(request(phone, key, n), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String phone, String idempotencyKey, int n) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "골목 보안등이 꺼졌어요 " + n);
        body.put("body", "화정3동 12-3 앞 보안등이 일주일째 꺼져 있습니다. 밤에 아이들이 다니는 길이라 위험합니다.");
        body.put("category", "street-light");
        body.put("location", Map.of("address", "광주광역시 서구 화정3동 12-3"));
        body.put("reporter", Map.of("name", "홍길동", "phone", phone));
        body.put("smsConsent", true);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (8080 + offset) + "/api/v1/complaints"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        String key = intakeKey();
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    private @Nullable String cachedKey;

    private @Nullable String intakeKey() {
        if (cachedKey == null) {
            try {
                for (String line : Files.readAllLines(data.resolve("demo-accounts.txt"))) {
                    String[] parts = line.split(" ", -1);
                    if (parts.length > 2 && parts[0].equals("apikey") && parts[2].equals("intake")) {
                        cachedKey = parts[1];
                    }
                }
            } catch (IOException none) {
                return null;
            }
        }
        return cachedKey;
    }

    /** When each text to the phones of a round was handed over, by phone, in epoch milliseconds. */
    Map<String, List<Long>> handedOver(int since) throws IOException, InterruptedException {
        Map<String, List<Long>> handedOver = new LinkedHashMap<>();
        int from = since;
        while (true) {
            JsonNode page = JSON.readTree(get(8090, "/api/submits?since=" + from));
            if (page.isEmpty()) {
                return handedOver;
            }
            for (JsonNode submit : page) {
                handedOver
                        .computeIfAbsent(submit.get("to").asString(), phone -> new ArrayList<>())
                        .add(submit.get("receivedAt").asLong());
            }
            from += page.size();
        }
    }

    int submitCount() throws IOException, InterruptedException {
        return JSON.readTree(get(8090, "/api/status")).get("submits").asInt();
    }

    void providerDelay(int milliseconds) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (8090 + offset) + "/api/faults"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"submitDelayMs\":" + milliseconds + "}"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private String get(int port, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + offset) + path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Commands that write, as the drivers of the four services count them; -1 where they do not say. */
    double storeWrites() throws IOException, InterruptedException {
        double writes = 0;
        boolean found = false;
        for (int port : new int[] {8085, 8086, 8087}) {
            String metrics;
            try {
                metrics = get(port, "/actuator/prometheus");
            } catch (IOException none) {
                return -1;
            }
            for (String line : metrics.split("\n", -1)) {
                if (line.startsWith("mongodb_driver_commands_seconds_count")
                        && line.matches(".*command=\"(insert|update|delete|findAndModify|bulkWrite)\".*")) {
                    writes += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
                    found = true;
                }
            }
        }
        return found ? writes : -1;
    }

    /** CPU time of the process so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in MiB. */
    long residentMiB() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
