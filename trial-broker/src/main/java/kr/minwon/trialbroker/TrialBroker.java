package kr.minwon.trialbroker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A broker and controller in one, bound to loopback, sized for one machine. It keeps its data over restarts and kills. */
public final class TrialBroker implements AutoCloseable {
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
            Path data = directory == null ? Objects.requireNonNull(temporary) : directory;
            Files.createDirectories(data);
            int brokerPort = port == 0 ? FreePort.pick() : port;
            Properties settings = BrokerSettings.of(
                    data.toAbsolutePath(), brokerPort, controllerPort == 0 ? FreePort.pick() : controllerPort);
            format(data, settings);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            return new TrialBroker(server, brokerPort, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("the trial broker cannot use its directory", e);
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

    /** Where clients begin. */
    public String bootstrapServers() {
        return BrokerSettings.HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary != null) {
            Directories.delete(temporary);
        }
    }

    /** Runs on this instance's ports and data directory until it is told to stop; says {@code READY} when it answers. */
    public static void main(String[] args) throws InterruptedException {
        Addresses addresses = Addresses.fromEnvironment();
        TrialBroker broker =
                start(addresses.data().resolve("broker"), addresses.port(Part.BROKER), addresses.port(Part.CONTROLLER));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("READY " + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
