package kr.minwon.signedcalls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Signs who is calling: a JWT (EdDSA) that one service accepts for 60 s. */
public final class CallSigner {
    /** The header that carries the token. */
    public static final String HEADER = "X-Minwon-Caller";

    static final String ISSUER = "minwon-gateway";
    static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final CallKeys.SigningKey key;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public CallSigner(CallKeys.SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * The token of a caller for one service.
     *
     * @param audience the service: {@code complaint}, {@code routing} or {@code notification}
     */
    public String sign(Caller caller, String audience) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", audience);
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME.toSeconds());
        claims.put("sub", caller.id());
        claims.put("name", caller.name());
        claims.put("role", caller.role().wireName());
        claims.put("office", caller.officeId());
        claims.put("departments", new TreeSet<>(caller.departments()));
        claims.put("scope", caller.idempotencyScope());
        String signed = part(Map.of("alg", "EdDSA", "typ", "JWT", "kid", key.kid())) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the gateway's key cannot sign", e);
        }
    }

    private String part(Map<String, Object> content) {
        return BASE64.encodeToString(json.writeValueAsBytes(content));
    }
}
