package kr.minwon.notification.message;

/** What a message is about: a case, a phone that is being verified, a mailing, or several cases at once. */
public sealed interface Subject permits About, PhoneCheck, MailingPart, Digest {
    /** The case's id, the verification's, the mailing's or the digest's. */
    String id();

    /** The office (tenant). */
    String officeId();
}
