package kr.minwon.notification.dispatch.solapi;

import java.util.Map;
import java.util.Set;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.http.Codes;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;

/** SOLAPI's four-digit codes: 2000 taken, 3000 with the carrier, 4000 arrived; any other is a failure of one text. */
final class SolapiCodes {
    static final String TAKEN = "2000";
    static final String ARRIVED = "4000";

    private static final Set<String> UNDER_WAY = Set.of(TAKEN, "3000");
    /** What is wrong with the account or the sender's number, and not with the text: another provider may have it. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of("1020", "1030", "1058", "1062", "2062", "2063", "2230");

    private static final Codes CODES = new Codes(Map.ofEntries(
            Map.entry("1013", Cause.CONTENT_REFUSED),
            Map.entry("1014", Cause.CONTENT_REFUSED),
            Map.entry("1026", Cause.REJECTED),
            Map.entry("1028", Cause.CONTENT_REFUSED),
            Map.entry("1029", Cause.CONTENT_REFUSED),
            Map.entry("1030", Cause.QUOTA_USED_UP),
            Map.entry("1031", Cause.CONTENT_REFUSED),
            Map.entry("1060", Cause.BARRED),
            Map.entry("1061", Cause.BARRED),
            Map.entry("1062", Cause.SENDER_NOT_REGISTERED),
            Map.entry("1064", Cause.SPAM_BLOCKED),
            Map.entry("2060", Cause.BARRED),
            Map.entry("2061", Cause.BARRED),
            Map.entry("2062", Cause.SENDER_NOT_REGISTERED),
            Map.entry("2064", Cause.SPAM_BLOCKED),
            Map.entry("2230", Cause.QUOTA_USED_UP),
            Map.entry("2254", Cause.SPAM_BLOCKED),
            Map.entry("3010", Cause.NO_SUCH_NUMBER),
            Map.entry("3012", Cause.NETWORK_FAULT),
            Map.entry("3013", Cause.SENDER_NOT_REGISTERED),
            Map.entry("3024", Cause.NETWORK_FAULT),
            Map.entry("3031", Cause.REJECTED),
            Map.entry("3032", Cause.NO_SUCH_NUMBER),
            Map.entry("3040", Cause.EXPIRED),
            Map.entry("3041", Cause.PHONE_BUSY),
            Map.entry("3042", Cause.NO_SIGNAL),
            Map.entry("3043", Cause.PHONE_OFF),
            Map.entry("3044", Cause.PHONE_FULL),
            Map.entry("3045", Cause.SUSPENDED),
            Map.entry("3046", Cause.PHONE_FAULT),
            Map.entry("3047", Cause.BARRED),
            Map.entry("3050", Cause.PHONE_FAULT),
            Map.entry("3051", Cause.PHONE_BUSY),
            Map.entry("3052", Cause.REJECTED),
            Map.entry("3053", Cause.NETWORK_FAULT),
            Map.entry("3054", Cause.SPAM_BLOCKED),
            Map.entry("3055", Cause.SPAM_BLOCKED),
            Map.entry("3056", Cause.NETWORK_FAULT),
            Map.entry("3057", Cause.NETWORK_FAULT),
            Map.entry("3058", Cause.NETWORK_FAULT),
            Map.entry("3059", Cause.SENDER_NOT_REGISTERED),
            Map.entry("3102", Cause.NOT_BY_KAKAO),
            Map.entry("3103", Cause.NOT_BY_KAKAO),
            Map.entry("3104", Cause.NOT_BY_KAKAO),
            Map.entry("3105", Cause.NOT_BY_KAKAO),
            Map.entry("3106", Cause.NOT_BY_KAKAO),
            Map.entry("3107", Cause.NOT_BY_KAKAO)));

    private SolapiCodes() {}

    static boolean isUnderWay(String code) {
        return UNDER_WAY.contains(code);
    }

    static Reason reason(String code) {
        return CODES.of(code);
    }

    /** What it means that a text was not registered, with that code. */
    static Handover refusal(String code) {
        return OF_THE_ACCOUNT.contains(code)
                ? new Handover.Busy("SOLAPI " + code, false)
                : new Handover.Refused(reason(code));
    }
}
