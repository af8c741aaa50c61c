package kr.minwon.phonesimulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import kr.minwon.phonesimulator.smsc.SmscServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator in this JVM on free ports, started as others start it, and its API. */
public final class Simulator implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final String base;

    private Simulator(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public static Simulator in(Path directory, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--simulator.smpp-port=0",
                "--server.port=0",
                "--simulator.directory=" + directory,
                "--simulator.delivery-retry=200ms"));
        arguments.addAll(List.of(settings));
        return new Simulator(new SpringApplicationBuilder(PhoneSimulatorApplication.class)
                .properties("spring.config.name=phone-simulator")
                .run(arguments.toArray(String[]::new)));
    }

    public int smppPort() {
        return context.getBean(SmscServer.class).port();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String base() {
        return base;
    }

    public List<JsonNode> messages(String to) {
        return list(get("/api/messages?to=" + to));
    }

    public List<JsonNode> submits() {
        return list(get("/api/submits"));
    }

    public JsonNode get(String path) {
        return JSON.readTree(call("GET", path, "").body());
    }

    public HttpResponse<String> put(String path, String json) {
        return call("PUT", path, json);
    }

    public void faults(String json) {
        HttpResponse<String> answer = put("/api/faults", json);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    public HttpResponse<String> call(String method, String path, String json, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static void eventually(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 10 s");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    @Override
    public void close() {
        context.close();
    }
}
