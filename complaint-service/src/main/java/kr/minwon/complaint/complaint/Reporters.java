package kr.minwon.complaint.complaint;

import java.util.List;
import java.util.UUID;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;

/** Seals who files, and opens it again for those who may see it. */
public final class Reporters {
    /** Authenticated with the sealed name; notification opens it by the same word. */
    public static final String NAME_FIELD = "reporter.name";
    /** Authenticated with the sealed phone. */
    public static final String PHONE_FIELD = "reporter.phone";

    private final FieldSealer sealer;
    private final ContactIdentity contacts;

    public Reporters(FieldSealer sealer, ContactIdentity contacts) {
        this.sealer = sealer;
        this.contacts = contacts;
    }

    /** Seals. Who has no phone is nobody that is known from before. */
    Reporter seal(String name, String phone) {
        String identity = phone.isEmpty() ? UUID.randomUUID().toString() : phone;
        return new Reporter(sealer.seal(NAME_FIELD, name), sealer.seal(PHONE_FIELD, phone), contacts.of(identity));
    }

    /** Under what the person may have filed before: their identity by every live key. */
    List<String> contactIds(Reporter reporter) {
        String phone = phone(reporter);
        return phone.isEmpty() ? List.of() : contacts.allOf(phone);
    }

    /** The name in the clear. */
    public String name(Reporter reporter) {
        return sealer.open(NAME_FIELD, reporter.sealedName());
    }

    /** The phone in the clear, 11 digits; empty where there is none. */
    public String phone(Reporter reporter) {
        return sealer.open(PHONE_FIELD, reporter.sealedPhone());
    }
}
