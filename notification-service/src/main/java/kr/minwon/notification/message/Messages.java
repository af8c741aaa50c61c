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

    /** The message of which the provider knows a hand-over by that id. */
    Optional<Message> findByProviderId(String provider, String providerMessageId);

    /** The messages of which a hand-over in doubt went to the provider with that reference. */
    List<Message> inDoubt(String provider, int reference);

    /** The messages of which a hand-over went to that phone by the provider and cannot be told by an id. */
    List<Message> inDoubtAt(String provider, String phone);

    /**
     * A page of messages whose latest hand-over is in doubt with the provider, and about which nobody decided, but for
     * codes: those sent since a moment, the oldest first.
     */
    Page toAskAbout(String provider, Instant since, @Nullable String cursor, int limit);

    /**
     * A page of messages that a provider took since then and until a moment, and about which it may have to be asked: all
     * of a provider that sends no receipts, those that went as 알림톡 of any other. The oldest first.
     */
    Page awaitingResult(String provider, Instant since, Instant until, @Nullable String cursor, int limit);

    /**
     * Messages of one urgency that wait, the longest first, from a moment on; those that are held yet come with the moment
     * until which they are.
     */
    List<Waiting> waiting(Urgency urgency, Instant from, int most);

    /**
     * Notices that may be merged with others to the same phone and are held no longer than until then: those of one phone
     * and moment come together.
     *
     * @param after the key of the one to begin after; empty for the first
     */
    List<Mergeable> mergeable(String after, Instant until, int most);

    /** A page of the texts that an office has for a phone of 11 digits, the newest first. */
    Page ofPhone(String officeId, String phone, @Nullable String cursor, int limit);

    /** Messages of a mailing that are queued, after one of its recipients, in the order of recipients. */
    List<Message> queuedOf(String mailingId, String after, int most);

    /** How many messages of a mailing are queued; counts no further than {@code most}. */
    int countQueuedOf(String mailingId, int most);

    /** A page of the messages of a mailing, in the order of recipients. */
    Page ofMailing(String mailingId, @Nullable String cursor, int limit);

    /** Messages that an office made from a moment on and before another, the oldest first, after one of them. */
    List<Message> made(String officeId, Instant from, Instant before, @Nullable Message after, int most);

    /** Every office that has messages. */
    List<String> offices();

    /** What an instance has written down as being handed over. */
    List<Message> sendingBy(String instance);

    /** What any instance has written down as being handed over before a moment. */
    List<Message> sendingSince(Instant before, int most);

    /** A page of messages in doubt about which nobody decided, the oldest first. */
    Page unknown(String officeId, @Nullable String cursor, int limit);

    /** How many are in doubt and await a decision, in all offices; counts no further than {@code most}. */
    int countUnknown(int most);

    /**
     * One that waits.
     *
     * @param since when it was stored, held no longer, or decided to be sent again
     */
    record Waiting(String id, Instant since) {}

    /**
     * One that may be merged.
     *
     * @param key sorts by the moment until which it is held, then by office and phone
     */
    record Mergeable(String key, String id) {
        private static final int PARTS = 4;

        /** What those that are merged have in common. */
        public String group() {
            return key.substring(0, key.length() - key.split("/", PARTS)[PARTS - 1].length() - 1);
        }
    }

    /**
     * A page.
     *
     * @param next where the next begins; null at the end
     */
    record Page(List<Message> items, @Nullable String next) {}
}
