package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kr.minwon.signedcalls.CallKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps a look-up code in the browser while a case is looked at: sealed (AES-GCM, bound to the receipt number), out of
 * reach of scripts, sent to that case's pages only, and gone when the browser closes. So the code is in no URL, no log
 * and no store of ours, and a page can be loaded again without typing it.
 */
@Component
class CaseCookies {
    static final String NAME = "__Secure-case";

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String PURPOSE = "minwon/gateway/case-cookie/v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_VALUE = 400;

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    CaseCookies(@Value("${minwon.keys.caller-private}") Path callerKey, Clock pageClock) {
        this(CallKeys.privateKey(callerKey).key().getEncoded(), pageClock);
    }

    /** @param secret what only gateways know; the cookies' key is derived from it for this purpose alone */
    CaseCookies(byte[] secret, Clock clock) {
        this.clock = clock;
        try {
            Mac derivation = Mac.getInstance("HmacSHA256");
            derivation.init(new SecretKeySpec(secret, "HmacSHA256"));
            key = new SecretKeySpec(derivation.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The cookie that opens a case. */
    ResponseCookie open(String receiptNumber, String code) {
        long until = clock.instant().plus(LONGEST).getEpochSecond();
        return cookie(receiptNumber, seal(receiptNumber, until + " " + code)).build();
    }

    /** The cookie that closes it again. */
    ResponseCookie close(String receiptNumber) {
        return cookie(receiptNumber, "").maxAge(0).build();
    }

    /** The code that the browser brought for this case. */
    Optional<String> code(HttpServletRequest request, String receiptNumber) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> NAME.equals(cookie.getName()))
                        .flatMap(cookie -> unseal(receiptNumber, cookie.getValue()).stream())
                        .findFirst();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String receiptNumber, String value) {
        return ResponseCookie.from(NAME, value)
                .path("/complaints/" + receiptNumber)
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax");
    }

    private String seal(String receiptNumber, String clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, receiptNumber).doFinal(clear.getBytes(StandardCharsets.UTF_8));
            byte[] value = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, value, nonce.length, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a look-up code cannot be sealed", e);
        }
    }

    /** What was sealed for this number, unless it was tampered with, is another number's, or too old. */
    private Optional<String> unseal(String receiptNumber, String value) {
        if (value.length() > LONGEST_VALUE || !value.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(value);
            if (sealed.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] clear = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), receiptNumber)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            String[] parts = new String(clear, StandardCharsets.UTF_8).split(" ", 2);
            boolean live = Instant.ofEpochSecond(Long.parseLong(parts[0])).isAfter(clock.instant());
            return live ? Optional.of(parts[1]) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String receiptNumber) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(receiptNumber.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
