package kr.minwon.trialbroker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A broker and controller in one, bound to loopback, sized for one machine. It keeps its data over restarts and kills. */
public final class TrialBroker implements AutoCloseable {
    private static final int DEFAULT_PORT = 8092;
    private static final int DEFAULT_CONTROLLER_PORT = 8093;

    private final KafkaRaftServer server;
    private final int port;
    private final @Nullable Path temporary;

    private TrialBroker(KafkaRaftServer server, int port, @Nullable Path temporary) {
        this.server = server;
        this.port = port;
        this.temporary = temporary;
    }

    /**
     * Starts the broker and returns when it answers.
     *
     * @param directory where its data is kept; null for a directory that goes with it
     * @param port of the broker; 0 for any free one
     * @param controllerPort of the controller; 0 for any free one
     */
    public static TrialBroker start(@Nullable Path directory, int port, int controllerPort) {
        try {
            Path temporary = directory == null ? Files.createTempDirectory("trial-broker") : null;
            Path data = directory == null ? temporary : directory;
            Files.createDirectories(data);
            int brokerPort = port == 0 ? freePort() : port;
            Properties settings = settings(data, brokerPort, controllerPort == 0 ? freePort() : controllerPort);
            format(data, settings);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            return new TrialBroker(server, brokerPort, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("the trial broker cannot use its directory", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void format(Path data, Properties settings) throws IOException {
        if (Files.exists(data.resolve("log/meta.properties"))) {
            return;
        }
        Path file = data.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "written at each format; the settings are in TrialBroker");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException("the broker's storage was not formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties settings(Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("node.id", "1"),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", data.resolve("log").toAbsolutePath().toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.min.session.timeout.ms", "1000"),
                // A killed broker comes back as itself only when its old session has run out.
                Map.entry("broker.session.timeout.ms", "1500"),
                Map.entry("broker.heartbeat.interval.ms", "300"),
                Map.entry("log.retention.hours", "720"),
                Map.entry("log.segment.bytes", String.valueOf(64 * 1024 * 1024)),
                Map.entry("log.index.size.max.bytes", String.valueOf(1024 * 1024)),
                Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024)),
                Map.entry("log.cleaner.io.buffer.size", String.valueOf(128 * 1024)),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "3"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("queued.max.requests", "100"),
                Map.entry("controlled.shutdown.enable", "false")));
        return settings;
    }

    /** Where clients begin. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary != null) {
            try (Stream<Path> files = Files.walk(temporary)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Runs until it is told to stop; reads {@code MINWON_DATA} and {@code MINWON_PORT_OFFSET}. */
    public static void main(String[] args) throws InterruptedException {
        int offset = Integer.parseInt(System.getenv().getOrDefault("MINWON_PORT_OFFSET", "0"));
        Path data = Path.of(System.getenv().getOrDefault("MINWON_DATA", "data")).resolve("broker");
        TrialBroker broker = start(data, DEFAULT_PORT + offset, DEFAULT_CONTROLLER_PORT + offset);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        Thread.currentThread().join();
    }
}
