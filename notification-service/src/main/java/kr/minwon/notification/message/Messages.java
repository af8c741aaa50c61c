package kr.minwon.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored messages. */
public interface Messages {
    /** Stores a new message; false when it is there already. */
    boolean add(Message message);

    Optional<Message> find(String id);

    /** Claims a queued message for one submit by this instance; false when it is not queued any more. */
    boolean claim(String id, Instant now);

    /** Records that the provider has it; false when it is not being sent any more. */
    boolean accepted(String id, String provider, String providerMessageId, Instant now);

    /** Puts a claimed message back after the provider's definite refusal to take it now. */
    boolean putBack(String id, Instant now);

    /** Records a later state with its event; empty when the message has gone past it. */
    Optional<Message> become(String id, MessageState next, @Nullable Receipt receipt, @Nullable String reason);

    /** The message that the provider knows by that id. */
    Optional<Message> findByProviderId(String provider, String providerMessageId);

    /** Messages that have waited for at least that long, the longest first. */
    List<Message> waiting(Duration atLeast, int most);

    /** What this instance was sending when it last stopped. */
    List<Message> leftSending();

    /** Messages of a case, oldest first. */
    List<Message> ofCase(String officeId, String receiptNumber);

    /** A page of messages in doubt, the oldest first. */
    Page unknown(String officeId, @Nullable String cursor, int limit);

    /** How many are in doubt, in all offices. */
    long countUnknown();

    /** How many wait. */
    long countWaiting();

    /**
     * A page.
     *
     * @param next where the next begins; null at the end
     */
    record Page(List<Message> items, @Nullable String next) {}
}
