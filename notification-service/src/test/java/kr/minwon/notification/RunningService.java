package kr.minwon.notification;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.addresses.Addresses;
import kr.minwon.indexproof.QueryShapes;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.testing.TestCalls;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, spoken to over HTTP as the gateway would. */
public final class RunningService implements AutoCloseable {
    static final QueryShapes SHAPES = new QueryShapes();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    /** What a call was answered. */
    public record Reply(int status, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The problem's slug. */
        public String problem() {
            return json().path("type").asString().replace("urn:minwon:problem:", "");
        }
    }

    /** Lets the suite see every command. */
    @Configuration(proxyBeanMethods = false)
    static class Watched {
        @Bean
        MongoClientSettingsBuilderCustomizer watched() {
            return settings -> settings.addCommandListener(SHAPES);
        }
    }

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on that bed; {@code properties} as {@code name=value}. */
    public static RunningService start(TestBed bed, String instance, String... properties) {
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--management.server.port=0", "--logging.structured.format.console="));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new RunningService(new SpringApplicationBuilder(NotificationServiceApplication.class, Watched.class)
                .properties(Addresses.of(bed.environment(instance)).propertiesOf("notification"))
                .properties("spring.config.name=notification-service")
                .run(arguments.toArray(String[]::new)));
    }

    public MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    /** A part of the service, to be used as its pages would. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    public Reply get(Caller caller, String path) {
        return send(signed(caller, path).GET());
    }

    public Reply post(Caller caller, String path, String json) {
        return send(
                signed(caller, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Reply put(Caller caller, String path, String json) {
        return send(
                signed(caller, path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Reply delete(Caller caller, String path) {
        return send(signed(caller, path).DELETE());
    }

    /** The same as {@link #post(Caller, String, String)} with one header more. */
    public Reply post(Caller caller, String path, String json, String header, String value) {
        return send(signed(caller, path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(json)));
    }

    /** A call as the gateway hands it on for a stranger, with one header of the stranger's. */
    public Reply post(String path, String json, String header, String value) {
        return send(signed(TestCalls.anonymous(), path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(json)));
    }

    /** A call as the gateway hands it on for a stranger, with one header of the stranger's. */
    public Reply put(String path, String json, String header, String value) {
        return send(signed(TestCalls.anonymous(), path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .PUT(BodyPublishers.ofString(json)));
    }

    /** A call as the gateway hands it on for a stranger, with the stranger's headers. */
    public Reply post(String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request = signed(TestCalls.anonymous(), path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request);
    }

    /** What a stranger gets who brings one header of theirs. */
    public Reply get(String path, String header, String value) {
        return send(signed(TestCalls.anonymous(), path).header(header, value).GET());
    }

    /** What a stranger gets who calls the service's port. */
    public Reply unsigned(String path) {
        return send(HttpRequest.newBuilder(uri("local.server.port", path)).GET());
    }

    public Reply management(String path) {
        return send(HttpRequest.newBuilder(uri("local.management.port", path)).GET());
    }

    private HttpRequest.Builder signed(Caller caller, String path) {
        return HttpRequest.newBuilder(uri("local.server.port", path))
                .header("X-Minwon-Caller", TestCalls.token(caller, "notification"))
                .header("Accept-Language", "ko");
    }

    private URI uri(String port, String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
