package kr.minwon.notification.subscription.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.subscription.Subscriber;
import kr.minwon.notification.subscription.Subscription;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** Subscribers, to and from documents. */
final class SubscriberDocuments implements DocumentMapping<Subscriber> {
    /** {@code office/topic}, {@code office/topic/동} and the like: by what mailings find people. */
    static final String REACH_KEYS = "reachKeys";
    /** What the links in their texts hold. */
    static final String LINK_KEYS = "linkKeys";

    private static final String OFFICE = "officeId";
    private static final String LINKS = "links";

    @Override
    public Subscriber read(Document document) {
        Map<String, String> links = new HashMap<>();
        document.get(LINKS, new Document()).forEach((topic, token) -> links.put(topic, String.valueOf(token)));
        return new Subscriber(
                document.getString("_id"),
                document.getString(OFFICE),
                document.getString("phone"),
                document.getList("subscriptions", Document.class, List.of()).stream()
                        .map(one ->
                                new Subscription(one.getString("topic"), one.getList("dongs", String.class, List.of())))
                        .toList(),
                links,
                document.getBoolean("ads", false),
                document.getBoolean("adsAtNight", false));
    }

    @Override
    public Document write(Subscriber subscriber) {
        Document links = new Document();
        subscriber.links().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(link -> links.append(link.getKey(), link.getValue()));
        Document document = new Document(OFFICE, subscriber.officeId())
                .append(
                        "subscriptions",
                        subscriber.subscriptions().stream()
                                .map(one -> new Document("topic", one.topicId()).append("dongs", one.dongs()))
                                .toList())
                .append("ads", subscriber.ads())
                .append("adsAtNight", subscriber.adsAtNight())
                .append(LINKS, links)
                .append(LINK_KEYS, new ArrayList<>(links.values()));
        if (subscriber.sealedPhone() != null) {
            document.append("phone", subscriber.sealedPhone()).append(REACH_KEYS, subscriber.reachKeys());
        }
        return document;
    }
}
