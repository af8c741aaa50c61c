package kr.minwon.signedcalls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepts a caller only from a token that a known key signed, for this service, now. */
public final class CallVerifier {
    private static final long SKEW_SECONDS = 5;
    private static final int LONGEST_TOKEN = 8_192;
    private static final int MOST_KNOWN = 2_000;

    private final Map<String, PublicKey> keys;
    private final String audience;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    /** Only what a known key signed gets in; the gateway uses a token again, and a signature costs milliseconds. */
    private final Cache<String, Signed> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(CallSigner.LIFETIME)
            .build();

    /** @param audience this service's name */
    public CallVerifier(Map<String, PublicKey> keys, String audience, Clock clock) {
        this.keys = Map.copyOf(keys);
        this.audience = audience;
        this.clock = clock;
    }

    /** Who is calling; empty for a token that is missing a part, altered, another service's, expired or from the future. */
    public Optional<Caller> verify(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        Signed signed = known.getIfPresent(token);
        if (signed == null) {
            signed = signed(token).orElse(null);
            if (signed != null) {
                known.put(token, signed);
            }
        }
        return signed != null && signed.isCurrent(clock.instant().getEpochSecond())
                ? Optional.of(signed.caller())
                : Optional.empty();
    }

    private Optional<Signed> signed(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
            PublicKey key = keys.get(header.path("kid").asString(""));
            if (key == null || !"EdDSA".equals(header.path("alg").asString(""))) {
                return Optional.empty();
            }
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                return Optional.empty();
            }
            return claims(json.readTree(Base64.getUrlDecoder().decode(parts[1])));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException malformed) {
            // Whatever is wrong with a token, the answer is the same: nobody is known to be calling.
            return Optional.empty();
        }
    }

    private Optional<Signed> claims(JsonNode claims) {
        if (!CallSigner.ISSUER.equals(claims.path("iss").asString(""))
                || !audience.equals(claims.path("aud").asString(""))) {
            return Optional.empty();
        }
        Set<String> departments = new LinkedHashSet<>();
        claims.path("departments").forEach(department -> departments.add(department.asString()));
        Caller caller = new Caller(
                claims.path("sub").asString(""),
                claims.path("name").asString(""),
                Role.of(claims.path("role").asString("")),
                claims.path("office").asString(""),
                departments,
                claims.path("scope").asString(""));
        return Optional.of(new Signed(
                caller,
                claims.path("iat").asLong(Long.MAX_VALUE),
                claims.path("exp").asLong(0)));
    }

    /** A caller whose token was signed by a known key for this service; times in seconds of the epoch. */
    private record Signed(Caller caller, long issued, long expires) {
        boolean isCurrent(long now) {
            return issued <= now + SKEW_SECONDS
                    && now < expires + SKEW_SECONDS
                    && expires - issued <= CallSigner.LIFETIME.toSeconds();
        }
    }
}
