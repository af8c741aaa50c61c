package kr.minwon.notification.verification;

import java.time.Instant;
import java.util.Optional;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.UnknownKeyException;

/** Seals phones, names them without their numbers, and vouches for those that were verified. */
public final class PhoneSecrets {
    /** As complaint-service seals it, so that dispatch opens both alike. */
    private static final String PHONE_FIELD = "reporter.phone";
    /** Authenticated with the token; complaint-service opens it by the same word. */
    private static final String TOKEN_FIELD = "verified.phone";

    /** Another word, so that neither token is ever taken for the other. */
    private static final String DEVICE_FIELD = "verified.device";

    private static final int LONGEST_TOKEN = 400;
    private static final int PARTS = 3;

    private final FieldSealer sealer;
    private final ContactIdentity identity;

    public PhoneSecrets(FieldSealer sealer, ContactIdentity identity) {
        this.sealer = sealer;
        this.identity = identity;
    }

    /** The phone of a token that holds for the office; nothing when it is none, or has expired. */
    Optional<String> phone(String officeId, String token, Instant now) {
        return opened(TOKEN_FIELD, officeId, token, now);
    }

    /** Whether the token is of a device that verified this phone of the office. */
    boolean isOfDevice(String officeId, String phone, String token, Instant now) {
        return opened(DEVICE_FIELD, officeId, token, now).filter(phone::equals).isPresent();
    }

    private Optional<String> opened(String field, String officeId, String token, Instant now) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            String[] parts = sealer.open(field, token).split("/", PARTS);
            boolean holds = parts.length == PARTS
                    && parts[0].equals(officeId)
                    && now.isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])));
            return holds ? Optional.of(parts[1]) : Optional.empty();
        } catch (IllegalArgumentException | UnknownKeyException notOurs) {
            return Optional.empty();
        }
    }

    String contactId(String phone) {
        return identity.of(phone);
    }

    String seal(String phone) {
        return sealer.seal(PHONE_FIELD, phone);
    }

    String token(String officeId, String sealedPhone, Instant until) {
        return sealed(TOKEN_FIELD, officeId, sealedPhone, until);
    }

    String deviceToken(String officeId, String sealedPhone, Instant until) {
        return sealed(DEVICE_FIELD, officeId, sealedPhone, until);
    }

    /** Sealed {@code office/phone/epoch second it expires at}. */
    private String sealed(String field, String officeId, String sealedPhone, Instant until) {
        String phone = sealer.open(PHONE_FIELD, sealedPhone);
        return sealer.seal(field, officeId + "/" + phone + "/" + until.getEpochSecond());
    }
}
