package kr.minwon.notification.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cases as this service knows them. */
public interface Cases {
    /** The case of a receipt number, as it is written with hyphens. */
    Optional<CaseRecord> ofReceiptNumber(String receiptNumber);

    /** Cases by complaint id; those that are not known are left out. */
    Map<String, CaseRecord> all(Collection<String> complaintIds);

    /**
     * The latest cases that were filed with a phone, the newest first.
     *
     * @param phone 11 digits
     */
    default List<CaseRecord> ofPhone(String phone, int most) {
        return ofPhone(phone, "", most);
    }

    /**
     * Those that were filed with a phone before another of its cases, the newest first.
     *
     * @param phone 11 digits
     * @param before the other's complaint id; empty for the latest
     */
    List<CaseRecord> ofPhone(String phone, String before, int most);
}
