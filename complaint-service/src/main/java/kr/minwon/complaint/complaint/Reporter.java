package kr.minwon.complaint.complaint;

/**
 * Who filed. Name and phone are sealed the moment they are understood and opened only to be shown: what travels through
 * the domain, the store, the events and the logs is never clear.
 *
 * @param sealedName {@code v1.<keyId>.<base64url>}
 * @param sealedPhone {@code v1.<keyId>.<base64url>}, of 11 digits; of nothing where there is no phone
 * @param contactId keyed hash of the phone, to find what one person filed
 */
public record Reporter(String sealedName, String sealedPhone, String contactId) {}
