package kr.minwon.notification.search;

import java.time.Instant;

/**
 * That somebody looked for the texts of a phone.
 *
 * @param number counted in the office, from 1, without gaps
 * @param by the id of who searched
 * @param byName what colleagues call them
 * @param role what they are to the office, such as {@code intake}
 * @param whose the phone's owner by HMAC, never the number
 * @param reason why, in their words
 * @param previous the seal of the search before; empty for the first
 * @param seal a keyed hash over all of this, so that nothing can be changed, left out or put in between
 */
public record Search(
        String officeId,
        long number,
        Instant at,
        String by,
        String byName,
        String role,
        String whose,
        String reason,
        String previous,
        String seal) {
    Search sealedAs(String newSeal) {
        return new Search(officeId, number, at, by, byName, role, whose, reason, previous, newSeal);
    }
}
