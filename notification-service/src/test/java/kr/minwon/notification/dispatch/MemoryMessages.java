package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import org.jspecify.annotations.Nullable;

/** The store as the domain sees it: each write whole, compare-and-set on the version. Outlives its processes. */
class MemoryMessages implements Messages {
    private final Map<String, Message> stored = new HashMap<>();

    @Override
    public synchronized boolean add(Message message) {
        return stored.putIfAbsent(message.id(), message) == null;
    }

    @Override
    public synchronized Optional<Message> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<Message> findAll(Collection<String> ids) {
        return ids.stream().map(stored::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized Optional<Message> advance(Message before, Message after) {
        Message now = stored.get(before.id());
        if (now == null || now.version() != before.version()) {
            return Optional.empty();
        }
        if (!now.state().mayBecome(after.state())) {
            throw new AssertionError(now.state() + " became " + after.state());
        }
        Message next = after.storedAs(before.version() + 1);
        stored.put(next.id(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized Optional<Message> findByProviderId(String provider, String providerMessageId) {
        return select(one -> provider.equals(one.progress().provider())
                        && providerMessageId.equals(one.progress().providerMessageId()))
                .findFirst();
    }

    @Override
    public synchronized List<Message> inDoubt(String provider, int reference) {
        return select(one -> one.state() == MessageState.UNKNOWN && one.reference() == reference)
                .toList();
    }

    @Override
    public synchronized List<Waiting> waiting(Instant from, int most) {
        return select(one ->
                        one.state() == MessageState.QUEUED && !one.queuedAt().isBefore(from))
                .sorted(Comparator.comparing(Message::queuedAt))
                .limit(most)
                .map(one -> new Waiting(one.id(), one.queuedAt()))
                .toList();
    }

    @Override
    public synchronized List<Message> sendingBy(String instance) {
        return select(one -> instance.equals(one.progress().sendingBy())).toList();
    }

    @Override
    public Page unknown(String officeId, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException("the dispatch shows no lists");
    }

    @Override
    public synchronized int countUnknown(int most) {
        return (int)
                select(one -> one.state() == MessageState.UNKNOWN).limit(most).count();
    }

    synchronized List<Message> all() {
        return List.copyOf(stored.values());
    }

    private Stream<Message> select(Predicate<Message> which) {
        return stored.values().stream().filter(which);
    }
}
