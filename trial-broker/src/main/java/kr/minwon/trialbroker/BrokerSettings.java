package kr.minwon.trialbroker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a lone broker: quick to come back after a kill, small in memory and threads. */
final class BrokerSettings {
    static final String HOST = "127.0.0.1";

    private BrokerSettings() {}

    static Properties of(Path home, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "node.id", "1",
                "process.roles", "broker,controller",
                "controller.quorum.voters", "1@" + HOST + ":" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "CLIENTS",
                "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,CLIENTS:PLAINTEXT",
                "listeners", "CLIENTS://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners", "CLIENTS://" + HOST + ":" + port,
                "log.dirs", home.resolve("log").toString(),
                "auto.create.topics.enable", "false"));
        settings.putAll(quickRestart());
        settings.putAll(oneNode());
        settings.putAll(smallFootprint());
        return settings;
    }

    /** After kill -9 the controller waits out the dead broker's session, and members come back without a pause. */
    private static Map<String, String> quickRestart() {
        return Map.of(
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "300",
                "group.initial.rebalance.delay.ms", "0",
                "controller.quorum.election.timeout.ms", "300",
                "controller.quorum.election.backoff.max.ms", "300",
                "num.recovery.threads.per.data.dir", "2");
    }

    private static Map<String, String> oneNode() {
        return Map.of(
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                // As long as the offsets of a consumer that was away for a holiday are worth anything.
                "log.retention.hours", "720",
                "offsets.retention.minutes", "43200");
    }

    private static Map<String, String> smallFootprint() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "log.cleaner.threads", "1",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.cleaner.io.buffer.size", "131072",
                "log.segment.bytes", "67108864",
                "offsets.topic.segment.bytes", "8388608",
                // Indexes are mapped at full size until a clean stop; 512 KiB serve a segment of 64 MiB.
                "log.index.size.max.bytes", "524288",
                "queued.max.requests", "100");
    }
}
