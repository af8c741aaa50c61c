package kr.minwon.notification.subscription;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored subscribers. */
public interface Subscribers {
    /** Somebody by their phone, 11 digits. */
    Optional<Subscriber> of(String officeId, String phone);

    /** Somebody by the link of a text they got. */
    Optional<Subscriber> byLink(String token);

    /**
     * Changes somebody's subscriptions, or begins them.
     *
     * @param phone 11 digits
     * @param change is given the id, and who is there; must be repeatable; null to change nothing
     */
    void change(String officeId, String phone, Change change);

    /** What becomes of a subscriber. */
    @FunctionalInterface
    interface Change {
        @Nullable
        Subscriber of(String id, @Nullable Subscriber before);
    }

    /**
     * Those whom one key of a mailing's reach finds, in the order of their ids.
     *
     * @param after the id of the one to begin after; empty for the first
     */
    List<Subscriber> page(String reachKey, String after, int most);

    /** How many a mailing goes to. Reads all of the index: only for background work. */
    long count(Reach reach);
}
