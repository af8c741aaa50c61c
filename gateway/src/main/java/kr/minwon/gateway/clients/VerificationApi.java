package kr.minwon.gateway.clients;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** notification-service's verification of phones. */
@HttpExchange("/api/v1/phone-verifications")
public interface VerificationApi {
    /**
     * Sends a code.
     *
     * @param deviceToken what the device was given when it verified a phone
     */
    @PostExchange(contentType = MediaType.APPLICATION_JSON_VALUE)
    Sent send(
            @RequestHeader(name = "X-Device-Token", required = false) @Nullable String deviceToken,
            @RequestBody Phone phone);

    /** Takes the code that was typed in. */
    @PostExchange(url = "/{id}/check", contentType = MediaType.APPLICATION_JSON_VALUE)
    Verified check(@PathVariable String id, @RequestBody Code code);

    /** As it was typed. */
    record Phone(String phone) {}

    /** As it was typed. */
    record Code(String code) {}

    /**
     * A code that is on its way.
     *
     * @param resendAfter seconds
     * @param onlyIfKnown whether only phones get it that the office knows
     */
    record Sent(String verificationId, String expiresAt, long resendAfter, boolean onlyIfKnown) {}

    /**
     * What was shown by the right code.
     *
     * @param phoneToken vouches for the phone
     * @param deviceToken shows for long that this device verified it
     */
    record Verified(
            String phoneToken, String expiresAt, @Nullable String deviceToken) {}
}
