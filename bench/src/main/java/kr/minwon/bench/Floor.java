package kr.minwon.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import kr.minwon.phonesimulator.PhoneSimulatorApplication;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that the job can cost: plain Java, no framework, no outbox, no duplicates or order kept, no limits, no
 * authorisation. HTTP → insert → Kafka → write → Kafka → write → SMPP submits of the same two texts, with one durable
 * write for each hop and for each state of a message. Same store, broker and phones in the same JVM as the product's.
 */
public final class Floor {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Charset EUC_KR = Charset.forName("EUC-KR");
    private static final String RECEIVED = "[서구청] 민원이 접수되었습니다. 접수번호 %s";
    private static final String ASSIGNED = "[서구청] 접수번호 %s 민원을 건설과(062-000-0000)에서 %s까지 처리합니다.";

    private final KafkaProducer<String, byte[]> producer;
    private final MongoCollection<Document> complaints;
    private final MongoCollection<Document> items;
    private final MongoCollection<Document> messages;
    private final SMPPSession smpp = new SMPPSession();

    private Floor(String brokers, MongoClient store) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        settings.put("acks", "all");
        settings.put("linger.ms", "2");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        complaints = store.getDatabase("floor").getCollection("complaints");
        items = store.getDatabase("floor").getCollection("items");
        messages = store.getDatabase("floor").getCollection("messages");
    }

    public static void main(String[] arguments) throws Exception {
        int offset = Integer.parseInt(System.getenv().getOrDefault("MINWON_PORT_OFFSET", "0"));
        Path data = Path.of(System.getenv().getOrDefault("MINWON_DATA", "data"));
        TrialStore store = TrialStore.open(data.resolve("store"), 8094 + offset);
        TrialBroker broker = TrialBroker.start(data.resolve("broker"), 8092 + offset, 8093 + offset);
        new SpringApplicationBuilder(PhoneSimulatorApplication.class)
                .properties("spring.config.name=phone-simulator")
                .run(
                        "--server.port=" + (8090 + offset),
                        "--simulator.smpp-port=" + (2775 + offset),
                        "--simulator.directory=" + data.resolve("phone"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("filed", 12, (short) 1), new NewTopic("assigned", 12, (short) 1)))
                    .all()
                    .get();
        }
        Floor floor = new Floor(broker.bootstrapServers(), MongoClients.create(store.uri()));
        floor.run(broker.bootstrapServers(), offset);
    }

    private void run(String brokers, int offset) throws IOException {
        smpp.setTransactionTimer(10_000);
        smpp.connectAndBind(
                "127.0.0.1",
                2775 + offset,
                new BindParameter(
                        BindType.BIND_TRX,
                        "floor",
                        "floor",
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        Thread.ofPlatform().start(() -> consume(brokers, "routing", "filed", this::route));
        Thread.ofPlatform()
                .start(() -> consume(brokers, "receipts", "filed", record -> tell(record, "received", RECEIVED)));
        Thread.ofPlatform()
                .start(() ->
                        consume(brokers, "notification", "assigned", record -> tell(record, "assigned", ASSIGNED)));
        HttpServer http = HttpServer.create(new InetSocketAddress("127.0.0.1", 8080 + offset), 512);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/api/v1/complaints", this::file);
        http.start();
    }

    private void file(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String id = UUID.randomUUID().toString();
        String receipt = "2611-%04d-%04d".formatted(id.hashCode() & 0xFFF, id.hashCode() >>> 20);
        String phone = body.get("reporter").get("phone").asString();
        complaints.insertOne(new Document("_id", id)
                .append("receiptNumber", receipt)
                .append("title", body.get("title").asString())
                .append("body", body.get("body").asString())
                .append("phone", phone)
                .append("status", "accepted"));
        publish(
                "filed",
                id,
                Map.of(
                        "id",
                        id,
                        "receiptNumber",
                        receipt,
                        "phone",
                        phone,
                        "title",
                        body.get("title").asString()));
        byte[] answer = JSON.writeValueAsBytes(Map.of("complaintId", id, "receiptNumber", receipt));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void route(ConsumerRecord<String, byte[]> record) {
        JsonNode event = JSON.readTree(record.value());
        String due = Instant.now()
                .plus(Duration.ofDays(3))
                .atZone(ZoneId.of("Asia/Seoul"))
                .toLocalDate()
                .toString();
        items.insertOne(new Document("_id", record.key())
                .append("department", "construction")
                .append("receiptNumber", event.get("receiptNumber").asString())
                .append("title", event.get("title").asString())
                .append("due", due));
        complaints.updateOne(
                eq("_id", record.key()),
                Updates.combine(
                        Updates.set("status", "assigned"),
                        Updates.set("department", "construction"),
                        Updates.set("due", due)));
        publish(
                "assigned",
                record.key(),
                Map.of(
                        "id", record.key(),
                        "receiptNumber", event.get("receiptNumber").asString(),
                        "phone", event.get("phone").asString(),
                        "due", due));
    }

    private void tell(ConsumerRecord<String, byte[]> record, String step, String template) {
        JsonNode event = JSON.readTree(record.value());
        String text = template.formatted(
                event.get("receiptNumber").asString(), event.path("due").asString(""));
        String id = record.key() + "/" + step;
        messages.insertOne(new Document("_id", id).append("text", text).append("state", "queued"));
        messages.updateOne(eq("_id", id), Updates.set("state", "sending"));
        String accepted = submit(event.get("phone").asString(), text);
        messages.updateOne(
                eq("_id", id), Updates.combine(Updates.set("state", "accepted"), Updates.set("providerId", accepted)));
    }

    private String submit(String phone, String text) {
        try {
            return smpp.submitShortMessage(
                            "",
                            TypeOfNumber.NATIONAL,
                            NumberingPlanIndicator.ISDN,
                            "0620000000",
                            TypeOfNumber.NATIONAL,
                            NumberingPlanIndicator.ISDN,
                            phone,
                            new ESMClass(),
                            (byte) 0,
                            (byte) 1,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new GeneralDataCoding(Alphabet.parseDataCoding((byte) 0x0E)),
                            (byte) 0,
                            text.getBytes(EUC_KR))
                    .getMessageId();
        } catch (Exception e) {
            throw new IllegalStateException("the floor has no way to go on", e);
        }
    }

    private void publish(String topic, String key, Map<String, String> event) {
        producer.send(new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(event)));
    }

    @FunctionalInterface
    private interface Step {
        void take(ConsumerRecord<String, byte[]> record);
    }

    private static void consume(String brokers, String group, String topic, Step step) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                100);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(200)).forEach(step::take);
            }
        }
    }

    static {
        System.setProperty("logging.level.root", "WARN");
        if (!EUC_KR.newEncoder().canEncode("서")) {
            throw new IllegalStateException(StandardCharsets.UTF_8 + " only: this JDK lacks EUC-KR");
        }
    }
}
