package kr.minwon.signedcalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kr.minwon.signedcalls.AccessTable.Verdict;
import org.junit.jupiter.api.Test;

class SignedCallsTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final KeyPair KEYS = CallKeys.generate();
    private static final Caller OFFICER =
            new Caller("acc-1", "건설과 담당", Role.OFFICER, "seogu", Set.of("construction"), "session:1");

    private final CallSigner signer = new CallSigner(new CallKeys.SigningKey("k1", KEYS.getPrivate()), at(NOW));

    @Test
    void theServiceLearnsWhoIsCalling() {
        assertThat(verifier("complaint", NOW).verify(signer.sign(OFFICER, "complaint")))
                .contains(OFFICER);
    }

    @Test
    void anotherServicesTokenIsNobodys() {
        assertThat(verifier("routing", NOW).verify(signer.sign(OFFICER, "complaint")))
                .isEmpty();
    }

    @Test
    void aTokenLivesAMinute() {
        String token = signer.sign(OFFICER, "complaint");
        assertThat(verifier("complaint", NOW.plusSeconds(59)).verify(token)).isPresent();
        assertThat(verifier("complaint", NOW.plus(Duration.ofSeconds(66))).verify(token))
                .isEmpty();
        assertThat(verifier("complaint", NOW.minusSeconds(30)).verify(token)).isEmpty();
    }

    @Test
    void aTokenThatWasTakenBeforeExpiresAllTheSame() {
        String token = signer.sign(OFFICER, "complaint");
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        CallVerifier verifier = new CallVerifier(
                Map.of("k1", KEYS.getPublic()), "complaint", ((InstantSource) now::get).withZone(ZoneOffset.UTC));
        assertThat(verifier.verify(token)).isPresent();
        assertThat(verifier.verify(token)).contains(OFFICER);
        now.set(NOW.plus(Duration.ofSeconds(66)));
        assertThat(verifier.verify(token)).isEmpty();
    }

    @Test
    void aForgedTokenIsNobodys() {
        CallSigner stranger =
                new CallSigner(new CallKeys.SigningKey("k1", CallKeys.generate().getPrivate()), at(NOW));
        assertThat(verifier("complaint", NOW).verify(stranger.sign(OFFICER, "complaint")))
                .isEmpty();
    }

    @Test
    void anAlteredClaimIsNoticed() {
        String[] parts = signer.sign(OFFICER, "complaint").split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String altered = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("officer", "admin").getBytes(StandardCharsets.UTF_8));
        assertThat(verifier("complaint", NOW).verify(parts[0] + "." + altered + "." + parts[2]))
                .isEmpty();
    }

    @Test
    void noAlgorithmIsNoSignature() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8));
        String[] parts = signer.sign(OFFICER, "complaint").split("\\.", -1);
        assertThat(verifier("complaint", NOW).verify(header + "." + parts[1] + "."))
                .isEmpty();
    }

    @Test
    void rubbishIsNobodys() {
        CallVerifier verifier = verifier("complaint", NOW);
        for (String rubbish : List.of("", ".", "..", "a.b.c", "....", "가.나.다", "a".repeat(10_000))) {
            assertThat(verifier.verify(rubbish)).as(rubbish).isEmpty();
        }
    }

    @Test
    void theTableDecidesByRole() {
        AccessTable table = AccessTable.load();
        String claim = "/api/v1/staff/complaints/2611-4821-9375/claim";
        assertThat(table.decide("POST", claim, Role.OFFICER)).isEqualTo(Verdict.ALLOWED);
        assertThat(table.decide("POST", claim, Role.ANONYMOUS)).isEqualTo(Verdict.SIGN_IN);
        assertThat(table.decide("POST", claim, Role.AUDITOR)).isEqualTo(Verdict.FORBIDDEN);
        assertThat(table.decide("GET", claim, Role.OFFICER)).isEqualTo(Verdict.UNKNOWN_METHOD);
        assertThat(table.decide("GET", "/api/v1/nothing", Role.ADMIN)).isEqualTo(Verdict.UNKNOWN_PATH);
        assertThat(table.decide("POST", "/api/v1/complaints", Role.ANONYMOUS)).isEqualTo(Verdict.ALLOWED);
        assertThat(table.find("GET", "/api/v1/categories/suggestions")
                        .orElseThrow()
                        .path())
                .isEqualTo("/api/v1/categories/suggestions");
    }

    @Test
    void eachStaffRowKeepsStrangersOut() {
        assertThat(AccessTable.load().rows())
                .filteredOn(row -> row.path().startsWith("/api/v1/staff/"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.roles()).doesNotContain(Role.ANONYMOUS, Role.RESIDENT));
    }

    private static CallVerifier verifier(String audience, Instant now) {
        return new CallVerifier(Map.of("k1", KEYS.getPublic()), audience, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
