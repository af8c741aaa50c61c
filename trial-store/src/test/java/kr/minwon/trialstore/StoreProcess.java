package kr.minwon.trialstore;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** The store in a JVM of its own, which can be killed. */
final class StoreProcess {

    private static final int DEFAULT_PORT = 8094;

    private final Process process;
    final String uri;

    private StoreProcess(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static StoreProcess start(Path data) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TrialStore.class.getName()));
        builder.environment().put("MINWON_DATA", data.toString());
        builder.environment().put("MINWON_PORT_OFFSET", String.valueOf(port - DEFAULT_PORT));
        Files.createDirectories(data);
        Path log = data.resolve("store.log");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new StoreProcess(
                builder.start(),
                "mongodb://127.0.0.1:" + port + "/?w=majority&journal=true"
                        + "&serverSelectionTimeoutMS=20000&connectTimeoutMS=2000");
    }

    /** How long it takes until it answers. */
    Duration awaitAnswer() throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try (MongoClient client = MongoClients.create(uri.replace("20000", "200"))) {
                client.getDatabase("admin").runCommand(new Document("ping", 1));
                return Duration.ofNanos(System.nanoTime() - start);
            } catch (MongoException e) {
                if (!process.isAlive() || System.nanoTime() - start > 60_000_000_000L) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
