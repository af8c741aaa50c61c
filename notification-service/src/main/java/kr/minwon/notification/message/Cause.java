package kr.minwon.notification.message;

import java.util.Locale;

/**
 * What became of a text, or why nobody can tell, in words that every provider shares; each adapter owns the table from its
 * provider's codes to these. Pages have a sentence for each.
 */
public enum Cause {
    /** 전원 꺼짐. */
    PHONE_OFF,
    /** 음영지역: the network does not reach the phone. */
    NO_SIGNAL,
    PHONE_BUSY,
    PHONE_FULL,
    /** The phone cannot take it, or failed to. */
    PHONE_FAULT,
    /** 결번. */
    NO_SUCH_NUMBER,
    /** 일시 정지: the subscriber's service is suspended. */
    SUSPENDED,
    /** 수신 거부: the subscriber takes no texts, or none of this sender's. */
    BARRED,
    /** 스팸 차단. */
    SPAM_BLOCKED,
    /** It was tried for as long as the carrier tries. */
    EXPIRED,
    NETWORK_FAULT,
    /** The carrier does not take it and says no more. */
    REJECTED,
    /** 발신번호 미등록. */
    SENDER_NOT_REGISTERED,
    /** Its length, its characters or its words are refused. */
    CONTENT_REFUSED,
    /** A quota is used up, or there is no money left. */
    QUOTA_USED_UP,

    /** 알림톡 does not reach this phone: no KakaoTalk, blocked, or not used for long. */
    NOT_BY_KAKAO,

    /** In doubt: the provider did not answer in time. */
    NO_ANSWER,
    /** In doubt: the connection broke before the answer. */
    CONNECTION_LOST,
    /** In doubt: the answer made no sense. */
    UNREADABLE_ANSWER,
    /** In doubt: this service stopped in between. */
    STOPPED,
    /** In doubt: an error of this service's own in between. */
    OWN_ERROR,

    /** The provider says for certain that it never got it. */
    NEVER_TAKEN,
    /** What is told has been overtaken. */
    OVERTAKEN,
    /** It could not be sent for so long that it is worth nothing any more. */
    TOO_LATE,
    /** Its owner has said since that they want no more texts. */
    OPTED_OUT,
    /** The mailing that it is one of was called off. */
    CALLED_OFF,
    /** The phone has had as many texts today as any may. */
    TOO_MANY_TODAY,
    /** It is told by another text, with others to the same phone. */
    MERGED;

    /** The name on the wire and in bundles, such as {@code no-such-number}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The cause of a wire name.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Cause of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
