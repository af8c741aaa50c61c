package kr.minwon.notification.message;

import java.time.Instant;

/** How many texts a phone has been handed over since a moment, as they are stored; codes and tests apart. */
@FunctionalInterface
public interface TextsToPhone {
    /** Nothing is stored. */
    TextsToPhone NONE = (office, phone, since, most) -> 0;

    /**
     * Counts hand-overs that a provider took or may have taken, of texts that were made in the days before too.
     *
     * @param phone 11 digits
     * @param most counts no further
     * @throws RuntimeException when the store is away
     */
    int since(String officeId, String phone, Instant since, int most);
}
