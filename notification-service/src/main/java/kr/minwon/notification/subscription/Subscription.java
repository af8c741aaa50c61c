package kr.minwon.notification.subscription;

import java.util.List;

/**
 * News of one topic.
 *
 * @param topicId the topic's
 * @param dongs of which 동, in the order of their codes; of all of them when there are none
 */
public record Subscription(String topicId, List<String> dongs) {
    public Subscription {
        dongs = dongs.stream().distinct().sorted().toList();
    }
}
