package kr.minwon.notification.message.mongo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.PhoneOwner;
import kr.minwon.sealedfields.ContactIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose a phone is, without the number: what messages are looked up by when only the phone is known. The latest are
 * remembered, since every write of a message asks.
 */
final class PhoneIdentities implements PhoneOwner {
    private static final Logger log = LoggerFactory.getLogger(PhoneIdentities.class);
    private static final int REMEMBERED = 10_000;

    private final OpenPhone openPhone;
    private final ContactIdentity identity;
    private final Map<String, String> remembered = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    PhoneIdentities(OpenPhone openPhone, ContactIdentity identity) {
        this.openPhone = openPhone;
        this.identity = identity;
    }

    /**
     * Of a sealed phone, under the current key: what is stored.
     *
     * @throws RuntimeException when it cannot be opened
     */
    String ofSealed(String sealedPhone) {
        synchronized (remembered) {
            return remembered.computeIfAbsent(sealedPhone, phone -> identity.of(openPhone.apply(phone)));
        }
    }

    @Override
    public Optional<String> of(String sealedPhone) {
        try {
            return Optional.of(ofSealed(sealedPhone));
        } catch (RuntimeException e) {
            log.warn("a phone cannot be opened: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Of 11 digits, under every live key: what is searched for. */
    List<String> allOf(String phone) {
        return identity.allOf(phone);
    }
}
