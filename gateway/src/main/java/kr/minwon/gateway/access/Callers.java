package kr.minwon.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.minwon.gateway.limits.ClientAddresses;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who is behind the request being served: an API key, a signed-in member of staff, or a stranger. */
@Component
public class Callers {
    private static final String HMAC = "HmacSHA256";
    private static final int KEPT_BYTES = 12;

    private final ThreadLocal<@Nullable Caller> chosen = new ThreadLocal<>();
    private final ClientAddresses addresses;
    private final String office;
    private final SecretKeySpec addressKey;

    Callers(ClientAddresses addresses, @Value("${minwon.office}") String office) {
        this.addresses = addresses;
        this.office = office;
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        // A key of this run only: nobody can turn the pseudonym back into an address, not even we tomorrow.
        this.addressKey = new SecretKeySpec(key, HMAC);
    }

    /** Who sent this request. */
    public Caller of(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? known.caller()
                : new Caller("anonymous:" + pseudonym(addresses.of(request)), "", Role.ANONYMOUS, office, Set.of(), "");
    }

    /**
     * Who sent the request that this thread serves, or whom {@link #as} chose.
     *
     * @throws IllegalStateException outside a request
     */
    public Caller current() {
        Caller caller = chosen.get();
        if (caller != null) {
            return caller;
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return of(attributes.getRequest());
        }
        throw new IllegalStateException("no request on this thread: name the caller with Callers.as");
    }

    /** Does something on this thread on behalf of a caller, such as refreshing an open page after its request ended. */
    public <T> T as(Caller caller, Supplier<T> work) {
        Caller before = chosen.get();
        chosen.set(caller);
        try {
            return work.get();
        } finally {
            if (before == null) {
                chosen.remove();
            } else {
                chosen.set(before);
            }
        }
    }

    private String pseudonym(String address) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(addressKey);
            byte[] hash = mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
