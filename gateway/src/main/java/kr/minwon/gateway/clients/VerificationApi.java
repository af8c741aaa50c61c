package kr.minwon.gateway.clients;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** notification-service's verification of phones. */
@HttpExchange("/api/v1/phone-verifications")
public interface VerificationApi {
    /** Sends a code. */
    @PostExchange(contentType = MediaType.APPLICATION_JSON_VALUE)
    Sent send(@RequestBody Phone phone);

    /** Takes the code that was typed in. */
    @PostExchange(url = "/{id}/check", contentType = MediaType.APPLICATION_JSON_VALUE)
    Verified check(@PathVariable String id, @RequestBody Code code);

    /** As it was typed. */
    record Phone(String phone) {}

    /** As it was typed. */
    record Code(String code) {}

    /** A code that is on its way; {@code resendAfter} in seconds. */
    record Sent(String verificationId, String expiresAt, long resendAfter) {}

    /** Vouches for the phone. */
    record Verified(String phoneToken, String expiresAt) {}
}
