package kr.minwon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.KeyFile;
import kr.minwon.addresses.Part;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as Debian's docker-compose resolves it, held against what the services really read. */
class ComposeIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, String> MODULES = Map.of(
            "complaint", "complaint-service",
            "routing", "routing-service",
            "notification", "notification-service",
            "gateway", "gateway");
    private static final String SIMULATOR = "phone-simulator";

    @TempDir
    static Path checkout;

    private static Map<String, Map<String, Object>> services;
    private static Map<String, Object> secrets;

    @BeforeAll
    static void resolve() throws Exception {
        Files.copy(ROOT.resolve("docker-compose.yml"), checkout.resolve("docker-compose.yml"));
        copy(ROOT.resolve("ops"), checkout.resolve("ops"));
        run("bash", "ops/docker/make-secrets.sh");
        Map<String, Object> resolved = new Yaml().load(run("docker-compose", "config"));
        services = cast(resolved.get("services"));
        secrets = cast(resolved.get("secrets"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String run(String... command) throws Exception {
        Path out = checkout.resolve("out");
        Process process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectOutput(out.toFile())
                .redirectError(new File(checkout.toFile(), "err"))
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(checkout.resolve("err")))
                .isZero();
        return Files.readString(out);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static Map<String, String> environment(String service) {
        Map<String, Object> set = cast(services.get(service).getOrDefault("environment", Map.of()));
        return set.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Objects.toString(entry.getValue(), "")));
    }

    private static String sources(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|yml)"))
                    .map(ComposeIT::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyVariableIsOneThatItsServiceReads() throws Exception {
        for (Map.Entry<String, String> one : MODULES.entrySet()) {
            String sources = sources(one.getValue());
            Map<String, String> environment = new HashMap<>(environment(one.getValue()));
            environment.remove("SERVICE_MAIN");
            Path store = Files.writeString(checkout.resolve("store-uri"), "mongodb://one");
            environment.put("MONGODB_URI_FILE", store.toString());
            Map<String, Object> properties = Addresses.of(environment).propertiesOf(one.getKey());
            for (String variable : environment.keySet()) {
                Map<String, String> other = new HashMap<>(environment);
                other.put(variable, changed(variable));
                boolean isRead = sources.contains("${" + variable)
                        || !Addresses.of(other).propertiesOf(one.getKey()).equals(properties);
                assertThat(isRead).as("%s reads %s", one.getValue(), variable).isTrue();
            }
        }
    }

    private static String changed(String variable) throws IOException {
        if (variable.equals("MONGODB_URI_FILE")) {
            return Files.writeString(checkout.resolve("another-uri"), "mongodb://two")
                    .toString();
        }
        return "1";
    }

    /** What is not given is looked for in the data directory, which a container does not have. */
    @Test
    void everyKeyThatAServiceReadsIsGivenToIt() {
        for (String module : MODULES.values()) {
            String sources =
                    sources(module) + "\nminwon.keys." + (module.equals("gateway") ? "caller-private" : "callers");
            for (KeyFile key : KeyFile.values()) {
                boolean reads = Pattern.compile(Pattern.quote(key.property()) + "(?![a-z-])")
                        .matcher(sources)
                        .find();
                String file = environment(module).get(key.variable());
                assertThat(file != null).as("%s is given %s", module, key).isEqualTo(reads);
                if (reads) {
                    assertThat(secretsOf(module)).as(module).contains(file.replace("/run/secrets/", ""));
                }
            }
        }
    }

    @Test
    void everySettingOfTheSimulatorIsOne() throws Exception {
        String settings = sources(SIMULATOR) + Files.readString(ROOT.resolve("phone-simulator/README.md"));
        List<String> arguments = cast(services.get(SIMULATOR).get("command"));
        assertThat(arguments).hasSize(2).allSatisfy(argument -> {
            String name = argument.replaceAll("^--|=.*$", "");
            assertThat(name.equals("server.address") || settings.contains("`" + name + "`"))
                    .as(name)
                    .isTrue();
        });
        assertThat(sources(SIMULATOR)).contains("${MINWON_DATA");
    }

    private static Set<String> secretsOf(String service) {
        List<Object> named = cast(services.get(service).getOrDefault("secrets", List.of()));
        return named.stream()
                .map(secret -> secret instanceof Map<?, ?> map
                        ? Objects.toString(map.get("source"))
                        : Objects.toString(secret))
                .collect(Collectors.toSet());
    }

    @Test
    void everySecretIsMadeByTheScriptAndEveryUsedOneIsDeclared() {
        Pattern used = Pattern.compile("/run/secrets/([a-z-]+)");
        secrets.forEach((name, secret) -> {
            Map<String, Object> declared = cast(secret);
            assertThat(checkout.resolve("secrets").resolve(name))
                    .isEqualTo(Path.of((String) declared.get("file")))
                    .isNotEmptyFile();
        });
        services.forEach((name, service) -> {
            Matcher matcher = used.matcher(service.toString());
            while (matcher.find()) {
                assertThat(secretsOf(name)).as(name).contains(matcher.group(1));
            }
            assertThat(secrets.keySet()).containsAll(secretsOf(name));
        });
    }

    @Test
    void everyPortIsOneThatItsPartListensAt() throws Exception {
        Map<String, Set<Integer>> listens = new TreeMap<>(Map.of(
                "complaint-service",
                ports(Part.COMPLAINT, Part.COMPLAINT_MANAGEMENT),
                "routing-service",
                ports(Part.ROUTING, Part.ROUTING_MANAGEMENT),
                "notification-service",
                ports(Part.NOTIFICATION, Part.NOTIFICATION_MANAGEMENT),
                "gateway",
                ports(Part.GATEWAY, Part.GATEWAY_MANAGEMENT),
                SIMULATOR,
                ports(Part.PHONES, Part.SMPP),
                "kafka",
                Set.of(9092, 9093),
                "mongo",
                Set.of(27017),
                "prometheus",
                Set.of(9090),
                "grafana",
                Set.of(3000)));
        Map<String, String> texts = new LinkedHashMap<>();
        services.forEach((name, service) -> {
            Map<String, Object> addressing = new HashMap<>(service);
            addressing.remove("image");
            texts.put(name, addressing.toString());
        });
        texts.put("prometheus.yml", Files.readString(ROOT.resolve("ops/prometheus/prometheus.yml")));
        texts.put(
                "the data source",
                Files.readString(ROOT.resolve("ops/grafana/provisioning/datasources/prometheus.yml")));
        texts.put("initialise.js", Files.readString(ROOT.resolve("ops/mongo/initialise.js")));
        for (Map.Entry<String, Set<Integer>> part : listens.entrySet()) {
            Pattern address = Pattern.compile("(?<![a-z0-9.-])" + Pattern.quote(part.getKey()) + ":(\\d+)");
            texts.forEach((where, text) -> {
                Matcher matcher = address.matcher(text);
                while (matcher.find()) {
                    assertThat(part.getValue())
                            .as("%s in %s", matcher.group(), where)
                            .contains(Integer.valueOf(matcher.group(1)));
                }
            });
            for (int port : portsOf(part.getKey())) {
                assertThat(part.getValue()).as(part.getKey()).contains(port);
            }
        }
        assertThat(environment("complaint-service").get("MINWON_SMPP_PORT"))
                .isEqualTo(String.valueOf(Part.SMPP.defaultPort()));
    }

    private static Set<Integer> ports(Part... parts) {
        return Stream.of(parts).map(Part::defaultPort).collect(Collectors.toSet());
    }

    /** What a container publishes, and where its own health is asked for. */
    private static List<Integer> portsOf(String service) {
        List<Integer> ports = new ArrayList<>();
        List<Object> published = cast(services.get(service).getOrDefault("ports", List.of()));
        for (Object port : published) {
            String target = port instanceof Map<?, ?> map
                    ? Objects.toString(map.get("target"))
                    : Objects.toString(port).replaceAll(".*:", "").replace("/tcp", "");
            ports.add(Integer.valueOf(target));
        }
        Map<String, Object> health = cast(services.get(service).getOrDefault("healthcheck", Map.of()));
        Matcher asked = Pattern.compile("(?:127\\.0\\.0\\.1/|localhost:)(\\d+)").matcher(health.toString());
        while (asked.find()) {
            ports.add(Integer.valueOf(asked.group(1)));
        }
        return ports;
    }

    @Test
    void everyContainerIsPinnedWatchedAndNobodysRoot() throws Exception {
        Set<String> expected = Set.of(
                "kafka",
                "mongo",
                "complaint-service",
                "routing-service",
                "notification-service",
                "gateway",
                SIMULATOR,
                "prometheus",
                "alertmanager",
                "grafana");
        assertThat(services.keySet()).containsAll(expected);
        services.forEach((name, service) -> {
            assertThat((String) service.get("image"))
                    .as(name)
                    .matches("[a-z./-]+:v?\\d+\\.\\d+(\\.\\d+)?")
                    .doesNotContain("latest");
            if (expected.contains(name)) {
                assertThat(service).as(name).containsKey("healthcheck");
            }
        });
        String image = Files.readString(ROOT.resolve("ops/docker/Dockerfile"));
        assertThat(image.lines().filter(line -> line.startsWith("FROM ")))
                .allMatch(line -> line.matches("FROM \\S+:[\\w.-]*\\d\\S*( AS \\w+)?"));
        assertThat(image.substring(image.lastIndexOf("FROM "))).contains("\nUSER minwon\n");
        for (String module : List.of("complaint-service", "routing-service", "notification-service", "gateway")) {
            Class<?> main = Class.forName(environment(module).get("SERVICE_MAIN"));
            assertThat(main.getMethod("main", String[].class)).as(module).isNotNull();
        }
        assertThat(Class.forName(environment(SIMULATOR).get("SERVICE_MAIN")).getMethod("main", String[].class))
                .isNotNull();
    }
}
