package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import kr.minwon.gateway.testing.Browser;
import kr.minwon.gateway.testing.GatewayAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The limits as a caller meets them; each test comes from addresses of its own, through a trusted proxy. */
class LimitsIT {
    private static final String CASE = "/api/v1/complaints/2611-0000-0000";

    private static GatewayAtWork gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayAtWork.start("--minwon.trusted-proxies=127.0.0.1");
        gateway.services().forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{}"))));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static void assertLimited(HttpResponse<String> answer, String slug) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("urn:minwon:problem:" + slug);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 3600);
    }

    private static HttpResponse<String> file(String address, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Forwarded-For";
        all[headers.length + 1] = address;
        return gateway.http().post("/api/v1/complaints", "{}", all);
    }

    @Test
    void takesSixtyFilingsFromAnAddressAndFurtherOnesOfTheIntakeDesk() {
        int taken = 0;
        while (taken < 70 && file("203.0.113.1").statusCode() == 200) {
            taken++;
        }
        // One more a minute, should this machine be slow.
        assertThat(taken).isBetween(60, 63);
        assertLimited(file("203.0.113.1"), "too-many-filings");
        String officer = gateway.apiKey(Role.OFFICER, "traffic");
        assertLimited(file("203.0.113.1", "Authorization", "Bearer " + officer), "too-many-filings");
        String intake = gateway.apiKey(Role.INTAKE, "civil-service");
        for (int filing = 1; filing <= 70; filing++) {
            assertThat(file("203.0.113.1", "Authorization", "Bearer " + intake).statusCode())
                    .isEqualTo(200);
        }
        assertThat(file("203.0.113.2").statusCode()).isEqualTo(200);
    }

    @Test
    void countsOnlyLookupsThatFail() {
        for (int lookup = 1; lookup <= 40; lookup++) {
            assertThat(gateway.http()
                            .get(CASE, "X-Lookup-Code", "right", "X-Forwarded-For", "203.0.113.3")
                            .statusCode())
                    .isEqualTo(200);
        }
        gateway.service("complaint")
                .stubFor(get(urlPathEqualTo("/api/v1/complaints/2611-9999-9999"))
                        .willReturn(aResponse().withStatus(404)));
        for (int failure = 1; failure <= 20; failure++) {
            assertThat(gateway.http()
                            .get("/api/v1/complaints/2611-9999-9999", "X-Forwarded-For", "203.0.113.3")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertLimited(
                gateway.http().get("/api/v1/complaints/2611-9999-9999", "X-Forwarded-For", "203.0.113.3"),
                "too-many-lookups");
        assertLimited(
                gateway.http().get(CASE, "X-Lookup-Code", "right", "X-Forwarded-For", "203.0.113.3"),
                "too-many-lookups");
        assertLimited(
                gateway.http().post(CASE + "/withdrawal", "{}", "X-Forwarded-For", "203.0.113.3"), "too-many-lookups");
        assertThat(gateway.http().get(CASE, "X-Forwarded-For", "203.0.113.4").statusCode())
                .isEqualTo(200);
    }

    @Test
    void boundsThePublicCalculators() {
        assertThat(takenUntilLimited("/api/v1/deadlines?receivedAt=2026-11-20", 999))
                .isBetween(120, 999);
        // They share one allowance, of which two a second come back.
        assertThat(takenUntilLimited("/api/v1/categories/suggestions?text=a", 119))
                .isLessThan(119);
        assertThat(gateway.http()
                        .get("/api/v1/categories", "X-Forwarded-For", "203.0.113.5")
                        .statusCode())
                .isEqualTo(200);
    }

    private static int takenUntilLimited(String path, int most) {
        int taken = 0;
        HttpResponse<String> answer = gateway.http().get(path, "X-Forwarded-For", "203.0.113.5");
        while (answer.statusCode() == 200 && taken < most) {
            taken++;
            answer = gateway.http().get(path, "X-Forwarded-For", "203.0.113.5");
        }
        if (taken < most) {
            assertLimited(answer, "too-many-requests");
        }
        return taken;
    }

    @Test
    void slowsDownAnAddressThatGuessesPasswords() {
        gateway.account("target", Role.OFFICER, "traffic");
        for (int guess = 1; guess <= 10; guess++) {
            assertThat(guess("name" + guess).statusCode()).isEqualTo(302);
        }
        assertLimited(guess("target"), "too-many-sign-ins");
        assertThat(new Browser(gateway)
                        .signIn("target", GatewayAtWork.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .contains("/staff");
    }

    private static HttpResponse<String> guess(String username) {
        Browser browser = new Browser(gateway);
        return browser.http()
                .form(
                        "/staff/login",
                        Browser.form("username", username, "password", "x", "_csrf", browser.csrf()),
                        "X-Forwarded-For",
                        "203.0.113.6",
                        "Accept",
                        "application/json");
    }

    private static HttpResponse<String> askForACode(int phone, String address) {
        return gateway.http()
                .post(
                        "/api/v1/phone-verifications",
                        "{\"phone\":\"010%08d\"}".formatted(phone),
                        "X-Forwarded-For",
                        address);
    }

    @Test
    void oneAddressTextsFewStrangersWhicheverDoorItTries() {
        int taken = 0;
        while (taken < 40 && askForACode(taken, "198.51.100.1").statusCode() == 200) {
            taken++;
        }
        // One more every three minutes, should this machine be slow.
        assertThat(taken).isBetween(20, 22);
        assertLimited(askForACode(99, "198.51.100.1"), "too-many-codes");
        gateway.service("notification")
                .stubFor(get(urlPathEqualTo("/api/v1/sms/topics")).willReturn(okJson("{\"topics\":[],\"dongs\":[]}")));
        // The number and the code of a case help where cases are shown, not at the SMS corner.
        Map<String, Boolean> namesTheCode = Map.of("/complaints/mine/code", true, "/sms/code", false);
        namesTheCode.forEach((door, named) -> {
            Browser browser = new Browser(gateway);
            HttpResponse<String> page = browser.http()
                    .form(
                            door,
                            Browser.form("phone", "01012345678", "_csrf", browser.csrf()),
                            "X-Forwarded-For",
                            "198.51.100.1");
            assertThat(page.statusCode()).as(door).isEqualTo(429);
            assertThat(page.body()).contains("인증번호를 너무 많이 요청했습니다", "분 뒤에");
            assertThat(page.body().contains("조회코드")).as(door).isEqualTo(named);
        });
        assertThat(askForACode(100, "198.51.100.2").statusCode()).isEqualTo(200);
    }

    @Test
    void theSubnetsOfOneIpv6SiteShareWhatTheyMayAskFor() {
        int taken = 0;
        while (taken < 200
                && askForACode(taken, "2001:db8:1:%x::1".formatted(taken)).statusCode() == 200) {
            taken++;
        }
        assertThat(taken).isBetween(80, 90);
        assertLimited(askForACode(201, "2001:db8:1:ffff::1"), "too-many-codes");
        assertThat(askForACode(202, "2001:db8:2::1").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheBrowserToStayWithTlsWhenTheProxySpokeIt() {
        HttpResponse<String> secure = gateway.http().get("/api/v1/categories", "X-Forwarded-Proto", "https");
        assertThat(secure.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
    }
}
