package kr.minwon.notification.dispatch.http;

import java.util.Map;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;

/**
 * What a provider's codes for texts that did not arrive mean.
 *
 * @param causes by code; one that is not there is shown as it is
 */
public record Codes(Map<String, Cause> causes) {
    public Codes {
        causes = Map.copyOf(causes);
    }

    public Reason of(String code) {
        return new Reason(code, causes.get(code));
    }
}
