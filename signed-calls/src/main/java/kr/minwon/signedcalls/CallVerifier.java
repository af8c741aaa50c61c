package kr.minwon.signedcalls;

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

    private final Map<String, PublicKey> keys;
    private final String audience;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param audience this service's name */
    public CallVerifier(Map<String, PublicKey> keys, String audience, Clock clock) {
        this.keys = Map.copyOf(keys);
        this.audience = audience;
        this.clock = clock;
    }

    /** Who is calling; empty for a token that is missing a part, altered, another service's, expired or from the future. */
    public Optional<Caller> verify(String token) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > LONGEST_TOKEN || parts.length != 3) {
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
            return caller(json.readTree(Base64.getUrlDecoder().decode(parts[1])));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException malformed) {
            // Whatever is wrong with a token, the answer is the same: nobody is known to be calling.
            return Optional.empty();
        }
    }

    private Optional<Caller> caller(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        long issued = claims.path("iat").asLong(Long.MAX_VALUE);
        long expires = claims.path("exp").asLong(0);
        boolean ours = CallSigner.ISSUER.equals(claims.path("iss").asString(""))
                && audience.equals(claims.path("aud").asString(""));
        boolean current = issued <= now + SKEW_SECONDS
                && now < expires + SKEW_SECONDS
                && expires - issued <= CallSigner.LIFETIME.toSeconds();
        if (!ours || !current) {
            return Optional.empty();
        }
        Set<String> departments = new LinkedHashSet<>();
        claims.path("departments").forEach(department -> departments.add(department.asString()));
        return Optional.of(new Caller(
                claims.path("sub").asString(""),
                claims.path("name").asString(""),
                Role.of(claims.path("role").asString("")),
                claims.path("office").asString(""),
                departments,
                claims.path("scope").asString("")));
    }
}
