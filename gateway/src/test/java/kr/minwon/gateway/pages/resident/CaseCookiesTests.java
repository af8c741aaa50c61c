package kr.minwon.gateway.pages.resident;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

class CaseCookiesTests {
    private static final String NUMBER = "2611-4821-9375";
    private static final String CODE = "JXFA-XFFV-ZTTG-4R8R";
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final CaseCookies cookies = at(NOW);

    @Test
    void opensWhatItSealedForTheSameNumber() {
        assertThat(cookies.code(bringing(cookies.open(NUMBER, CODE).getValue()), NUMBER))
                .contains(CODE);
    }

    @Test
    void opensNothingForAnotherNumber() {
        assertThat(cookies.code(bringing(cookies.open(NUMBER, CODE).getValue()), "2611-0000-0000"))
                .isEmpty();
    }

    @Test
    void opensNothingThatWasTamperedWithOrIsNotOurs() {
        String value = cookies.open(NUMBER, CODE).getValue();
        String tampered = value.substring(0, value.length() - 2) + (value.endsWith("A") ? "BB" : "AA");
        assertThat(cookies.code(bringing(tampered), NUMBER)).isEmpty();
        assertThat(cookies.code(bringing("AAAA"), NUMBER)).isEmpty();
        assertThat(cookies.code(bringing("x".repeat(5000)), NUMBER)).isEmpty();
        assertThat(cookies.code(new MockHttpServletRequest(), NUMBER)).isEmpty();
        CaseCookies others = new CaseCookies("another".getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
        assertThat(cookies.code(bringing(others.open(NUMBER, CODE).getValue()), NUMBER))
                .isEmpty();
    }

    @Test
    void opensNothingAfterHalfADay() {
        String value = cookies.open(NUMBER, CODE).getValue();
        assertThat(at(NOW.plus(Duration.ofHours(12)).minusSeconds(1)).code(bringing(value), NUMBER))
                .contains(CODE);
        assertThat(at(NOW.plus(Duration.ofHours(12))).code(bringing(value), NUMBER))
                .isEmpty();
    }

    @Test
    void showsTheCodeToNobodyAndGoesToItsCaseOnly() {
        ResponseCookie cookie = cookies.open(NUMBER, CODE);
        assertThat(cookie.getValue()).doesNotContain(CODE).doesNotContain("JXFA");
        assertThat(cookie.getPath()).isEqualTo("/complaints/" + NUMBER);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isNegative();
    }

    @Test
    void sealsTheSameCodeDifferentlyEachTime() {
        assertThat(cookies.open(NUMBER, CODE).getValue())
                .isNotEqualTo(cookies.open(NUMBER, CODE).getValue());
    }

    private static CaseCookies at(Instant now) {
        return new CaseCookies("secret".getBytes(StandardCharsets.UTF_8), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MockHttpServletRequest bringing(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(CaseCookies.NAME, value));
        return request;
    }
}
