package kr.minwon.notification.verification;

/** Which phones are known to an office: somebody filed with it, or gets news by it. */
@FunctionalInterface
public interface KnownPhones {
    /** @param phone 11 digits */
    boolean knows(String officeId, String phone);
}
