package kr.minwon.trialbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialBrokerIT {
    private static final String TOPIC = "trial";

    @TempDir
    Path directory;

    @Test
    void keepsItsRecordsAndItsGroupsOverARestart() throws Exception {
        try (TrialBroker broker = TrialBroker.start(directory, 0, 0)) {
            createTopic(broker.bootstrapServers());
            send(broker.bootstrapServers(), 0, 100);
            assertThat(read(broker.bootstrapServers(), 100)).isEqualTo(numbers(0, 100));
        }
        try (TrialBroker broker = TrialBroker.start(directory, 0, 0)) {
            send(broker.bootstrapServers(), 100, 110);
            assertThat(read(broker.bootstrapServers(), 10)).isEqualTo(numbers(100, 110));
        }
    }

    @Test
    void keepsWhatItAcknowledgedOverAKillAndIsSoonBack() throws Exception {
        int port = FreePort.pick();
        int controllerPort = FreePort.pick();
        String bootstrap = BrokerSettings.HOST + ":" + port;
        Process first = process(port, controllerPort);
        createTopic(bootstrap);
        send(bootstrap, 0, 500);
        first.destroyForcibly().waitFor();

        long killed = System.nanoTime();
        Process second = process(port, controllerPort);
        try {
            send(bootstrap, 500, 501);
            Duration away = Duration.ofNanos(System.nanoTime() - killed);
            System.out.printf("kill -9 to the next acknowledged record: %d ms%n", away.toMillis());
            assertThat(read(bootstrap, 501)).isEqualTo(numbers(0, 501));
            // The default session timeout alone would be 9 s; the bound is wide for a busy machine.
            assertThat(away).isLessThan(Duration.ofSeconds(20));
        } finally {
            second.destroy();
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void createsNoTopicByItself() throws Exception {
        try (TrialBroker broker = TrialBroker.start(null, 0, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 500),
                        new StringSerializer(),
                        new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>("unknown", "x"))).failsWithin(Duration.ofSeconds(10));
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    private Process process(int port, int controllerPort) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Alone.class.getName(),
                        directory.toString(),
                        String.valueOf(port),
                        String.valueOf(controllerPort))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith("READY")) {
            line = said.readLine();
        }
        assertThat(line).as("the broker's process came up").isNotNull();
        return process;
    }

    /** A broker in a process that can be killed. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] args) throws InterruptedException {
            TrialBroker broker =
                    TrialBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            System.out.println("READY");
            Thread.currentThread().join();
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private static void createTopic(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
        }
    }

    private static void send(String bootstrap, int from, int to) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            for (String number : numbers(from, to)) {
                producer.send(new ProducerRecord<>(TOPIC, number)).get(20, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> read(String bootstrap, int count) {
        List<String> values = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "group.id", "reader", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
        }
        return values;
    }
}
