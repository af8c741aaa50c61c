package kr.minwon.notification.consent;

import java.util.List;
import java.util.function.Predicate;

/** The stored ledger: of each phone and office its entries. */
public interface Consents {
    /**
     * All entries of a phone, the oldest first.
     *
     * @param phone 11 digits
     */
    List<ConsentEntry> of(String officeId, String phone);

    /**
     * Adds an entry unless the entries there are make it needless; false then.
     *
     * @param needed asked again when somebody else was faster
     */
    boolean add(String officeId, String phone, ConsentEntry entry, Predicate<List<ConsentEntry>> needed);
}
