package kr.minwon.addresses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Ports, peers, key files and the data directory of one instance. Everything is bound to loopback unless
 * {@code MINWON_BIND} says otherwise; {@code MINWON_PORT_OFFSET} moves all ports together, so two instances with other
 * offsets and data never meet.
 */
public final class Addresses {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> environment;
    private final int offset;

    private Addresses(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.offset = offset(environment.getOrDefault("MINWON_PORT_OFFSET", "0"));
    }

    /** The addresses that this process's environment names. */
    public static Addresses fromEnvironment() {
        return of(System.getenv());
    }

    /**
     * The addresses that the given variables name.
     *
     * @throws IllegalArgumentException if {@code MINWON_PORT_OFFSET} is no number or moves a port out of range
     */
    public static Addresses of(Map<String, String> environment) {
        return new Addresses(environment);
    }

    private static int offset(String text) {
        int offset;
        try {
            offset = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("MINWON_PORT_OFFSET must be a whole number, not '" + text + "'", e);
        }
        for (Part part : Part.values()) {
            int port = part.defaultPort() + offset;
            if (port < 1 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException(
                        "MINWON_PORT_OFFSET=" + offset + " moves " + part + " to port " + port);
            }
        }
        return offset;
    }

    /** The port of a part, with the offset. */
    public int port(Part part) {
        return part.defaultPort() + offset;
    }

    /** Where everything is kept: {@code MINWON_DATA}, by default {@code data}. */
    public Path data() {
        return Path.of(value("MINWON_DATA", "data"));
    }

    /** The name of this instance among its like: {@code MINWON_INSTANCE}, by default {@code 1}. */
    public String instance() {
        return value("MINWON_INSTANCE", "1");
    }

    /** Bootstrap servers: {@code KAFKA_BROKERS}, by default this house's own broker. */
    public String brokers() {
        return value("KAFKA_BROKERS", LOOPBACK + ":" + port(Part.BROKER));
    }

    /** Whether the office brings its own broker. */
    public boolean hasOwnBrokers() {
        return environment.containsKey("KAFKA_BROKERS");
    }

    /** Whether the office brings its own MongoDB. */
    public boolean hasOwnStore() {
        return ownStore().isPresent();
    }

    private Optional<String> ownStore() {
        String file = value("MONGODB_URI_FILE", "");
        if (file.isEmpty()) {
            return Optional.of(value("MONGODB_URI", "")).filter(uri -> !uri.isEmpty());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file MONGODB_URI_FILE names: " + file, e);
        }
    }

    /** The MongoDB connection string of a service, database included: {@code MONGODB_URI}, by default the trial store. */
    public String mongoUri(String service) {
        String base = ownStore().orElse("mongodb://" + LOOPBACK + ":" + port(Part.STORE));
        int query = base.indexOf('?');
        String options = query < 0 ? "" : base.substring(query);
        String head = query < 0 ? base : base.substring(0, query);
        int hosts = head.indexOf("://") + "://".length();
        int slash = head.indexOf('/', hosts);
        // A database named in the variable is the login's database for all four services; each still has its own.
        String server = slash < 0 ? head : head.substring(0, slash);
        String login = slash < 0 ? "" : head.substring(slash + 1);
        String uri = server + "/" + database(service) + options;
        return login.isEmpty() || options.contains("authSource=")
                ? uri
                : uri + (options.isEmpty() ? "?" : "&") + "authSource=" + login;
    }

    /** A service's own database, such as {@code minwon_complaint}; {@code MINWON_DATABASE_PREFIX} replaces {@code minwon}. */
    public String database(String service) {
        return value("MINWON_DATABASE_PREFIX", "minwon") + "_" + service;
    }

    /** Where a service answers: {@code MINWON_COMPLAINT_URI} and so on, by default on loopback. */
    public String uri(Part part) {
        return value("MINWON_" + part.name() + "_URI", "http://" + LOOPBACK + ":" + port(part));
    }

    /**
     * The Spring properties of a service, as defaults: what its own configuration file says on top of them wins.
     *
     * @param service {@code complaint}, {@code routing}, {@code notification} or {@code gateway}
     */
    public Map<String, Object> propertiesOf(String service) {
        Part part = Part.valueOf(service.toUpperCase(Locale.ROOT));
        String bind = value("MINWON_BIND", LOOPBACK);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port(part));
        properties.put("server.address", bind);
        properties.put("management.server.port", port(part.management()));
        properties.put("management.server.address", value("MINWON_MANAGEMENT_BIND", bind));
        properties.put("spring.mongodb.uri", mongoUri(service));
        properties.put("spring.cloud.stream.kafka.binder.brokers", brokers());
        properties.put("minwon.kafka.brokers", brokers());
        properties.put("minwon.data", data().toString());
        properties.put("minwon.instance", instance());
        properties.put("minwon.database", database(service));
        for (Part peer : new Part[] {Part.COMPLAINT, Part.ROUTING, Part.NOTIFICATION}) {
            properties.put("minwon.services." + peer.service() + ".uri", uri(peer));
        }
        properties.put("minwon.public-url", value("MINWON_PUBLIC_URL", publicUrl()));
        properties.put("minwon.smpp.host", value("MINWON_SMPP_HOST", LOOPBACK));
        properties.put("minwon.smpp.port", value("MINWON_SMPP_PORT", String.valueOf(port(Part.SMPP))));
        for (KeyFile key : KeyFile.values()) {
            properties.put(key.property(), key(key).toString());
        }
        return properties;
    }

    /** Where residents reach the gateway when nothing is said: only right on this machine. */
    private String publicUrl() {
        return scheme() + "://" + LOOPBACK + ":" + port(Part.GATEWAY);
    }

    /** What the gateway speaks: https when it was given a certificate. */
    public String scheme() {
        return certificate().isPresent() ? "https" : "http";
    }

    /** The gateway's certificate, in PEM, when it speaks TLS itself ({@code MINWON_TLS_CERT}). */
    public Optional<Path> certificate() {
        return Optional.of(value("MINWON_TLS_CERT", ""))
                .filter(file -> !file.isBlank())
                .map(Path::of);
    }

    /** Where a key file lies: its variable, by default under {@code secrets} in the data directory. */
    public Path key(KeyFile key) {
        String named = environment.get(key.variable());
        return named != null ? Path.of(named) : data().resolve("secrets").resolve(key.fileName());
    }

    private String value(String variable, String otherwise) {
        String value = Objects.requireNonNullElse(environment.get(variable), "");
        return value.isBlank() ? otherwise : value;
    }
}
