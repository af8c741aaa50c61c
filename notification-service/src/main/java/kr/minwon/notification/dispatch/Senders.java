package kr.minwon.notification.dispatch;

import java.util.List;
import kr.minwon.koreansms.SenderNumber;

/** Sender numbers that are registered with a provider (발신번호 사전등록). */
public final class Senders {
    private Senders() {}

    /**
     * Their digits.
     *
     * @throws IllegalArgumentException for what is no sender number
     */
    public static List<String> digits(List<String> written) {
        return written.stream().map(SenderNumber::new).map(SenderNumber::digits).toList();
    }

    /** Whether a number is among them; where there are none, the check is left to the provider. */
    public static boolean have(List<String> registered, String sender) {
        return registered.isEmpty() || registered.contains(sender);
    }
}
