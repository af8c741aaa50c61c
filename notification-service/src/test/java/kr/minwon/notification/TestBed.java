package kr.minwon.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.signedcalls.testing.TestCalls;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;

/** What the service stands on in these tests: a store and a broker for the whole JVM, a database and keys for each bed. */
public final class TestBed {
    private final Path data;
    private final String prefix = "test_" + UUID.randomUUID().toString().substring(0, 8);
    private final int smppPort;
    private final FieldSealer sealer;

    /** One store and one broker; they go with the JVM. */
    private static final class Shared {
        static final TrialStore STORE = TrialStore.open(null, 0);
        static final TrialBroker BROKER = TrialBroker.start(null, 0, 0);
    }

    TestBed(int smppPort) {
        this.smppPort = smppPort;
        try {
            this.data = Files.createTempDirectory("notification-service");
            Path keys = data.resolve("secrets/field-keys");
            KeyRing.createIfMissing(keys, "f1");
            KeyRing.createIfMissing(data.resolve("secrets/contact-keys"), "c1");
            TestCalls.writeKeys(data.resolve("secrets/caller-keys"));
            this.sealer = new FieldSealer(KeyRing.load(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store the suite runs on: {@code MONGODB_URI}, or the trial store. */
    static String storeUri() {
        return Optional.ofNullable(System.getenv("MONGODB_URI")).orElseGet(() -> Shared.STORE.uri());
    }

    static String brokers() {
        return Shared.BROKER.bootstrapServers();
    }

    /** The database of this bed. */
    String database() {
        return prefix + "_notification";
    }

    /** Seals as the other services do. */
    FieldSealer sealer() {
        return sealer;
    }

    /** Whose a phone is, as the service tells it. */
    ContactIdentity identity() {
        return new ContactIdentity(KeyRing.load(data.resolve("secrets/contact-keys")));
    }

    /** A phone as it comes in events. */
    String sealed(String phone) {
        return sealer.seal("reporter.phone", phone);
    }

    /** The token of a link as it comes in events. */
    String sealedLink(String token) {
        return sealer.seal("link", token);
    }

    /** The environment of a service that stands on this. */
    Map<String, String> environment(String instance) {
        Map<String, String> environment = new HashMap<>();
        environment.put("MONGODB_URI", storeUri());
        environment.put("KAFKA_BROKERS", brokers());
        environment.put("MINWON_DATA", data.toString());
        environment.put("MINWON_DATABASE_PREFIX", prefix);
        environment.put("MINWON_INSTANCE", instance);
        environment.put("MINWON_SMPP_HOST", "127.0.0.1");
        environment.put("MINWON_SMPP_PORT", String.valueOf(smppPort));
        return environment;
    }
}
