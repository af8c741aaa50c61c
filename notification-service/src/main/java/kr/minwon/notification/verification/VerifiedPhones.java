package kr.minwon.notification.verification;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    /** What an office has left. */
    enum Budget {
        /** A code for anybody; it is counted. */
        OPEN,
        /** Only for phones that are known to it; counted when this one is. */
        KNOWN_ONLY,
        SPENT
    }

    /**
     * Reads, decides and stores until nobody else came between.
     *
     * @param decide is given null for a phone that is not known; must be repeatable
     */
    <R> R change(String officeId, String contactId, Function<@Nullable VerifiedPhone, Change<R>> decide);

    /** The phone that this verification's code was sent to, while it may be typed in. */
    Optional<VerifiedPhone> ofVerification(String id);

    /**
     * Counts a code of the office at that moment: within its hour, or within its day for a phone that is known.
     *
     * @param known whether it is; asked only when the hour's are spent
     */
    Budget take(String officeId, LocalDateTime at, VerificationSettings settings, BooleanSupplier known);
}
