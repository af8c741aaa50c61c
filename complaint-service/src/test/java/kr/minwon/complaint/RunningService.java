package kr.minwon.complaint;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.minwon.addresses.Addresses;
import kr.minwon.indexproof.QueryShapes;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.testing.TestCalls;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on a store and a broker of its own, spoken to over HTTP as the gateway would. */
public final class RunningService implements AutoCloseable {
    public static final JsonMapper JSON = JsonMapper.builder().build();
    static final QueryShapes SHAPES = new QueryShapes();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final String brokers;
    private final MongoClient eyes;

    /** What a call was answered. */
    public record Reply(int status, HttpResponse<byte[]> response) {
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The problem's slug. */
        public String problem() {
            return text("type").replace("urn:minwon:problem:", "");
        }
    }

    /** A part of a multipart body. */
    public record Part(String name, String fileName, String contentType, byte[] body) {
        public static Part field(String name, String value) {
            return new Part(name, null, null, value.getBytes(StandardCharsets.UTF_8));
        }

        public static Part photo(String fileName, byte[] body) {
            return new Part("photos", fileName, "application/octet-stream", body);
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

    private RunningService(ConfigurableApplicationContext context, String mongoUri, String brokers) {
        this.context = context;
        this.brokers = brokers;
        this.eyes = MongoClients.create(mongoUri);
    }

    /** Starts on that store and broker; {@code properties} as {@code name=value}. */
    public static RunningService start(String mongoUri, String brokers, String... properties) {
        Path data = keys();
        Map<String, String> environment = Map.of(
                "MONGODB_URI",
                mongoUri,
                "KAFKA_BROKERS",
                brokers,
                "MINWON_DATA",
                data.toString(),
                "MINWON_INSTANCE",
                UUID.randomUUID().toString().substring(0, 8),
                "MINWON_DATABASE_PREFIX",
                "test_" + UUID.randomUUID().toString().substring(0, 8));
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--management.server.port=0", "--logging.structured.format.console="));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        ComplaintServiceApplication.class, Watched.class)
                .properties(Addresses.of(environment).propertiesOf("complaint"))
                .properties("spring.config.name=complaint-service")
                .run(arguments.toArray(String[]::new));
        return new RunningService(context, mongoUri, brokers);
    }

    private static Path keys() {
        try {
            Path data = Files.createTempDirectory("complaint-service");
            KeyRing.createIfMissing(data.resolve("secrets/field-keys"), "f1");
            KeyRing.createIfMissing(data.resolve("secrets/contact-keys"), "c1");
            KeyRing.createIfMissing(data.resolve("secrets/lookup-keys"), "l1");
            TestCalls.writeKeys(data.resolve("secrets/caller-keys"));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store the suite runs on: {@code MONGODB_URI}, or the trial store. */
    public static String storeUri() {
        return Optional.ofNullable(System.getenv("MONGODB_URI")).orElseGet(() -> Shared.STORE.uri());
    }

    /** The broker the suite shares. */
    public static String sharedBrokers() {
        return Shared.BROKER.bootstrapServers();
    }

    /** One store and one broker for every class; they go with the JVM. */
    private static final class Shared {
        static final TrialStore STORE = TrialStore.open(null, 0);
        static final TrialBroker BROKER = TrialBroker.start(null, 0, 0);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The service's database, seen by a client of the test's own whose queries nobody judges. */
    public MongoDatabase database() {
        return eyes.getDatabase(bean(MongoDatabase.class).getName());
    }

    public String brokers() {
        return brokers;
    }

    public QueryShapes shapes() {
        return SHAPES;
    }

    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    /** A request that is signed for the caller. */
    public HttpRequest.Builder request(Caller caller, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("X-Minwon-Caller", TestCalls.token(caller, "complaint"))
                .header("Accept-Language", "ko");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public Reply get(Caller caller, String path, String... headers) {
        return send(request(caller, path, headers).GET());
    }

    public Reply post(Caller caller, String path, Object body, String... headers) {
        byte[] bytes = body instanceof byte[] raw
                ? raw
                : body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        return send(request(caller, path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    public Reply postParts(Caller caller, String path, List<Part> parts, String... headers) {
        String boundary = "----" + UUID.randomUUID();
        List<byte[]> body = new ArrayList<>();
        for (Part part : parts) {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\""
                    + (part.fileName() == null ? "" : "; filename=\"" + part.fileName() + "\"")
                    + (part.contentType() == null ? "" : "\r\nContent-Type: " + part.contentType())
                    + "\r\n\r\n";
            body.add(head.getBytes(StandardCharsets.UTF_8));
            body.add(part.body());
            body.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(caller, path, headers)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(body)));
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        eyes.close();
        context.close();
    }
}
