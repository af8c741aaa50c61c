package kr.minwon.routing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import kr.minwon.routing.RoutingServiceApplication;
import kr.minwon.signedcalls.CallSigner;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.testing.TestCalls;

/** The service as a process of its own, so that it can be killed. */
public final class ServiceProcess implements AutoCloseable {
    private static final int PORT = 8082;
    private static final int MANAGEMENT_PORT = 8086;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    /** An offset at which nobody listens, below the ports that outgoing connections take. */
    public static int freeOffset() {
        for (int tries = 0; tries < 100; tries++) {
            int offset = 12_000 + ThreadLocalRandom.current().nextInt(10_000);
            if (isFree(PORT + offset) && isFree(MANAGEMENT_PORT + offset)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Starts it.
     *
     * @param portOffset where its ports are
     * @param log what it says goes there
     */
    public ServiceProcess(Ground ground, int portOffset, Path log) throws IOException {
        base = "http://127.0.0.1:" + (PORT + portOffset) + "/api/v1";
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                RoutingServiceApplication.class.getName());
        Map<String, String> environment = builder.environment();
        environment.put("KAFKA_BROKERS", ground.brokers());
        environment.put("MONGODB_URI", ground.storeUri());
        environment.put("MINWON_DATABASE_PREFIX", ground.database());
        environment.put("MINWON_PORT_OFFSET", String.valueOf(portOffset));
        environment.put("MINWON_CALLER_KEYS_FILE", TestCalls.publicKeys().toString());
        // Deadlines of these tests lie in the past or the future, as the day has it: nobody is reminded of any.
        environment.put("MINWON_ROUTING_REMINDERS_EVERY", "1h");
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
                .start();
    }

    /** What it answers, when it is there to answer. */
    public String get(Caller caller, String path) {
        return body(request(caller, path).GET().build());
    }

    /** What it answers to a command, when it is there to answer. */
    public String post(Caller caller, String path, String body) {
        return body(request(caller, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(Caller caller, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header(CallSigner.HEADER, TestCalls.token(caller, "routing"));
    }

    private String body(HttpRequest request) {
        HttpResponse<String> response = await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> http.send(request, HttpResponse.BodyHandlers.ofString()), answer -> true);
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return response.body();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
