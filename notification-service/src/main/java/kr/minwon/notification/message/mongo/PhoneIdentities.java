package kr.minwon.notification.message.mongo;

import java.util.List;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.sealedfields.ContactIdentity;

/** Whose a phone is, without the number: what messages in doubt are looked up by when only the phone is known. */
final class PhoneIdentities {
    private final OpenPhone openPhone;
    private final ContactIdentity identity;

    PhoneIdentities(OpenPhone openPhone, ContactIdentity identity) {
        this.openPhone = openPhone;
        this.identity = identity;
    }

    /** Of a sealed phone, under the current key: what is stored. */
    String ofSealed(String sealedPhone) {
        return identity.of(openPhone.apply(sealedPhone));
    }

    /** Of 11 digits, under every live key: what is searched for. */
    List<String> allOf(String phone) {
        return identity.allOf(phone);
    }
}
