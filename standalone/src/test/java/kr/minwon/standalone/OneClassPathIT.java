package kr.minwon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that one service brings to the shared class path changes what another is made of, or says of its API. */
class OneClassPathIT {
    /** Boot adds these wherever Reactor is on the class path; nothing asks for them. */
    private static final Set<String> BOOTS_REACTIVE_TWIN = Set.of(
            "reactiveHealthContributorRegistry",
            "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration$ReactiveHealthContributorRegistryConfiguration");

    @TempDir
    static Path directory;

    private static Map<String, String> environment;
    private static TrialStore store;
    private static TrialBroker broker;

    @BeforeAll
    static void start() throws Exception {
        int offset = freeOffset();
        environment = Map.of(
                "MINWON_DATA", directory.resolve("data").toString(), "MINWON_PORT_OFFSET", String.valueOf(offset));
        Addresses addresses = Addresses.of(environment);
        Files.createDirectories(addresses.data());
        Secrets.createMissing(addresses);
        store = TrialStore.open(addresses.data().resolve("store"), addresses.port(Part.STORE));
        broker = TrialBroker.start(
                addresses.data().resolve("broker"), addresses.port(Part.BROKER), addresses.port(Part.CONTROLLER));
    }

    private static int freeOffset() {
        while (true) {
            int offset = 12_000 + ThreadLocalRandom.current().nextInt(10_000);
            if (Arrays.stream(Part.values()).allMatch(part -> isFree(part.defaultPort() + offset))) {
                return offset;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (broker != null) {
            broker.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "complaint-service, kr.minwon.complaint.ComplaintServiceApplication, 200",
        "routing-service, kr.minwon.routing.RoutingServiceApplication, 200",
        // It has no description: the gateway knows its calls by the access table alone.
        "notification-service, kr.minwon.notification.NotificationServiceApplication, 404",
        "gateway, kr.minwon.gateway.GatewayApplication, 200"
    })
    void aServiceIsMadeOfTheSameBeansAndDescribesItselfAlikeInStandaloneAndAlone(
            String module, String application, int described) throws Exception {
        Path target = Path.of("..", module, "target").toAbsolutePath().normalize();
        String own = target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("runtime-class-path.txt")).strip();
        List<String> alone = portrait(module, application, own);
        List<String> together = portrait(module, application, shared());
        assertThat(alone).hasSizeGreaterThan(50).contains("description " + described);
        assertThat(together).isEqualTo(alone);
    }

    /** The jars that the launcher starts standalone from. */
    private static String shared() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/lib").toAbsolutePath())) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static List<String> portrait(String module, String application, String classPath) throws Exception {
        Path names = Files.createTempFile(directory, "portrait", ".txt");
        Path log = Files.createTempFile(directory, "start", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath(),
                Portrait.class.getName(),
                module.replace("-service", ""),
                application,
                names.toString());
        builder.environment().putAll(environment);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(() -> read(log)).isZero();
        return Files.readAllLines(names).stream()
                // The binder numbers its error channels anew at each start.
                .map(name -> name.replaceFirst("^kafka-\\d+\\.", "kafka."))
                .filter(name -> !BOOTS_REACTIVE_TWIN.contains(name))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
