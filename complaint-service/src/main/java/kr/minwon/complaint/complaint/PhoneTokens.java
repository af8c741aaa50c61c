package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.UnknownKeyException;

/**
 * Reads what notification-service vouches for: that somebody reads what arrives at a number. The token is sealed by the keys
 * that both have, so nobody else makes or alters one.
 */
public final class PhoneTokens {
    /** Authenticated with the token; notification-service seals it by the same word. */
    private static final String FIELD = "verified.phone";

    private static final int LONGEST = 400;
    private static final int PARTS = 3;

    private final FieldSealer sealer;
    private final ContactIdentity contacts;
    private final Clock clock;

    public PhoneTokens(FieldSealer sealer, ContactIdentity contacts, Clock clock) {
        this.sealer = sealer;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * Under what the phone's owner may have filed: their identity by every live key.
     *
     * @return nothing when the token is none, is another office's, or has expired
     */
    public Optional<List<String>> contactIds(String officeId, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String[] parts = sealer.open(FIELD, token).split("/", PARTS);
            boolean holds = parts.length == PARTS
                    && parts[0].equals(officeId)
                    && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])));
            return holds ? Optional.of(contacts.allOf(parts[1])) : Optional.empty();
        } catch (IllegalArgumentException | UnknownKeyException notOurs) {
            return Optional.empty();
        }
    }
}
