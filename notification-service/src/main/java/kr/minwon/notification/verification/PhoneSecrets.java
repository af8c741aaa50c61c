package kr.minwon.notification.verification;

import java.time.Instant;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;

/** Seals phones, names them without their numbers, and vouches for those that were verified. */
public final class PhoneSecrets {
    /** As complaint-service seals it, so that dispatch opens both alike. */
    private static final String PHONE_FIELD = "reporter.phone";
    /** Authenticated with the token; complaint-service opens it by the same word. */
    private static final String TOKEN_FIELD = "verified.phone";

    private final FieldSealer sealer;
    private final ContactIdentity identity;

    public PhoneSecrets(FieldSealer sealer, ContactIdentity identity) {
        this.sealer = sealer;
        this.identity = identity;
    }

    String contactId(String phone) {
        return identity.of(phone);
    }

    String seal(String phone) {
        return sealer.seal(PHONE_FIELD, phone);
    }

    /** Sealed {@code office/phone/epoch second it expires at}. */
    String token(String officeId, String sealedPhone, Instant until) {
        String phone = sealer.open(PHONE_FIELD, sealedPhone);
        return sealer.seal(TOKEN_FIELD, officeId + "/" + phone + "/" + until.getEpochSecond());
    }
}
