package kr.minwon.notification.message;

/** What a message is about: a case, a phone that is being verified, or several cases at once. */
public sealed interface Subject permits About, PhoneCheck, Digest {
    /** The case's id, the verification's or the digest's. */
    String id();

    /** The office (tenant). */
    String officeId();
}
