package kr.minwon.notification.digest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kr.minwon.notification.dispatch.MemoryMessages;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/** The store as one process sees it: whatever it asks is a step, before or after one of which it is killed. */
final class Steps {
    private final int killedAt;
    private final Runnable between;
    private int step;

    /** What a process that is killed does: nothing more. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param killedAt the step before which it is killed, from 1; none for 0
     * @param between what others do between any two steps
     */
    Steps(int killedAt, Runnable between) {
        this.killedAt = killedAt;
        this.between = between;
    }

    private <T> T step(Supplier<T> thing) {
        between.run();
        if (++step == killedAt) {
            throw new Killed();
        }
        return thing.get();
    }

    Merges of(Merges store) {
        return new Merges() {
            @Override
            public boolean add(Merge merge) {
                return step(() -> store.add(merge));
            }

            @Override
            public Optional<Merge> find(String id) {
                return step(() -> store.find(id));
            }

            @Override
            public List<Merge> some(int most) {
                return step(() -> store.some(most));
            }

            @Override
            public void remove(Merge merge) {
                step(() -> {
                    store.remove(merge);
                    return true;
                });
            }
        };
    }

    Messages of(MemoryMessages store) {
        return new MemoryMessages() {
            @Override
            public boolean add(Message message) {
                return step(() -> store.add(message));
            }

            @Override
            public Optional<Message> find(String id) {
                return step(() -> store.find(id));
            }

            @Override
            public List<Message> findAll(Collection<String> ids) {
                return step(() -> store.findAll(ids));
            }

            @Override
            public Optional<Message> advance(Message before, Message after) {
                return step(() -> store.advance(before, after));
            }

            @Override
            public List<Mergeable> mergeable(String after, Instant until, int most) {
                return step(() -> store.mergeable(after, until, most));
            }

            @Override
            public List<Waiting> waiting(Urgency urgency, Instant from, int most) {
                return step(() -> store.waiting(urgency, from, most));
            }

            @Override
            public Page unknown(String officeId, @Nullable String cursor, int limit) {
                throw new UnsupportedOperationException("no lists");
            }
        };
    }
}
