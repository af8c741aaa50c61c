package kr.minwon.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.VerificationApi;
import kr.minwon.gateway.limits.Limits;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Codes to a phone as pages ask for them: within the limits of whoever asks, and each that is typed in wrongly counts against
 * them. What vouches for the phone is sealed by the service and kept in a cookie.
 */
@Component
public class PhoneCodes {
    private static final String ID = "[0-9a-f]{32}";

    private final VerificationApi verification;
    private final Limits limits;

    PhoneCodes(VerificationApi verification, Limits limits) {
        this.verification = verification;
        this.limits = limits;
    }

    /**
     * Sends a code.
     *
     * @return the verification's id
     */
    public String send(String phone, HttpServletRequest request) {
        limits.sendCode(request);
        return verification.send(new VerificationApi.Phone(phone.strip())).verificationId();
    }

    /** Whether it can be a verification's id. */
    public static boolean isId(String id) {
        return id.matches(ID);
    }

    /**
     * Takes a code that was typed in.
     *
     * @return what vouches for the phone
     */
    public String check(String id, String code, HttpServletRequest request) {
        limits.checkLookup(request);
        try {
            return verification
                    .check(id, new VerificationApi.Code(code.strip()))
                    .phoneToken();
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
