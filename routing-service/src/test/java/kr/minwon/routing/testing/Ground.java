package kr.minwon.routing.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.minwon.signedcalls.testing.TestCalls;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;

/** A real broker, and a store ({@code MONGODB_URI}, else the trial store), for one test class. */
public final class Ground implements AutoCloseable {
    private final TrialBroker broker = TrialBroker.start(null, 0, 0);
    private final TrialStore store = System.getenv("MONGODB_URI") == null ? TrialStore.open(null, 0) : null;
    private final String database =
            "test_routing_" + UUID.randomUUID().toString().substring(0, 8);

    public String brokers() {
        return broker.bootstrapServers();
    }

    public String database() {
        return database;
    }

    /** The connection string, database included. */
    public String storeUri() {
        String base = store == null ? System.getenv("MONGODB_URI") : store.uri();
        int query = base.indexOf('?');
        String head = query < 0 ? base : base.substring(0, query);
        String options = query < 0 ? "" : base.substring(query);
        int slash = head.indexOf('/', head.indexOf("://") + 3);
        return (slash < 0 ? head : head.substring(0, slash)) + "/" + database + options;
    }

    /** What the service is told, on free ports. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("management.server.port", 0);
        properties.put("management.server.address", "127.0.0.1");
        properties.put("spring.mongodb.uri", storeUri());
        properties.put("spring.cloud.stream.kafka.binder.brokers", brokers());
        properties.put("minwon.kafka.brokers", brokers());
        properties.put("minwon.instance", "test");
        properties.put("minwon.database", database);
        properties.put("minwon.keys.callers", TestCalls.publicKeys().toString());
        properties.put("spring.config.name", "routing-service");

        properties.put("logging.structured.format.console", "");
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.kafka", "error");
        properties.put("logging.level.org.apache.kafka", "error");
        properties.put("logging.level.state.change.logger", "error");
        return properties;
    }

    @Override
    public void close() {
        broker.close();
        if (store != null) {
            store.close();
        }
    }
}
