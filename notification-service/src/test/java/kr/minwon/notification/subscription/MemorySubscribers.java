package kr.minwon.notification.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Subscribers in memory; the identity of a phone is {@code c1:} and its number. */
public final class MemorySubscribers implements Subscribers {
    private final Map<String, Subscriber> stored = new TreeMap<>();

    /** So many who subscribed to a topic, for all 동. */
    public MemorySubscribers(String officeId, String topicId, int count) {
        for (int n = 0; n < count; n++) {
            String phone = "0107%07d".formatted(n);
            String id = officeId + "/c1:" + phone;
            stored.put(
                    id,
                    new Subscriber(
                            id,
                            officeId,
                            phone,
                            List.of(new Subscription(topicId, List.of())),
                            Map.of(topicId, "%016d".formatted(n)),
                            false,
                            false));
        }
    }

    @Override
    public Optional<Subscriber> of(String officeId, String phone) {
        return Optional.ofNullable(stored.get(officeId + "/c1:" + phone));
    }

    @Override
    public Optional<Subscriber> byLink(String token) {
        return stored.values().stream()
                .filter(one -> one.links().containsValue(token))
                .findFirst();
    }

    @Override
    public void change(String officeId, String phone, Change change) {
        String id = officeId + "/c1:" + phone;
        Subscriber next = change.of(id, stored.get(id));
        if (next != null) {
            stored.put(id, next);
        }
    }

    @Override
    public List<Subscriber> page(String reachKey, String after, int most) {
        return stored.values().stream()
                .filter(one -> one.sealedPhone() != null && one.reachKeys().contains(reachKey))
                .filter(one -> one.id().compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public long count(Reach reach) {
        return stored.values().stream()
                .filter(one ->
                        one.sealedPhone() != null && one.reachKeys().stream().anyMatch(reach.keys()::contains))
                .count();
    }
}
