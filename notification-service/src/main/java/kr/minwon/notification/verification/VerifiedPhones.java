package kr.minwon.notification.verification;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The phones that codes were sent to, and how many an office has sent. */
public interface VerifiedPhones {
    /**
     * What is to be stored.
     *
     * @param next null when nothing changes
     * @param result what the caller is told
     */
    record Change<R>(@Nullable VerifiedPhone next, R result) {}

    /**
     * Reads, decides and stores until nobody else came between.
     *
     * @param decide is given null for a phone that is not known; must be repeatable
     */
    <R> R change(String officeId, String contactId, Function<@Nullable VerifiedPhone, Change<R>> decide);

    /** The phone that this verification's code was sent to, while it is the latest. */
    Optional<VerifiedPhone> ofVerification(String id);

    /** Counts a code of the office on that day; false when so many were sent. */
    boolean takeOf(String officeId, LocalDate day, int most);
}
