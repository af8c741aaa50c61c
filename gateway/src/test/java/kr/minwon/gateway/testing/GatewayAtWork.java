package kr.minwon.gateway.testing;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.minwon.addresses.Addresses;
import kr.minwon.gateway.GatewayApplication;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.apikeys.ApiKey;
import kr.minwon.gateway.apikeys.ApiKeys;
import kr.minwon.gateway.apikeys.SecretHash;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import kr.minwon.trialstore.TrialStore;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A gateway that runs, three services behind it that are WireMock, and a store. */
public final class GatewayAtWork implements AutoCloseable {
    /** The password of every account that {@link #account} makes. */
    public static final String PASSWORD = "correct horse 9";

    private final TrialStore store;
    private final Map<String, WireMockServer> services = new LinkedHashMap<>();
    private final List<String> args = new ArrayList<>();
    private ConfigurableApplicationContext context;

    private GatewayAtWork(String... more) {
        store = TrialStore.open(null, 0);
        for (String service : List.of("complaint", "routing", "notification")) {
            WireMockServer mock = new WireMockServer(wireMockConfig()
                    .bindAddress("127.0.0.1")
                    .dynamicPort()
                    .containerThreads(12)
                    .maxRequestJournalEntries(2000));
            mock.start();
            services.put(service, mock);
            args.add("--minwon.services." + service + ".uri=http://127.0.0.1:" + mock.port());
        }
        args.addAll(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mongodb.uri=" + mongoUri() + "/minwon_gateway",
                "--minwon.keys.caller-private=" + TestCalls.privateKey(),
                // No broker: open pages then wait, and everything else works.
                "--minwon.kafka.brokers=127.0.0.1:1",
                "--logging.level.org.apache.kafka=error",
                "--logging.level.root=warn",
                "--logging.structured.format.console=",
                "--logging.level.kr.minwon.gateway.live=error"));
        for (String property : more) {
            // A property given twice would be both values, with a comma between.
            String name = property.substring(0, property.indexOf('=') + 1);
            args.removeIf(known -> known.startsWith(name));
            args.add(property);
        }
        context = GatewayApplication.start(Addresses.of(Map.of()), args.toArray(String[]::new));
    }

    /** Starts one; {@code more} are further command-line properties. */
    public static GatewayAtWork start(String... more) {
        return new GatewayAtWork(more);
    }

    /** Stops the gateway and starts it anew on the same store and services. */
    public void restart() {
        context.close();
        context = GatewayApplication.start(Addresses.of(Map.of()), args.toArray(String[]::new));
    }

    /** Stops the store under the running gateway. */
    public void loseStore() {
        store.close();
    }

    /** The service's stand-in. */
    public WireMockServer service(String name) {
        WireMockServer service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return service;
    }

    /** All stand-ins. */
    public Iterable<WireMockServer> services() {
        return services.values();
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
    }

    /** A client without cookies. */
    public Http http() {
        return new Http(this);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String mongoUri() {
        return store.uri();
    }

    /** Makes an API key; the answer is its secret. */
    public String apiKey(Role role, String... departments) {
        String secret = "test-key-of-" + role.wireName() + "-" + String.join("-", departments) + "-0123456789abcdef";
        SecretHash hash = SecretHash.of(secret);
        bean(ApiKeys.class)
                .put(new ApiKey(
                        hash,
                        "key-" + role.wireName(),
                        role.wireName(),
                        role,
                        "seogu",
                        Set.of(departments),
                        Instant.now(),
                        null));
        return secret;
    }

    /** Makes an account whose username is its role's name. */
    public Account account(String username, Role role, String... departments) {
        Account account = Account.create(
                "acc-" + username,
                username,
                "교통지도과 담당",
                role,
                "seogu",
                Set.of(departments),
                bean(PasswordEncoder.class).encode(PASSWORD));
        bean(Accounts.class).put(account);
        return account;
    }

    /** A folder for this test. */
    public static Path folder() {
        try {
            return Files.createTempDirectory("gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        services.values().forEach(WireMockServer::stop);
        store.close();
    }
}
