package kr.minwon.notification.mailing;

import java.time.Instant;

/**
 * Somebody did something to a mailing; it stays written down.
 *
 * @param what such as {@code written} or {@code approval}
 * @param by who, by the id of their account
 * @param byName what colleagues call them
 * @param note why, where they said so; else empty
 */
public record Signature(String what, String by, String byName, String note, Instant at) {
    /** What time does, nobody does. */
    static Signature ofTime(Move move, Instant at) {
        return new Signature(move.wireName(), "-", "-", "", at);
    }
}
