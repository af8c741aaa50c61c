package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/** The store as one process sees it: it may go away before a write, or after it and before the answer. */
final class FaultyMessages implements Messages {
    private final MemoryMessages store;
    private final Life life;
    private final Mood mood;

    /** When the store fails. */
    interface Mood {
        default boolean failsBefore(Message after) {
            return false;
        }

        default boolean failsAfter(Message after) {
            return false;
        }
    }

    FaultyMessages(MemoryMessages store, Life life, Mood mood) {
        this.store = store;
        this.life = life;
        this.mood = mood;
    }

    @Override
    public Optional<Message> advance(Message before, Message after) {
        life.standStillIfOver();
        boolean claim = after.state() == MessageState.SENDING;
        life.at(claim ? Life.Point.BEFORE_THE_CLAIM : Life.Point.AFTER_THE_ANSWER);
        if (mood.failsBefore(after)) {
            throw new StoreAway();
        }
        Optional<Message> stored = life.whole(() -> store.advance(before, after));
        if (!claim) {
            life.at(Life.Point.AFTER_THE_RECORD);
        }
        if (mood.failsAfter(after)) {
            throw new StoreAway();
        }
        return stored;
    }

    /** What a driver throws. */
    static final class StoreAway extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private <T> T alive(Supplier<T> read) {
        return life.whole(read);
    }

    @Override
    public boolean add(Message message) {
        return alive(() -> store.add(message));
    }

    @Override
    public Optional<Message> find(String id) {
        return alive(() -> store.find(id));
    }

    @Override
    public List<Message> findAll(Collection<String> ids) {
        return alive(() -> store.findAll(ids));
    }

    @Override
    public Optional<Message> findByProviderId(String provider, String providerMessageId) {
        return alive(() -> store.findByProviderId(provider, providerMessageId));
    }

    @Override
    public List<Message> inDoubt(String provider, int reference) {
        return alive(() -> store.inDoubt(provider, reference));
    }

    @Override
    public List<Message> inDoubtAt(String provider, String phone) {
        return alive(() -> store.inDoubtAt(provider, phone));
    }

    @Override
    public Page toAskAbout(String provider, Instant since, @Nullable String cursor, int limit) {
        return alive(() -> store.toAskAbout(provider, since, cursor, limit));
    }

    @Override
    public Page awaitingResult(String provider, Instant since, Instant until, @Nullable String cursor, int limit) {
        return alive(() -> store.awaitingResult(provider, since, until, cursor, limit));
    }

    @Override
    public List<Waiting> waiting(Urgency urgency, Instant from, int most) {
        return alive(() -> store.waiting(urgency, from, most));
    }

    @Override
    public List<Mergeable> mergeable(String after, Instant until, int most) {
        return alive(() -> store.mergeable(after, until, most));
    }

    @Override
    public Page ofPhone(String officeId, String phone, @Nullable String cursor, int limit) {
        return alive(() -> store.ofPhone(officeId, phone, cursor, limit));
    }

    @Override
    public List<Message> queuedOf(String mailingId, String after, int most) {
        return alive(() -> store.queuedOf(mailingId, after, most));
    }

    @Override
    public int countQueuedOf(String mailingId, int most) {
        return alive(() -> store.countQueuedOf(mailingId, most));
    }

    @Override
    public Page ofMailing(String mailingId, @Nullable String cursor, int limit) {
        return alive(() -> store.ofMailing(mailingId, cursor, limit));
    }

    @Override
    public List<Message> made(String officeId, Instant from, Instant before, @Nullable Message after, int most) {
        throw new UnsupportedOperationException("the dispatch counts nothing");
    }

    @Override
    public List<String> offices() {
        throw new UnsupportedOperationException("the dispatch counts nothing");
    }

    @Override
    public List<Message> sendingBy(String instance) {
        return alive(() -> store.sendingBy(instance));
    }

    @Override
    public List<Message> sendingSince(Instant before, int most) {
        return alive(() -> store.sendingSince(before, most));
    }

    @Override
    public Page unknown(String officeId, @Nullable String cursor, int limit) {
        return alive(() -> store.unknown(officeId, cursor, limit));
    }

    @Override
    public int countUnknown(int most) {
        return alive(() -> store.countUnknown(most));
    }
}
