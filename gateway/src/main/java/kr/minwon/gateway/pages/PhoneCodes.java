package kr.minwon.gateway.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.VerificationApi;
import kr.minwon.gateway.limits.Limits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Codes to a phone as pages ask for them: within the limits of whoever asks, and each that is typed in wrongly counts against
 * them. What vouches for the phone is sealed by the service and kept in a cookie. Another cookie, which stays, says to the
 * service that this browser has verified a phone before: strangers who ask for codes to it do not lock its owner out.
 */
@Component
public class PhoneCodes {
    /** Good for nothing but having a code sent; the service forgets it before the browser does. */
    public static final String DEVICE = "__Host-device";

    private static final String ID = "[0-9a-f]{32}";
    private static final Duration DEVICE_KEPT = Duration.ofDays(400);

    private final VerificationApi verification;
    private final Limits limits;

    PhoneCodes(VerificationApi verification, Limits limits) {
        this.verification = verification;
        this.limits = limits;
    }

    /** Sends a code. */
    public VerificationApi.Sent send(String phone, HttpServletRequest request) {
        limits.sendCode(request);
        Cookie device = WebUtils.getCookie(request, DEVICE);
        return verification.send(
                device == null || device.getValue().isEmpty() ? null : device.getValue(),
                new VerificationApi.Phone(phone.strip()));
    }

    /** Whether it can be a verification's id. */
    public static boolean isId(String id) {
        return id.matches(ID);
    }

    /**
     * Takes a code that was typed in; the browser is remembered by a right one.
     *
     * @return what vouches for the phone
     */
    public String check(String id, String code, HttpServletRequest request, HttpServletResponse response) {
        limits.checkLookup(request);
        try {
            VerificationApi.Verified verified = verification.check(id, new VerificationApi.Code(code.strip()));
            if (verified.deviceToken() != null) {
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        cookie(DEVICE, "/", verified.deviceToken(), DEVICE_KEPT.toSeconds())
                                .toString());
            }
            return verified.phoneToken();
        } catch (ServiceProblem refusal) {
            if (refusal.is("wrong-code") || refusal.is("code-over")) {
                limits.lookupFailed(request);
            }
            throw refusal;
        }
    }

    /**
     * A cookie that vouches for a phone.
     *
     * @param path of the pages that see it
     * @param maxAge seconds; negative until the browser closes, 0 to forget it
     */
    public static ResponseCookie cookie(String name, String path, String value, long maxAge) {
        return ResponseCookie.from(name, value)
                .path(path)
                .maxAge(maxAge)
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }
}
