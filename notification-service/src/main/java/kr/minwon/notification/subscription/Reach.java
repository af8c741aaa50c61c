package kr.minwon.notification.subscription;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom a mailing goes to: those who subscribed to its topic for one of its 동, or for all. Of advertising only those who
 * take that.
 *
 * @param keys a subscriber who has any of them is meant
 */
public record Reach(List<String> keys) {
    private static final String EVERYWHERE = "all";
    private static final String ADS = "ads:";

    public Reach {
        keys = List.copyOf(keys);
    }

    /** @param dongs none for everybody who subscribed to the topic */
    public static Reach of(String officeId, String topicId, List<String> dongs, boolean advertising) {
        String topic = (advertising ? ADS : "") + officeId + "/" + topicId;
        if (dongs.isEmpty()) {
            return new Reach(List.of(topic));
        }
        List<String> keys = new ArrayList<>(List.of(topic + "/" + EVERYWHERE));
        dongs.forEach(dong -> keys.add(topic + "/" + dong));
        return new Reach(keys);
    }

    static List<String> keysOf(String officeId, Subscription one, boolean advertising) {
        String topic = (advertising ? ADS : "") + officeId + "/" + one.topicId();
        List<String> keys = new ArrayList<>(List.of(topic));
        if (one.dongs().isEmpty()) {
            keys.add(topic + "/" + EVERYWHERE);
        }
        one.dongs().forEach(dong -> keys.add(topic + "/" + dong));
        return keys;
    }
}
