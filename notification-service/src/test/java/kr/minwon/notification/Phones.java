package kr.minwon.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.phonesimulator.PhoneSimulatorApplication;
import kr.minwon.phonesimulator.smsc.SmscServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real SMSC over SMPP and the phones behind it: the witness of what was handed over. */
public final class Phones implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    public Phones() {
        try {
            this.context = new SpringApplicationBuilder(PhoneSimulatorApplication.class)
                    .properties("spring.config.name=phone-simulator")
                    .run(
                            "--simulator.smpp-port=0",
                            "--server.port=0",
                            "--simulator.delivery-retry=300ms",
                            "--simulator.directory=" + Files.createTempDirectory("phones"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int smppPort() {
        return context.getBean(SmscServer.class).port();
    }

    /** Where its pages and its HTTP providers are. */
    public String web() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The texts a phone shows, oldest first. */
    public List<String> texts(String phone) {
        return messages(phone).stream()
                .map(message -> message.get("text").asString())
                .toList();
    }

    public List<JsonNode> messages(String phone) {
        return list("/api/messages?to=" + phone);
    }

    /** Some submit_sm from a line of the log on, refused ones too; none at its end. */
    public List<JsonNode> submitsSince(int line) {
        return list("/api/submits?since=" + line);
    }

    /** Every submit_sm, refused ones too. */
    public List<JsonNode> submits() {
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> page = list("/api/submits?since=0");
        while (!page.isEmpty()) {
            all.addAll(page);
            page = list("/api/submits?since=" + (page.getLast().get("line").asInt() + 1));
        }
        return all;
    }

    /** How often each text was taken by the SMSC, by phone and text. */
    public Map<String, Integer> taken() {
        Map<String, Integer> taken = new HashMap<>();
        for (JsonNode submit : submits()) {
            if (!submit.get("outcome").asString().equals("rejected")) {
                taken.merge(
                        submit.get("to").asString() + " " + submit.get("text").asString(), 1, Integer::sum);
            }
        }
        return taken;
    }

    public void faults(String json) {
        send("PUT", "/api/faults", json);
    }

    /** A phone writes to an office's number. */
    public void write(String from, String to, String text) {
        send(
                "POST",
                "/api/inbound",
                JSON.createObjectNode()
                        .put("from", from)
                        .put("to", to)
                        .put("text", text)
                        .toString());
    }

    /** A phone writes a long text, which comes in pieces: {@code udh8}, {@code udh16} or {@code sar}. */
    public void writeInPieces(String how, String from, String to, String text) {
        send(
                "POST",
                "/api/inbound",
                JSON.createObjectNode()
                        .put("from", from)
                        .put("to", to)
                        .put("text", text)
                        .put("pieces", how)
                        .toString());
    }

    public void behave() {
        send("DELETE", "/api/faults", "");
    }

    public void disconnect() {
        send("POST", "/api/disconnect", "");
    }

    /** How many sessions are bound. */
    public int sessions() {
        return JSON.readTree(send("GET", "/api/status", "")).get("sessions").size();
    }

    private List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        JSON.readTree(send("GET", path, "")).forEach(all::add);
        return all;
    }

    private String send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(web() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + answer.body());
            }
            return answer.body();
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
