package kr.minwon.notification.message;

/** What a message is about: a case, or a phone that is being verified. */
public sealed interface Subject permits About, PhoneCheck {
    /** The case's id or the verification's. */
    String id();

    /** The office (tenant). */
    String officeId();
}
