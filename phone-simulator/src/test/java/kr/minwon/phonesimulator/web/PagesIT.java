package kr.minwon.phonesimulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kr.minwon.phonesimulator.Simulator;
import kr.minwon.phonesimulator.TestEsme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesIT {

    private static final String PHONE = "01012345678";

    @TempDir
    static Path directory;

    static Simulator simulator;
    static TestEsme esme;

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.in(directory);
        esme = TestEsme.bind(simulator.smppPort());
    }

    @AfterAll
    static void stop() {
        esme.close();
        simulator.close();
    }

    @BeforeEach
    void clear() {
        simulator.call("DELETE", "/api/messages", "");
        simulator.call("DELETE", "/api/faults", "");
    }

    private static HttpResponse<String> page(String path) {
        return simulator.call("GET", path, "");
    }

    private static HttpResponse<String> form(String path, String fields, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsAPhonesMessagesNewestFirst() throws Exception {
        esme.submit(PHONE, "먼저 온 문자");
        esme.submit(PHONE, "나중에 온 문자");
        String html = page("/phones/010-1234-5678").body();
        assertThat(html).contains("010-1234-5678").contains("lang=\"ko\"");
        assertThat(html.indexOf("나중에 온 문자")).isPositive().isLessThan(html.indexOf("먼저 온 문자"));
    }

    @Test
    void listsPhonesByTheirNewestMessage() throws Exception {
        esme.submit("01000000001", "하나");
        esme.submit("01000000002", "둘");
        esme.submit("01000000001", "셋");
        String html = page("/").body();
        assertThat(html.indexOf("010-0000-0001")).isPositive().isLessThan(html.indexOf("010-0000-0002"));
        assertThat(html).contains("셋").doesNotContain("하나");
        assertThat(page("/").body()).doesNotContain("role=\"alert\"");
    }

    @Test
    void escapesHostileText() throws Exception {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u0000\u202E";
        esme.submit(PHONE, 8, hostile.getBytes(StandardCharsets.UTF_16BE));
        for (String path : new String[] {"/", "/phones/" + PHONE, "/phones/" + PHONE + "/messages"}) {
            assertThat(page(path).body())
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img")
                    .doesNotContain("\u0000")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        }
        assertThat(simulator.messages(PHONE).getFirst().get("text").asString()).isEqualTo(hostile);
    }

    @Test
    void allowsNoScriptButItsOwn() {
        HttpResponse<String> page = page("/phones/" + PHONE);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .contains("script-src 'self';")
                        .doesNotContain("unsafe"));
        assertThat(page.body()).doesNotContain("onclick").doesNotContain("style=\"");
        assertThat(page.body().split("<script", -1)).hasSize(2);
    }

    @Test
    void servesWhatItsPagesLoad() {
        assertThat(page("/phone-simulator/phones.css").statusCode()).isEqualTo(200);
        assertThat(page("/phone-simulator/live.js").statusCode()).isEqualTo(200);
        assertThat(page("/phone-simulator/icon.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsAnOpenPageThatAMessageCame() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.base() + "/phones/" + PHONE + "/events"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(nextEvent(events)).isEqualTo("event:changed");
            esme.submit("01099999999", "다른 전화");
            esme.submit(PHONE, "이 전화");
            long sent = System.nanoTime();
            assertThat(nextEvent(events)).isEqualTo("event:changed");
            assertThat(System.nanoTime() - sent).isLessThan(1_000_000_000L);
        }
    }

    private static String nextEvent(BufferedReader events) throws Exception {
        String line = events.readLine();
        while (!line.startsWith("event:")) {
            line = events.readLine();
        }
        return line;
    }

    @Test
    void sendsAReplyFromThePage() throws Exception {
        esme.delivered.clear();
        HttpResponse<String> answer = form("/phones/" + PHONE + "/reply", "to=0620000000&text=%EB%84%A4%0D%0A!");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(new String(esme.next().getShortMessage(), TestEsme.EUC_KR)).isEqualTo("네\n!");
        assertThat(page("/phones/" + PHONE).body()).contains("bubble mine");
    }

    @Test
    void keepsWhatWasTypedWhenAReplyCannotGo() {
        HttpResponse<String> answer = form("/phones/" + PHONE + "/reply", "to=nobody&text=STOP");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("받는 번호와 내용을 확인해 주세요")
                .contains("STOP")
                .contains("nobody");
    }

    @Test
    void setsFaultsFromThePage() {
        form(
                "/faults",
                "submitDelayMs=7&receiptTwice=on&receiptState=EXPIRED&rejectNumbers=010-1111-2222"
                        + "&receiptStateByPrefix=0109%3DUNDELIV");
        var faults = simulator.get("/api/faults");
        assertThat(faults.get("submitDelayMs").asInt()).isEqualTo(7);
        assertThat(faults.get("receiptTwice").asBoolean()).isTrue();
        assertThat(faults.get("receiptState").asString()).isEqualTo("EXPIRED");
        assertThat(faults.get("rejectNumbers").get(0).asString()).isEqualTo("01011112222");
        assertThat(faults.get("receiptStateByPrefix").get("0109").asString()).isEqualTo("UNDELIV");
        assertThat(page("/faults").body()).contains("value=\"7\"").contains("0109=UNDELIV");
        assertThat(page("/").body()).contains("고장이 켜져 있습니다");
        form("/faults/reset", "");
        assertThat(simulator.get("/api/faults").get("submitDelayMs").asInt()).isZero();
    }

    @Test
    void showsWhatIsWrongWithFaultsAndKeepsTheOldOnes() {
        String html = form("/faults", "submitDelayMs=-1&rejectPercent=abc").body();
        assertThat(html).contains("저장하지 않았습니다").contains("abc");
        assertThat(simulator.get("/api/faults").get("submitDelayMs").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"submitDelayMs\":-1} | submitDelayMs must be 0 to 600000",
                "{\"rejectPercent\":101} | rejectPercent must be 0 to 100",
                "{\"rejectStatus\":\"0\"} | rejectStatus must not be 0",
                "{\"rejectStatus\":\"zero\"} | rejectStatus must be a command_status",
                "{\"receiptState\":\"LOST\"} | A receipt state is one of",
                "{\"rejectNumbers\":[\"me\"]} | rejectNumbers must be telephone numbers",
                "{\"receiptStateByPrefix\":{\"x\":\"DELIVRD\"}} | receiptStateByPrefix must have digits",
                "{\"submitDelay\":5} | unknown field or a value of the wrong kind at submitDelay",
                "{\"submitDelayMs\":\"soon\"} | wrong kind at submitDelayMs",
                "{\"submitDelayMs\" | The body is not JSON",
                "null | must be a JSON object",
            })
    void refusesFaultsThatCannotBe(String json, String says) {
        HttpResponse<String> answer = simulator.put("/api/faults", json);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/messages?to=abc",
                "/api/submits?since=-1",
                "/api/submits?since=x",
                "/api/submits?limit=0",
                "/api/submits?limit=10001"
            })
    void refusesQueriesThatCannotBe(String path) {
        assertThat(page(path).statusCode()).isEqualTo(400);
    }

    @Test
    void takesTheLargestOffset() {
        assertThat(simulator.get("/api/submits?since=2147483647")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phones/abc", "/phones/%3Cscript%3E", "/nothing"})
    void knowsNoSuchPage(String path) {
        HttpResponse<String> answer = page(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void letsNoOtherSiteChangeAnything() {
        assertThat(form("/faults/reset", "", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(form("/faults/reset", "", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(form("/faults/reset", "", "Origin", simulator.base()).statusCode())
                .isEqualTo(302);
        assertThat(form("/faults/reset", "", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(302);
    }
}
