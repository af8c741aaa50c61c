package kr.minwon.e2e;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.KeyFile;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.bson.Document;

/** Residents who subscribed before the test began, as notification-service stores them. */
final class Subscribed {
    private Subscribed() {}

    /**
     * So many who want a topic of all 동.
     *
     * @param prefix of their phones; the count fills up the 11 digits
     */
    static void to(Addresses product, String topic, String prefix, int count) {
        FieldSealer sealer = new FieldSealer(KeyRing.load(product.key(KeyFile.FIELDS)));
        ContactIdentity identity = new ContactIdentity(KeyRing.load(product.key(KeyFile.CONTACTS)));
        List<Document> subscribers = new ArrayList<>();
        List<Document> consents = new ArrayList<>();
        String digits = "%0" + (11 - prefix.length()) + "d";
        for (int n = 0; n < count; n++) {
            String phone = prefix + digits.formatted(n);
            String id = "seogu/" + identity.of(phone);
            String link = "%016d".formatted(n);
            subscribers.add(stored(id)
                    .append("officeId", "seogu")
                    .append("subscriptions", List.of(new Document("topic", topic).append("dongs", List.of())))
                    .append("ads", false)
                    .append("adsAtNight", false)
                    .append("links", new Document(topic, link))
                    .append("linkKeys", List.of(link))
                    .append("phone", sealer.seal("reporter.phone", phone))
                    .append("reachKeys", List.of("seogu/" + topic, "seogu/" + topic + "/all")));
            consents.add(stored(id)
                    .append(
                            "entries",
                            List.of(new Document("purpose", "news/" + topic)
                                    .append("given", true)
                                    .append("channel", "verifiedPhone")
                                    .append("words", "sms-1")
                                    .append("officeId", "seogu")
                                    .append("dongs", List.of())
                                    .append("at", Date.from(Instant.now())))));
        }
        try (MongoClient client = MongoClients.create(product.mongoUri("notification"))) {
            MongoDatabase database = client.getDatabase(product.database("notification"));
            database.getCollection("subscribers").insertMany(subscribers);
            database.getCollection("consents").insertMany(consents);
        }
    }

    private static Document stored(String id) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("outbox", new Document("seq", 0L).append("pending", List.of()));
    }
}
