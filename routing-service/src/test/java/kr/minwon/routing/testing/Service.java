package kr.minwon.routing.testing;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.indexproof.QueryShapes;
import kr.minwon.routing.RoutingServiceApplication;
import kr.minwon.signedcalls.CallSigner;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.testing.TestCalls;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routing service in this JVM, with its queries listened to and its clock in the test's hands. */
public final class Service implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** An answer. */
    public record Answer(int status, JsonNode body, HttpResponse<String> http) {
        public String problem() {
            return body.path("type").asString("").replace("urn:minwon:problem:", "");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Watched {
        @Bean
        QueryShapes queryShapes() {
            return new QueryShapes();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer listening(QueryShapes shapes) {
            return settings -> settings.addCommandListener(shapes);
        }

        @Bean
        @Primary
        ShiftedClock shiftedClock() {
            return new ShiftedClock();
        }
    }

    public Service(Ground ground) {
        // Tests set the clock; who tests reminders says how often.
        this(ground, "--minwon.routing.reminders-every=1h");
    }

    /** @param more what wins over the service's own settings */
    public Service(Ground ground, String... more) {
        List<String> told = new ArrayList<>(
                List.of("--minwon.routing.recount-after=100ms", "--minwon.routing.recounts-every=100ms"));
        told.addAll(List.of(more));
        context = new SpringApplicationBuilder(RoutingServiceApplication.class, Watched.class)
                .properties(ground.properties())
                .run(told.toArray(String[]::new));
    }

    public ShiftedClock clock() {
        return (ShiftedClock) context.getBean(Clock.class);
    }

    public QueryShapes shapes() {
        return context.getBean(QueryShapes.class);
    }

    public MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The text of the management port's metrics. */
    public String metrics() {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                + context.getEnvironment().getProperty("local.management.port")
                                + "/actuator/prometheus"))
                        .build())
                .body();
    }

    public Answer get(Caller caller, String path) {
        return answer(request(caller, path).GET().build());
    }

    /** The API's description. */
    public JsonNode description() {
        return answer(HttpRequest.newBuilder(URI.create(uri("").toString().replace("/api/v1", "/v3/api-docs")))
                        .header(CallSigner.HEADER, TestCalls.token(TestCalls.anonymous(), "routing"))
                        .build())
                .body();
    }

    public Answer post(Caller caller, String path, String body) {
        return answer(request(caller, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The same under an idempotency key. */
    public Answer post(Caller caller, String path, String body, String key) {
        return answer(request(caller, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer put(Caller caller, String path, String body) {
        return answer(request(caller, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer delete(Caller caller, String path) {
        return answer(request(caller, path).DELETE().build());
    }

    /** A call as it is, without a signature. */
    public Answer unsigned(String path) {
        return answer(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpRequest.Builder request(Caller caller, String path) {
        return HttpRequest.newBuilder(uri(path)).header(CallSigner.HEADER, TestCalls.token(caller, "routing"));
    }

    private URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/v1" + path);
    }

    private Answer answer(HttpRequest request) {
        HttpResponse<String> response = send(request);
        return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A value for a query string. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
