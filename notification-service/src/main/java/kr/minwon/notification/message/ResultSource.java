package kr.minwon.notification.message;

import java.time.Duration;

/** A provider that sends no receipts: it says what became of a text only when it is asked. */
public interface ResultSource {
    /** The name stored on messages. */
    String provider();

    /** What became of a text that it took. Bounded in time; throws nothing for a provider that is away. */
    Said result(String providerMessageId);

    /** What it says. */
    sealed interface Said {
        /** What became of it. */
        record Ended(Receipt receipt) implements Said {}

        /** It is on its way, or what is said of it cannot be read. */
        record NothingYet() implements Said {}

        /**
         * It could not be asked: connection, time-out, 5xx, 429, sign-in.
         *
         * @param notBefore how long to leave it alone, if it said so; zero else
         */
        record Away(String why, Duration notBefore) implements Said {}
    }
}
