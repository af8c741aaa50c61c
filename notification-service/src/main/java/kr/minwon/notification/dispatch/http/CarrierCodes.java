package kr.minwon.notification.dispatch.http;

import java.util.Map;
import kr.minwon.notification.message.Cause;

/**
 * The carriers' result codes as NHN Cloud publishes them (1000 arrived) and SENS passes them on (0 arrived): four digits
 * by which both tell why a text did not arrive.
 */
public final class CarrierCodes {
    public static final Codes CODES = new Codes(Map.ofEntries(
            Map.entry("1001", Cause.NETWORK_FAULT),
            Map.entry("1002", Cause.NO_SUCH_NUMBER),
            Map.entry("1003", Cause.SENDER_NOT_REGISTERED),
            Map.entry("1019", Cause.EXPIRED),
            Map.entry("2000", Cause.EXPIRED),
            Map.entry("2001", Cause.NETWORK_FAULT),
            Map.entry("2002", Cause.NETWORK_FAULT),
            Map.entry("2003", Cause.PHONE_OFF),
            Map.entry("2004", Cause.PHONE_FULL),
            Map.entry("2005", Cause.NO_SIGNAL),
            Map.entry("2006", Cause.REJECTED),
            Map.entry("2007", Cause.PHONE_FAULT),
            Map.entry("3000", Cause.REJECTED),
            Map.entry("3001", Cause.NO_SUCH_NUMBER),
            Map.entry("3003", Cause.NO_SUCH_NUMBER),
            Map.entry("3004", Cause.SUSPENDED),
            Map.entry("3005", Cause.PHONE_BUSY),
            Map.entry("3006", Cause.BARRED),
            Map.entry("3007", Cause.PHONE_FAULT),
            Map.entry("3008", Cause.PHONE_FAULT),
            Map.entry("3009", Cause.CONTENT_REFUSED),
            Map.entry("3010", Cause.PHONE_FAULT),
            Map.entry("3011", Cause.NETWORK_FAULT),
            Map.entry("3012", Cause.SPAM_BLOCKED),
            Map.entry("3013", Cause.BARRED),
            Map.entry("3015", Cause.NETWORK_FAULT),
            Map.entry("3017", Cause.SENDER_NOT_REGISTERED),
            Map.entry("3018", Cause.SENDER_NOT_REGISTERED),
            Map.entry("3019", Cause.SPAM_BLOCKED),
            Map.entry("3022", Cause.CONTENT_REFUSED),
            Map.entry("3023", Cause.SENDER_NOT_REGISTERED)));

    private CarrierCodes() {}
}
