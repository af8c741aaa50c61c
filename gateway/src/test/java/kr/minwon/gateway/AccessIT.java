package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kr.minwon.gateway.testing.GatewayAtWork;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.CallKeys;
import kr.minwon.signedcalls.CallSigner;
import kr.minwon.signedcalls.CallVerifier;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the access table, by every role that can stand at the door. */
class AccessIT {
    private static final String RECEIPT_NUMBER = "2611-0000-0000";

    private static GatewayAtWork gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayAtWork.start("--minwon.limits.filings-per-hour=1000");
        gateway.services().forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{}"))));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.services().forEach(WireMockServer::resetRequests);
    }

    /** Residents sign in by phone code, which is not built yet: nobody can come as one. */
    static Stream<Arguments> rowsAndRoles() {
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> role != Role.RESIDENT)
                .toList();
        return AccessTable.load().rows().stream()
                .flatMap(row -> roles.stream().map(role -> Arguments.of(row.method(), row.path(), role, row)));
    }

    @ParameterizedTest(name = "{0} {1} as {2}")
    @MethodSource("rowsAndRoles")
    void isDecidedByTheTable(String method, String template, Role role, AccessTable.Row row) {
        String path = template.replace("{receiptNumber}", RECEIPT_NUMBER).replaceAll("\\{[^}]+}", "a1");

        HttpResponse<String> answer = role == Role.ANONYMOUS
                ? call(method, path)
                : call(method, path, "Authorization", "Bearer " + gateway.apiKey(role, "traffic"));

        if (row.roles().contains(role)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            Caller caller = callerSeenBy(row.service(), method, path);
            assertThat(caller.role()).isEqualTo(role);
            assertThat(caller.officeId()).isEqualTo("seogu");
            if (role == Role.ANONYMOUS) {
                assertThat(caller.id()).startsWith("anonymous:").doesNotContain("127.0.0.1");
                assertThat(caller.idempotencyScope()).isEmpty();
                assertThat(caller.departments()).isEmpty();
            } else {
                assertThat(caller.id()).isEqualTo("key-" + role.wireName());
                assertThat(caller.idempotencyScope()).isEqualTo(caller.id());
                assertThat(caller.departments()).isEqualTo(Set.of("traffic"));
            }
        } else {
            boolean stranger = role == Role.ANONYMOUS;
            assertThat(answer.statusCode()).isEqualTo(stranger ? 401 : 403);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body())
                    .contains("urn:minwon:problem:" + (stranger ? "not-signed-in" : "forbidden"))
                    .containsPattern("[가-힣]");
            assertThat(callsOf("complaint") + callsOf("routing") + callsOf("notification"))
                    .isZero();
        }
    }

    private static HttpResponse<String> call(String method, String path, String... headers) {
        return switch (method) {
            case "GET" -> gateway.http().get(path, headers);
            case "POST" -> gateway.http().post(path, "{}", headers);
            case "PUT" -> gateway.http().put(path, "{}", headers);
            default -> gateway.http().send(method, path, null, headers);
        };
    }

    private static int callsOf(String service) {
        return gateway.service(service).getAllServeEvents().size();
    }

    private static Caller callerSeenBy(String service, String method, String path) {
        var events = gateway.service(service).getAllServeEvents();
        assertThat(events).hasSize(1);
        LoggedRequest seen = events.get(0).getRequest();
        assertThat(seen.getMethod().getName()).isEqualTo(method);
        assertThat(seen.getUrl()).isEqualTo(path);
        CallVerifier verifier =
                new CallVerifier(CallKeys.publicKeys(TestCalls.publicKeys()), service, Clock.systemUTC());
        return verifier.verify(seen.getHeader(CallSigner.HEADER)).orElseThrow();
    }

    @Test
    void knowsNothingOutsideTheTable() {
        assertThat(gateway.http().get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(gateway.http().get("/api").statusCode()).isEqualTo(404);
        assertThat(gateway.http().get("/api/v1/staff/queue/").statusCode()).isEqualTo(404);
        HttpResponse<String> wrongMethod = gateway.http().post("/api/v1/categories", "{}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET");
        assertThat(wrongMethod.body()).contains("urn:minwon:problem:wrong-method");
    }

    @Test
    void readsThePathOnceSoThatAnEscapedLetterIsNoWayRound() {
        assertThat(gateway.http().get("/api/v1/st%61ff/queue").statusCode()).isEqualTo(404);
        assertThat(gateway.http().get("/%61pi/v1/staff/queue").statusCode()).isEqualTo(404);
        // The page that says so asks for the office's telephone; nobody asks for the queue.
        gateway.service("routing").verify(0, anyRequestedFor(urlMatching("(?i).*(staff|st%61ff|queue).*")));
    }

    @Test
    void refusesAKeyNobodyGaveOut() {
        HttpResponse<String> unknown =
                gateway.http().get("/api/v1/categories", "Authorization", "Bearer not-a-key-we-know-of-0123456789");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("urn:minwon:problem:bad-api-key");
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(gateway.http()
                        .get("/api/v1/categories", "Authorization", "Basic YTpi")
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.http()
                        .get("/api/v1/categories", "Authorization", "Bearer ")
                        .statusCode())
                .isEqualTo(401);
        assertThat(callsOf("routing")).isZero();
    }

    @Test
    void refusesARevokedKeyAtOnce() {
        String secret = gateway.apiKey(Role.AUDITOR, "audit");
        assertThat(gateway.http()
                        .get("/api/v1/staff/queue", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(200);
        gateway.bean(kr.minwon.gateway.apikeys.ApiKeys.class).revoke(kr.minwon.gateway.apikeys.SecretHash.of(secret));
        assertThat(gateway.http()
                        .get("/api/v1/staff/queue", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void neverForwardsATokenFromOutside() {
        String forged = TestCalls.token(TestCalls.staff(Role.ADMIN, "mallory", "traffic"), "routing");
        assertThat(gateway.http()
                        .get("/api/v1/staff/queue", CallSigner.HEADER, forged)
                        .statusCode())
                .isEqualTo(401);

        gateway.http().get("/api/v1/categories", CallSigner.HEADER, forged, "X-Minwon-Role", "admin");
        Caller caller = callerSeenBy("routing", "GET", "/api/v1/categories");
        assertThat(caller.role()).isEqualTo(Role.ANONYMOUS);
        assertThat(gateway.service("routing")
                        .getAllServeEvents()
                        .get(0)
                        .getRequest()
                        .getHeaders()
                        .getHeader("X-Minwon-Role")
                        .isPresent())
                .isFalse();
    }
}
