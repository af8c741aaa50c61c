package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kr.minwon.gateway.testing.Browser;
import kr.minwon.gateway.testing.GatewayAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.Test;

class StoreAwayIT {
    @Test
    void saysSoToWhomeverItConcernsAndServesStrangersOn() {
        try (GatewayAtWork gateway = GatewayAtWork.start()) {
            gateway.services().forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{}"))));
            gateway.account("kim", Role.OFFICER, "traffic");
            Browser browser = new Browser(gateway);
            browser.signIn("kim", GatewayAtWork.PASSWORD);
            String key = gateway.apiKey(Role.OFFICER, "traffic");

            gateway.loseStore();

            assertAway(browser.http().get("/api/v1/staff/queue"));
            assertAway(gateway.http().get("/api/v1/staff/queue", "Authorization", "Bearer " + key));
            assertAway(new Browser(gateway)
                    .http()
                    .get("/staff", "Cookie", "__Host-minwon=" + browser.session(), "Accept", "application/json"));
            assertThat(gateway.http().get("/api/v1/categories").statusCode()).isEqualTo(200);
            assertThat(gateway.http().post("/api/v1/complaints", "{}").statusCode())
                    .isEqualTo(200);
        }
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:minwon:problem:store-away");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
