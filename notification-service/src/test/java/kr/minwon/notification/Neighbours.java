package kr.minwon.notification;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.bson.Document;

/** Subscribers as the service stores them, as many as a benchmark or a look by hand wants, each with their consent. */
public final class Neighbours {
    private static final int BATCH = 1_000;

    private Neighbours() {}

    /**
     * Stores so many who subscribed to a topic in all 동.
     *
     * @param prefix of their phones; the count fills up the 11 digits
     */
    static void fill(
            MongoDatabase database,
            FieldSealer sealer,
            ContactIdentity identity,
            String topic,
            String prefix,
            int count) {
        Date at = Date.from(Instant.now());
        String digits = "%0" + (11 - prefix.length()) + "d";
        for (int n = 0; n < count; n += BATCH) {
            List<Document> subscribers = new ArrayList<>();
            List<Document> consents = new ArrayList<>();
            for (int i = n; i < Math.min(count, n + BATCH); i++) {
                String phone = prefix + digits.formatted(i);
                String id = "seogu/" + identity.of(phone);
                String link = "%016d".formatted(i);
                subscribers.add(new Document("_id", id)
                        .append("version", 1L)
                        .append("outbox", new Document("seq", 0L).append("pending", List.of()))
                        .append("officeId", "seogu")
                        .append("subscriptions", List.of(new Document("topic", topic).append("dongs", List.of())))
                        .append("ads", false)
                        .append("adsAtNight", false)
                        .append("links", new Document(topic, link))
                        .append("linkKeys", List.of(link))
                        .append("phone", sealer.seal("reporter.phone", phone))
                        .append("reachKeys", List.of("seogu/" + topic, "seogu/" + topic + "/all")));
                consents.add(new Document("_id", id)
                        .append("version", 1L)
                        .append("outbox", new Document("seq", 0L).append("pending", List.of()))
                        .append(
                                "entries",
                                List.of(new Document("purpose", "news/" + topic)
                                        .append("given", true)
                                        .append("channel", "verifiedPhone")
                                        .append("words", "sms-1")
                                        .append("at", at))));
            }
            database.getCollection("subscribers").insertMany(subscribers);
            database.getCollection("consents").insertMany(consents);
        }
    }

    /** By hand: the store's address, the database, the directory of the keys, a topic, a prefix, how many. */
    public static void main(String[] arguments) {
        Path keys = Path.of(arguments[2]);
        try (MongoClient client = MongoClients.create(arguments[0])) {
            fill(
                    client.getDatabase(arguments[1]),
                    new FieldSealer(KeyRing.load(keys.resolve("field-keys"))),
                    new ContactIdentity(KeyRing.load(keys.resolve("contact-keys"))),
                    arguments[3],
                    arguments[4],
                    Integer.parseInt(arguments[5]));
        }
    }
}
