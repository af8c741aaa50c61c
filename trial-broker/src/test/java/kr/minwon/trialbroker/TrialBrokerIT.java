package kr.minwon.trialbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialBrokerIT {
    @TempDir
    Path directory;

    @Test
    void keepsItsRecordsOverARestart() throws Exception {
        try (TrialBroker broker = TrialBroker.start(directory, 0, 0)) {
            createTopic(broker.bootstrapServers());
            send(broker.bootstrapServers(), "before");
        }
        try (TrialBroker broker = TrialBroker.start(directory, 0, 0)) {
            assertThat(read(broker.bootstrapServers())).isEqualTo("before");
        }
    }

    @Test
    void keepsAcknowledgedRecordsOverAKill() throws Exception {
        int offset = 20_000 + (int) (ProcessHandle.current().pid() % 1_000);
        String bootstrap = "127.0.0.1:" + (8_092 + offset);
        Process first = process(offset);
        try {
            createTopic(bootstrap);
            send(bootstrap, "acknowledged");
        } finally {
            first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        Process second = process(offset);
        try {
            assertThat(read(bootstrap)).isEqualTo("acknowledged");
        } finally {
            second.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process process(int offset) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TrialBroker.class.getName());
        builder.environment().put("MINWON_DATA", directory.toString());
        builder.environment().put("MINWON_PORT_OFFSET", String.valueOf(offset));
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
    }

    private static void createTopic(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap, "default.api.timeout.ms", 30_000, "request.timeout.ms", 10_000))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
        }
    }

    private static void send(String bootstrap, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("t", "k", value)).get();
        }
    }

    private static String read(String bootstrap) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("t", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < until) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    return records.iterator().next().value();
                }
            }
            return "nothing";
        }
    }
}
