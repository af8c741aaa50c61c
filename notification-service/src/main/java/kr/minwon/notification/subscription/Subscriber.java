package kr.minwon.notification.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants news, known by the identity of their phone. Who wants none any more is still known by the links in
 * the texts they got, and by nothing else.
 *
 * @param id {@code office/identity of the phone}, the same for as long as it is there
 * @param sealedPhone the phone, sealed; null once nothing is subscribed to
 * @param subscriptions one for each topic
 * @param links what the links in their texts hold, by topic
 * @param ads whether advertising may be among the news (정보통신망법 §50)
 * @param adsAtNight whether it may come between 21:00 and 08:00 (§50③)
 */
public record Subscriber(
        String id,
        String officeId,
        @Nullable String sealedPhone,
        List<Subscription> subscriptions,
        Map<String, String> links,
        boolean ads,
        boolean adsAtNight) {
    public Subscriber {
        subscriptions = List.copyOf(subscriptions);
        links = Map.copyOf(links);
    }

    /** Who they are to messages: the identity of the phone. */
    public String recipient() {
        return id.substring(officeId.length() + 1);
    }

    /** The subscription to a topic, if there is one. */
    public @Nullable Subscription to(String topicId) {
        return subscriptions.stream()
                .filter(one -> one.topicId().equals(topicId))
                .findFirst()
                .orElse(null);
    }

    /** By what a mailing finds them; a mailing asks for any of several. */
    public List<String> reachKeys() {
        List<String> keys = new ArrayList<>();
        for (Subscription one : subscriptions) {
            keys.addAll(Reach.keysOf(officeId, one, false));
            if (ads) {
                keys.addAll(Reach.keysOf(officeId, one, true));
            }
        }
        return keys;
    }
}
