package kr.minwon.e2e;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;
import kr.minwon.standalone.DemoAccounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The standalone product as a process of its own, on ports and data of its own. */
final class Product implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration READY = Duration.ofSeconds(120);

    private final String mainClass;
    private final Path data;
    private final int offset;
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private Process process;

    private final Map<String, String> environment;

    private Product(String mainClass, Path data, int offset, Map<String, String> environment) {
        this.mainClass = mainClass;
        this.data = data;
        this.offset = offset;
        this.environment = environment;
    }

    /** Everything in one JVM. */
    static Product standalone(Path data) throws Exception {
        return standalone(data, Map.of());
    }

    /** Everything in one JVM, with more in its environment. */
    static Product standalone(Path data, Map<String, String> environment) throws Exception {
        return started(new Product("kr.minwon.standalone.StandaloneApplication", data, freeOffset(), environment));
    }

    /** Each part as a process of its own. */
    static Product apart(Path data) throws Exception {
        return started(new Product("kr.minwon.standalone.ApartApplication", data, freeOffset(), Map.of()));
    }

    /** An offset at which nobody listens, below the ports that outgoing connections take. */
    private static int freeOffset() {
        for (int tries = 0; tries < 100; tries++) {
            int offset = 12_000 + ThreadLocalRandom.current().nextInt(10_000);
            if (Arrays.stream(Part.values()).allMatch(part -> isFree(part.defaultPort() + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Product started(Product product) throws Exception {
        product.launch();
        product.awaitReady();
        return product;
    }

    void launch() throws IOException {
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx448m",
                "-Xss512k",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                mainClass);
        builder.environment().put("MINWON_DATA", data.toString());
        builder.environment().put("MINWON_PORT_OFFSET", String.valueOf(offset));
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "out.log")))
                .start();
    }

    private static String classPath() throws IOException {
        Path target = Path.of("../standalone/target").toAbsolutePath().normalize();
        try (Stream<Path> jars = Files.list(target.resolve("lib"));
                Stream<Path> own = Files.list(target)) {
            return Stream.concat(
                            own.filter(file -> file.getFileName().toString().matches("standalone-.*\\.jar")),
                            jars.filter(file -> file.toString().endsWith(".jar")
                                    && !file.getFileName().toString().startsWith("standalone-")))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    void awaitReady() throws Exception {
        long until = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "the product ended while it started:\n" + Files.readString(data.resolve("out.log")));
            }
            try {
                if (Files.exists(data.resolve("demo-accounts.txt"))
                        && get(
                                                8080,
                                                "/api/v1/staff/queue?view=unassigned",
                                                bearer(accounts().intake().key()))
                                        .statusCode()
                                == 200
                        && listens(8085)
                        && listens(8086)
                        && listens(8087)) {
                    return;
                }
            } catch (IOException | NoSuchElementException notYet) {
                // Nobody listens yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "not ready within " + READY + ":\n" + Files.readString(data.resolve("out.log")));
    }

    /** Whether the service with this management port listens to events by now. */
    private boolean listens(int management) throws IOException, InterruptedException {
        return get(management, "/actuator/health/flow", Map.of()).body().contains("\"UP\"");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The process of one part, when they run apart. */
    ProcessHandle part(String name) throws IOException {
        long pid = Long.parseLong(
                Files.readString(data.resolve("pids").resolve(name + ".pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** Where its store and its keys are, as it was told itself. */
    Addresses addresses() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("MINWON_DATA", data.toString());
        all.put("MINWON_PORT_OFFSET", String.valueOf(offset));
        all.putAll(environment);
        return Addresses.of(all);
    }

    Path data() {
        return data;
    }

    int port(int defaultPort) {
        return defaultPort + offset;
    }

    String url(int defaultPort, String path) {
        return "http://127.0.0.1:" + port(defaultPort) + path;
    }

    DemoAccounts accounts() throws IOException {
        return DemoAccounts.read(data.resolve("demo-accounts.txt"));
    }

    HttpResponse<String> get(int port, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(port, path)))
                .timeout(Duration.ofSeconds(30))
                .GET();
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return postRaw(path, JSON.writeValueAsBytes(body), "application/json", headers);
    }

    HttpResponse<String> put(String path, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return sent("PUT", path, JSON.writeValueAsBytes(body), "application/json", headers);
    }

    HttpResponse<String> postRaw(String path, byte[] body, String contentType, Map<String, String> headers)
            throws IOException, InterruptedException {
        return sent("POST", path, body, contentType, headers);
    }

    private HttpResponse<String> sent(
            String method, String path, byte[] body, String contentType, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(8080, path)))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Texts on a phone, oldest first. */
    List<JsonNode> texts(String phone) throws IOException, InterruptedException {
        List<JsonNode> texts = new ArrayList<>();
        JSON.readTree(get(8090, "/api/messages?to=" + phone, Map.of()).body()).forEach(texts::add);
        return texts;
    }

    /** A phone writes to an office's number. */
    void write(String from, String to, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(8090, "/api/inbound")))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(Map.of("from", from, "to", to, "text", text))))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("the phone could not write: " + answer.body());
        }
    }

    /** The witness's whole log. */
    List<JsonNode> submits() throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        while (true) {
            JsonNode page = JSON.readTree(
                    get(8090, "/api/submits?since=" + all.size(), Map.of()).body());
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(all::add);
        }
    }

    static Map<String, String> bearer(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
