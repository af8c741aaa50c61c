package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import kr.minwon.gateway.testing.GatewayAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes through the door, and what the caller is told when nobody answers behind it. */
class ForwardingIT {
    private static final int MEGABYTE = 1 << 20;
    private static final String CASE = "/api/v1/staff/complaints/2611-0000-0000";

    private static GatewayAtWork gateway;
    private static WireMockServer complaint;
    private static WireMockServer routing;

    @BeforeAll
    static void start() {
        gateway = GatewayAtWork.start("--minwon.limits.filings-per-hour=1000", "--minwon.calls.response=4s");
        complaint = gateway.service("complaint");
        routing = gateway.service("routing");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.services().forEach(WireMockServer::resetAll);
    }

    @Test
    void forwardsPathQueryAndBodyToTheLetter() {
        routing.stubFor(get(urlEqualTo("/api/v1/categories/suggestions?text=%EA%B0%80%20%EB%A1%9C&x=a+b%2Bc&flag"))
                .willReturn(okJson("[]")));
        assertThat(gateway.http()
                        .get("/api/v1/categories/suggestions?text=%EA%B0%80%20%EB%A1%9C&x=a+b%2Bc&flag")
                        .statusCode())
                .isEqualTo(200);

        complaint.stubFor(post(urlEqualTo("/api/v1/complaints"))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Location", "/api/v1/complaints/2611-0000-0000")
                        .withBody("{\"receiptNumber\":\"2611-0000-0000\"}")));
        HttpResponse<String> filed = gateway.http()
                .post("/api/v1/complaints", "{\"title\":\"가로등\"}", "Idempotency-Key", "k-1", "X-Lookup-Code", "C");
        assertThat(filed.statusCode()).isEqualTo(201);
        assertThat(filed.headers().firstValue("Location")).contains("/api/v1/complaints/2611-0000-0000");
        assertThat(filed.body()).isEqualTo("{\"receiptNumber\":\"2611-0000-0000\"}");
        LoggedRequest seen = complaint.getAllServeEvents().get(0).getRequest();
        assertThat(seen.getBodyAsString()).isEqualTo("{\"title\":\"가로등\"}");
        assertThat(seen.getHeader("Idempotency-Key")).isEqualTo("k-1");
        assertThat(seen.getHeader("X-Lookup-Code")).isEqualTo("C");
    }

    /** A receipt comes from a stranger: what shows that it is genuine has to get to who can tell. */
    @Test
    void letsAProvidersProofIn() {
        complaint.stubFor(post(urlEqualTo("/api/v1/complaints")).willReturn(okJson("{}")));
        gateway.http().post("/api/v1/complaints", "{}", "X-Solapi-Secret", "s", "X-Toast-Webhook-Signature", "t");
        LoggedRequest seen = complaint.getAllServeEvents().get(0).getRequest();
        assertThat(seen.getHeader("X-Solapi-Secret")).isEqualTo("s");
        assertThat(seen.getHeader("X-Toast-Webhook-Signature")).isEqualTo("t");
    }

    @Test
    void letsOnlyNamedHeadersIn() {
        routing.stubFor(get("/api/v1/categories").willReturn(okJson("[]")));
        gateway.http()
                .get(
                        "/api/v1/categories",
                        "Cookie",
                        "a=b",
                        "X-Forwarded-For",
                        "1.2.3.4",
                        "Forwarded",
                        "for=1.2.3.4",
                        "Proxy-Authorization",
                        "Basic x",
                        "TE",
                        "trailers",
                        "X-Minwon-Caller",
                        "forged",
                        "x-minwon-anything",
                        "1",
                        "X-Phone-Token",
                        "verified",
                        "X-Minwon-Timestamp",
                        "1796016959",
                        "X-Minwon-Signature",
                        "abc",
                        "Referer",
                        "http://x/?phone=01012345678");
        LoggedRequest seen = routing.getAllServeEvents().get(0).getRequest();
        assertThat(seen.getAllHeaderKeys().stream().map(String::toLowerCase))
                .doesNotContain(
                        "cookie",
                        "x-forwarded-for",
                        "forwarded",
                        "proxy-authorization",
                        "te",
                        "x-minwon-anything",
                        "referer",
                        "user-agent")
                .contains("x-minwon-caller", "traceparent", "accept-language");
        assertThat(seen.getHeader("X-Phone-Token")).isEqualTo("verified");
        assertThat(seen.getHeader("X-Minwon-Timestamp")).isEqualTo("1796016959");
        assertThat(seen.getHeader("X-Minwon-Signature")).isEqualTo("abc");
        assertThat(seen.header("X-Minwon-Caller").values()).hasSize(1);
        assertThat(seen.getHeader("X-Minwon-Caller")).isNotEqualTo("forged");
        assertThat(seen.getHeader("Accept-Language")).isEqualTo("ko");
    }

    @Test
    void letsOnlyNamedHeadersOut() {
        routing.stubFor(get("/api/v1/categories")
                .willReturn(okJson("[]")
                        .withHeader("Server", "Secret/1")
                        .withHeader("X-Powered-By", "us")
                        .withHeader("Set-Cookie", "a=b")
                        .withHeader("Keep-Alive", "timeout=5")
                        .withHeader("X-Minwon-Internal", "1")
                        .withHeader("Access-Control-Allow-Origin", "*")
                        .withHeader("Cache-Control", "max-age=60")));
        HttpResponse<String> answer = gateway.http().get("/api/v1/categories");
        assertThat(answer.headers().map().keySet().stream().map(String::toLowerCase))
                .doesNotContain(
                        "server",
                        "x-powered-by",
                        "set-cookie",
                        "keep-alive",
                        "x-minwon-internal",
                        "access-control-allow-origin");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void forwardsLanguageAsKoreanUnlessEnglishIsPreferred() {
        routing.stubFor(get("/api/v1/categories").willReturn(okJson("[]")));
        gateway.http().get("/api/v1/categories", "Accept-Language", "en-US,en;q=0.9");
        assertThat(routing.getAllServeEvents().get(0).getRequest().getHeader("Accept-Language"))
                .isEqualTo("en");
    }

    @Test
    void streamsPhotosThroughWithoutHoldingThem() {
        complaint.stubFor(post("/api/v1/complaints").willReturn(aResponse().withStatus(201)));
        System.gc();
        HttpResponse<String> answer = multipart("/api/v1/complaints", 50 * MEGABYTE, true);
        assertThat(answer.statusCode()).isEqualTo(201);
        LoggedRequest seen = complaint.getAllServeEvents().get(0).getRequest();
        assertThat(seen.getBody()).hasSizeGreaterThan(50 * MEGABYTE);
        assertThat(seen.getHeader("Content-Type")).isEqualTo("multipart/form-data; boundary=b1");
    }

    @Test
    void refusesABodyOverItsLimitWhetherAnnouncedOrNot() {
        for (boolean announced : List.of(true, false)) {
            assertProblem(multipart("/api/v1/complaints", 56 * MEGABYTE, announced), 413, "body-too-large");
            assertProblem(
                    multipart("/api/v1/complaints/2611-0000-0000/rating", MEGABYTE, announced), 413, "body-too-large");
            assertProblem(json("/api/v1/complaints", 262_145, announced), 413, "body-too-large");
        }
        complaint.stubFor(post("/api/v1/complaints").willReturn(aResponse().withStatus(201)));
        for (boolean announced : List.of(true, false)) {
            assertThat(json("/api/v1/complaints", 262_144, announced).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void handsOnARefusalThatComesBeforeTheBodyIsRead() throws Exception {
        try (ServerSocket hasty = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> refuseEarly(hasty));
            try (GatewayAtWork other =
                    GatewayAtWork.start("--minwon.services.complaint.uri=http://127.0.0.1:" + hasty.getLocalPort())) {
                HttpResponse<String> answer = multipart(other, "/api/v1/complaints", 40 * MEGABYTE, true);
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).isEqualTo("{}");
            }
        }
    }

    private static void refuseEarly(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getInputStream().read(new byte[1000]);
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 422 Unprocessable\r\nContent-Type: application/problem+json\r\n"
                                    + "Content-Length: 2\r\nConnection: close\r\n\r\n{}")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            // Reads on for a while, as a server does before it closes.
            connection.getInputStream().readNBytes(2 * MEGABYTE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void saysThatAServiceIsAway() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (GatewayAtWork lonely = GatewayAtWork.start("--minwon.services.routing.uri=http://127.0.0.1:" + nobody)) {
            HttpResponse<String> answer = lonely.http().get("/api/v1/categories");
            assertProblem(answer, 503, "service-away");
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        }
    }

    @Test
    void saysThatAServiceBrokeOff() {
        routing.stubFor(get("/api/v1/categories").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertProblem(gateway.http().get("/api/v1/categories"), 503, "service-away");
        routing.stubFor(get("/api/v1/categories").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertProblem(gateway.http().get("/api/v1/categories"), 503, "service-away");
    }

    @Test
    void saysThatAServiceIsSlow() {
        routing.stubFor(get("/api/v1/categories").willReturn(okJson("[]").withFixedDelay(6000)));
        HttpResponse<String> answer = gateway.http().get("/api/v1/categories");
        assertProblem(answer, 504, "service-slow");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void asksComplaintServiceWhetherANumberNotYetRoutedExists() {
        String officer = gateway.apiKey(Role.OFFICER, "traffic");
        routing.stubFor(
                post(CASE + "/claim").willReturn(problem(409, "not-yet-routed").withHeader("Retry-After", "2")));
        Supplier<HttpResponse<String>> claim =
                () -> gateway.http().post(CASE + "/claim", "{}", "Authorization", "Bearer " + officer);

        complaint.stubFor(get(CASE).willReturn(problem(404, "no-such-complaint")));
        HttpResponse<String> unknown = claim.get();
        assertProblem(unknown, 404, "no-such-complaint");
        assertThat(unknown.headers().firstValue("Retry-After")).isEmpty();

        complaint.stubFor(get(CASE).willReturn(okJson("{\"status\":\"accepted\"}")));
        HttpResponse<String> known = claim.get();
        assertProblem(known, 409, "not-yet-routed");
        assertThat(known.headers().firstValue("Retry-After")).contains("2");

        complaint.stubFor(get(CASE).willReturn(problem(403, "other-department")));
        assertProblem(claim.get(), 409, "not-yet-routed");
        assertThat(complaint.getAllServeEvents()).hasSize(3);
        assertThat(complaint.getAllServeEvents().get(0).getRequest().getBodyAsString())
                .isEmpty();
    }

    @Test
    void handsOnAnyOtherConflictAsItIs() {
        String officer = gateway.apiKey(Role.OFFICER, "traffic");
        routing.stubFor(post(CASE + "/claim").willReturn(problem(409, "already-claimed")));
        assertProblem(
                gateway.http().post(CASE + "/claim", "{}", "Authorization", "Bearer " + officer),
                409,
                "already-claimed");
        assertThat(complaint.getAllServeEvents()).isEmpty();
    }

    @Test
    void setsTheSecurityHeadersOnEveryAnswer() {
        routing.stubFor(get(urlPathEqualTo("/api/v1/categories")).willReturn(okJson("[]")));
        for (String path : List.of("/api/v1/categories", "/api/v1/nothing", "/nothing", "/api/v1/staff/queue")) {
            HttpResponse<String> answer = gateway.http().get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder problem(int status, String slug) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\":\"urn:minwon:problem:" + slug + "\",\"status\":" + status + "}");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"urn:minwon:problem:" + slug + "\"");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static HttpResponse<String> json(String path, int bytes, boolean announced) {
        return send(gateway, path, "application/json", "[", "]", bytes - 2, announced);
    }

    private static HttpResponse<String> multipart(String path, int bytes, boolean announced) {
        return multipart(gateway, path, bytes, announced);
    }

    private static HttpResponse<String> multipart(GatewayAtWork at, String path, int bytes, boolean announced) {
        return send(
                at,
                path,
                "multipart/form-data; boundary=b1",
                "--b1\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\n\r\n",
                "\r\n--b1--\r\n",
                bytes,
                announced);
    }

    private static HttpResponse<String> send(
            GatewayAtWork at, String path, String type, String head, String tail, int bytes, boolean announced) {
        Supplier<InputStream> body = () -> new java.io.SequenceInputStream(
                new java.io.SequenceInputStream(bytes(head), new Spaces(bytes)), bytes(tail));
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofInputStream(body);
        return at.http()
                .send(HttpRequest.newBuilder(at.uri(path))
                        .header("Content-Type", type)
                        .POST(
                                announced
                                        ? HttpRequest.BodyPublishers.fromPublisher(
                                                publisher, (long) head.length() + bytes + tail.length())
                                        : publisher));
    }

    private static InputStream bytes(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** So many spaces, made as they are read. */
    private static final class Spaces extends InputStream {
        private int left;

        Spaces(int count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = Math.min(left, length);
            java.util.Arrays.fill(into, from, from + count, (byte) ' ');
            left -= count;
            return count;
        }
    }
}
