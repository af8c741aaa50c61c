package kr.minwon.notification.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored messages. */
public interface Messages {
    /** Stores a new message; false when it is there already. */
    boolean add(Message message);

    Optional<Message> find(String id);

    /** Those of the ids that are stored, in no order. */
    List<Message> findAll(Collection<String> ids);

    /**
     * Stores a message's next state, with its event when others are told of that state.
     *
     * @return the message as it is stored now; empty when it is no longer as {@code before} says, and nothing was written
     */
    Optional<Message> advance(Message before, Message after);

    /** The message that the provider knows by that id. */
    Optional<Message> findByProviderId(String provider, String providerMessageId);

    /** The messages in doubt that went to the provider with that reference. */
    List<Message> inDoubt(String provider, int reference);

    /** Messages that wait, the longest first, from a moment on. */
    List<Waiting> waiting(Instant from, int most);

    /** What an instance has written down as being handed over. */
    List<Message> sendingBy(String instance);

    /** A page of messages in doubt, the oldest first. */
    Page unknown(String officeId, @Nullable String cursor, int limit);

    /** How many are in doubt, in all offices; counts no further than {@code most}. */
    int countUnknown(int most);

    /**
     * One that waits.
     *
     * @param since when it was stored
     */
    record Waiting(String id, Instant since) {}

    /**
     * A page.
     *
     * @param next where the next begins; null at the end
     */
    record Page(List<Message> items, @Nullable String next) {}
}
