package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhoneTokensTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final FieldSealer SEALER = new FieldSealer(KeyRing.of("f1", new byte[32]));
    private static final ContactIdentity CONTACTS = new ContactIdentity(KeyRing.of("c1", new byte[32]));

    private final PhoneTokens tokens = new PhoneTokens(SEALER, CONTACTS, Clock.fixed(NOW, ZoneOffset.UTC));

    private static String token(String office, Instant until) {
        return SEALER.seal("verified.phone", office + "/01012345678/" + until.getEpochSecond());
    }

    @Test
    void namesTheOwnerOfTheVerifiedPhone() {
        assertThat(tokens.contactIds("seogu", token("seogu", NOW.plusSeconds(1))))
                .contains(CONTACTS.allOf("01012345678"));
    }

    static Stream<String> notOurs() {
        String good = token("seogu", NOW.plusSeconds(60));
        return Stream.of(
                "",
                "x",
                "v1.f1.",
                "v1.f9." + good.substring(6),
                good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "BB" : "AA"),
                good + "A".repeat(400),
                token("bukgu", NOW.plusSeconds(60)),
                token("seogu", NOW),
                SEALER.seal(
                        "reporter.phone",
                        "seogu/01012345678/" + NOW.plusSeconds(60).getEpochSecond()),
                SEALER.seal("verified.phone", "seogu/01012345678"),
                SEALER.seal("verified.phone", "seogu/01012345678/soon"));
    }

    @ParameterizedTest
    @MethodSource("notOurs")
    void whatIsForgedExpiredOrForAnotherPurposeNamesNobody(String token) {
        assertThat(tokens.contactIds("seogu", token)).isEmpty();
    }
}
