package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import kr.minwon.gateway.testing.GatewayAtWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessIT {
    static GatewayAtWork gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayAtWork.start();
        gateway.services().forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{\"a\":1}"))));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void forwards() {
        var answer = gateway.http().get("/api/v1/categories");
        System.out.println(">>> " + answer.statusCode() + " " + answer.headers().map() + answer.body());
        for (String p : new String[] {
            "/api/v1/nothing",
            "/nothing",
            "/staff/queue",
            "/api/v1/staff/queue",
            "/error",
            "/staff/login",
            "/actuator/health",
            "/v3/api-docs"
        }) {
            answer = gateway.http().get(p);
            System.out.println(">>> " + p + " " + answer.statusCode() + " "
                    + answer.headers().map() + answer.body());
        }
        answer = gateway.http().post("/api/v1/categories", "{}");
        System.out.println(">>> " + answer.statusCode() + " " + answer.headers().map() + answer.body());
        answer = gateway.http().post("/api/v1/complaints", "{}");
        System.out.println(">>> " + answer.statusCode() + " " + answer.headers().map() + answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
