package kr.minwon.notification.message;

/** What a message is about: a case, a phone that is being verified, or a mailing. */
public sealed interface Subject permits About, PhoneCheck, MailingPart {
    /** The case's id, the verification's or the mailing's. */
    String id();

    /** The office (tenant). */
    String officeId();
}
