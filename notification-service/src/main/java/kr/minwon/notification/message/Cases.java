package kr.minwon.notification.message;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The cases as this service knows them. */
public interface Cases {
    /** The case of a receipt number, as it is written with hyphens. */
    Optional<CaseRecord> ofReceiptNumber(String receiptNumber);

    /** Cases by complaint id; those that are not known are left out. */
    Map<String, CaseRecord> all(Collection<String> complaintIds);
}
