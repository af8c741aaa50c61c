package kr.minwon.notification.subscription;

import kr.minwon.notification.consent.Purpose;

/**
 * What an office sends news of.
 *
 * @param office whose it is; {@code *} for every office
 * @param id short and stable, such as {@code safety}
 * @param purpose what subscribing to it is a consent to
 * @param about what it tells of, in a sentence
 * @param often how often it is sent
 * @param urgent whether its news cannot wait for the morning; its advertising does
 */
public record Topic(
        String office,
        String id,
        Purpose purpose,
        String name,
        String nameEn,
        String about,
        String aboutEn,
        String often,
        String oftenEn,
        boolean urgent) {
    public Topic {
        if (!id.matches("[a-z][a-z0-9-]{0,19}") || name.isBlank()) {
            throw new IllegalArgumentException("a topic has an id of small letters and a name: " + id);
        }
    }
}
