package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import kr.minwon.gateway.testing.GatewayAtWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no client of ours sends, byte by byte. */
class HostileRequestsIT {
    private static GatewayAtWork gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayAtWork.start();
        gateway.services().forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{}"))));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Stream<Arguments> hostile() {
        String long9k = "a".repeat(20_000);
        return Stream.of(
                Arguments.of("invalid UTF-8 in the path", "GET /api/v1/complaints/%ff%fe HTTP/1.1\r\n"),
                Arguments.of("overlong UTF-8 in the path", "GET /api/v1/complaints/%c0%af HTTP/1.1\r\n"),
                Arguments.of("raw bytes in the path", "GET /api/v1/complaints/\u00ff HTTP/1.1\r\n"),
                Arguments.of("invalid UTF-8 in the query", "GET /api/v1/categories?x=%ff HTTP/1.1\r\n"),
                Arguments.of("lone surrogate in the query", "GET /api/v1/categories?x=%ed%a0%80 HTTP/1.1\r\n"),
                Arguments.of("broken escape in the query", "GET /api/v1/categories?x=%zz HTTP/1.1\r\n"),
                Arguments.of("cut escape in the query", "GET /api/v1/categories?x=%a HTTP/1.1\r\n"),
                Arguments.of("NUL in the query", "GET /api/v1/categories?x=%00 HTTP/1.1\r\n"),
                Arguments.of("NUL in the path", "GET /api/v1/categories%00 HTTP/1.1\r\n"),
                Arguments.of("encoded slash", "GET /api/v1/complaints/a%2fb HTTP/1.1\r\n"),
                Arguments.of("encoded backslash", "GET /api/v1/complaints/a%5cb HTTP/1.1\r\n"),
                Arguments.of("double encoding", "GET /api/v1/complaints/%252e%252e/x HTTP/1.1\r\n"),
                Arguments.of("double slash", "GET /api/v1//categories HTTP/1.1\r\n"),
                Arguments.of("double slash at the start", "GET //api/v1/categories HTTP/1.1\r\n"),
                Arguments.of("dots", "GET /api/v1/complaints/../staff/queue HTTP/1.1\r\n"),
                Arguments.of("encoded dots", "GET /api/v1/complaints/%2e%2e/staff/queue HTTP/1.1\r\n"),
                Arguments.of("dots above the root", "GET /../../etc/passwd HTTP/1.1\r\n"),
                Arguments.of("path parameter", "GET /api/v1/staff;x=/queue HTTP/1.1\r\n"),
                Arguments.of("encoded path parameter", "GET /api/v1/staff%3bx/queue HTTP/1.1\r\n"),
                Arguments.of("encoded line feed", "GET /api/v1/complaints/a%0d%0ab HTTP/1.1\r\n"),
                Arguments.of("quotes and brackets", "GET /api/v1/categories?x=\"[{<|>}] HTTP/1.1\r\n"),
                Arguments.of("TRACE", "TRACE /api/v1/categories HTTP/1.1\r\n"),
                Arguments.of("CONNECT", "CONNECT 127.0.0.1:1 HTTP/1.1\r\n"),
                Arguments.of("a method of its own", "HACK /api/v1/categories HTTP/1.1\r\n"),
                Arguments.of("long URL", "GET /api/v1/complaints/" + long9k + " HTTP/1.1\r\n"),
                Arguments.of("long query", "GET /api/v1/categories?x=" + long9k + " HTTP/1.1\r\n"),
                Arguments.of("long header", "GET /api/v1/categories HTTP/1.1\r\nX-A: " + long9k + "\r\n"),
                Arguments.of("header without a colon", "GET /api/v1/categories HTTP/1.1\r\nX-A\r\n"),
                Arguments.of("control character in a header", "GET /api/v1/categories HTTP/1.1\r\nX-A: a\u0001b\r\n"),
                Arguments.of(
                        "two lengths",
                        "POST /api/v1/complaints HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n"),
                Arguments.of("length that is none", "POST /api/v1/complaints HTTP/1.1\r\nContent-Length: abc\r\n"),
                Arguments.of("negative length", "POST /api/v1/complaints HTTP/1.1\r\nContent-Length: -1\r\n"),
                Arguments.of("unknown encoding", "POST /api/v1/complaints HTTP/1.1\r\nTransfer-Encoding: gzip\r\n"),
                Arguments.of("another site's absolute URL", "GET http://evil.example:1x/ HTTP/1.1\r\n"),
                Arguments.of("unknown protocol", "GET /api/v1/categories HTTP/9.9\r\n"),
                Arguments.of("two hosts", "GET /api/v1/categories HTTP/1.1\r\nHost: b\r\n"),
                Arguments.of("rubbish", "\u0016\u0003\u0001 hello\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void areRefusedAsTheClientsFault(String name, String head) throws IOException {
        String answer = send(head + "Host: a\r\nConnection: close\r\nAccept: application/json\r\n\r\n");
        assertThat(answer).as(name).matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*");
        assertThat(answer)
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesARequestWithoutAProtocol() throws IOException {
        assertThat(send("GET /api/v1/categories\r\n\r\n")).contains("urn:minwon:problem:bad-request");
        assertThat(gateway.service("routing").getAllServeEvents()).isEmpty();
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (java.net.SocketException reset) {
                // What came before the reset counts.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
