package kr.minwon.complaint;

import static kr.minwon.complaint.Office.PATH;
import static kr.minwon.complaint.Office.SERVICE;
import static kr.minwon.complaint.Office.file;
import static kr.minwon.complaint.Office.look;
import static kr.minwon.complaint.Office.move;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.minwon.complaint.RunningService.Part;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every wrong request gets its problem: a stable type, a Korean sentence, the right status. */
class BadInputIT {
    static Stream<Arguments> wrongBodies() {
        return Stream.of(
                Arguments.of("nothing", "", 400, "broken-json"),
                Arguments.of("half a document", "{\"title\":\"a", 400, "broken-json"),
                Arguments.of("two documents", "{} {}", 400, "broken-json"),
                Arguments.of("a name twice", "{\"title\":\"a\",\"title\":\"b\"}", 400, "broken-json"),
                Arguments.of("a list", "[]", 400, "broken-json"),
                Arguments.of("100,000 deep", "[".repeat(100_000), 400, "broken-json"),
                Arguments.of("deep below a field", "{\"x\":" + "[".repeat(100_000), 400, "broken-json"),
                Arguments.of("no fields", "{}", 422, "invalid-fields"),
                Arguments.of("an operator", with("title", "{\"$ne\":null}"), 422, "invalid-fields"),
                Arguments.of("a number for a text", with("title", "7"), 422, "invalid-fields"),
                Arguments.of("a text for a choice", with("smsConsent", "\"yes\""), 422, "invalid-fields"),
                Arguments.of(
                        "a text for a number", with("location", "{\"lat\":\"35\",\"lng\":126}"), 422, "invalid-fields"),
                Arguments.of("a text for a person", with("reporter", "\"홍길동\""), 422, "invalid-fields"),
                Arguments.of("half a character", with("title", "\"\\ud800\""), 422, "invalid-fields"),
                Arguments.of("an end of string", with("title", "\"a\\u0000b\""), 422, "invalid-fields"),
                Arguments.of("an unknown category", with("category", "\"potholes\""), 422, "invalid-fields"));
    }

    private static String with(String field, String json) {
        Map<String, Object> filing = Examples.filing();
        filing.remove(field);
        String rest = RunningService.JSON.writeValueAsString(filing);
        return "{\"" + field + "\":" + json + "," + rest.substring(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrongBodies(String what, String body, int status, String type) {
        Reply reply = SERVICE.post(anonymous(), PATH, body);

        assertProblem(reply, status, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "body"})
    void namesTheFieldThatHoldsAnOperator(String field) {
        Reply reply = SERVICE.post(anonymous(), PATH, with(field, "{\"$ne\":null}"));

        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("wrong-kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"$ne\":null}", "{\"address\":\"화정동\",\"latitude\":35.1}"})
    void namesWhatIsNoPartOfAPlace(String location) {
        Reply reply = SERVICE.post(anonymous(), PATH, with("location", location));

        assertProblem(reply, 422, "invalid-fields");
        assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("unknown-field");
    }

    @Test
    void saysWhatIsWrongWithEachFieldInKorean() {
        Map<String, Object> filing = Examples.filing("010-123-4567");
        filing.put("title", "");

        Reply reply = SERVICE.post(anonymous(), PATH, filing);

        assertProblem(reply, 422, "invalid-fields");
        assertThat(reply.json().get("errors")).hasSize(2);
        assertThat(reply.json().at("/errors/1/field").asString()).isEqualTo("reporter.phone");
        assertThat(reply.json().at("/errors/1/detail").asString()).contains("010으로 시작하는");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] body = RunningService.JSON
                .writeValueAsString(Examples.filing())
                .getBytes(java.nio.charset.Charset.forName("EUC-KR"));

        assertProblem(SERVICE.post(anonymous(), PATH, body), 400, "broken-encoding");
        byte[] longForm = "{\"title\":\"a?\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        longForm[longForm.length - 4] = (byte) 0xC0;
        longForm[longForm.length - 3] = (byte) 0xAF;
        assertProblem(SERVICE.post(anonymous(), PATH, longForm), 400, "broken-encoding");
        byte[] wide = RunningService.JSON
                .writeValueAsString(Examples.filing())
                .getBytes(java.nio.charset.StandardCharsets.UTF_16);
        assertProblem(SERVICE.post(anonymous(), PATH, wide), 400, "broken-encoding");
    }

    @Test
    void refusesOtherContentTypes() {
        HttpRequest.Builder request = SERVICE.request(anonymous(), PATH)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("title=a"));

        assertProblem(SERVICE.send(request), 415, "wrong-content-type");
    }

    @Test
    void refusesABodyOverTheLimit() {
        assertProblem(
                SERVICE.post(anonymous(), PATH, Examples.filingWith("body", "가".repeat(100_000))),
                413,
                "body-too-large");
    }

    @Test
    void knowsOnlyItsPathsAndMethods() {
        assertProblem(SERVICE.get(anonymous(), "/api/v1/nothing"), 404, "no-such-page");
        assertProblem(SERVICE.send(SERVICE.request(anonymous(), PATH).DELETE()), 405, "wrong-method");
    }

    @Test
    void keepsEveryRealCharacter() {
        String text = "똠방각하 😀👨‍👩‍👧 ①㎡ 𠀀 ‘따옴표’ <b>굵게</b> {\"$ne\":null}";

        Reply filed = file(Examples.filingWith("title", text));

        assertThat(look(filed).text("title")).isEqualTo(text);
    }

    @Test
    void toleratesFieldsItDoesNotKnow() {
        assertThat(SERVICE.post(anonymous(), PATH, Examples.filingWith("somethingNew", Map.of("a", 1)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesACallWithoutASignatureWithAForgedOneAndWithOneForAnotherService() {
        HttpRequest.Builder straight =
                HttpRequest.newBuilder(SERVICE.uri(PATH)).header("Content-Type", "application/json");
        String token = TestCalls.token(anonymous(), "complaint");
        String forged = token.substring(0, token.length() - 6) + "AAAAAA";

        assertProblem(
                SERVICE.send(straight.copy().header("Accept-Language", "ko").POST(BodyPublishers.ofString("{}"))),
                401,
                "not-signed");
        assertThat(SERVICE.send(straight.copy()
                                .header("X-Minwon-Caller", forged)
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
        assertThat(SERVICE.send(straight.copy()
                                .header("X-Minwon-Caller", TestCalls.token(anonymous(), "routing"))
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void letsNobodyDoWhatTheAccessTableDoesNotGive() {
        Reply filed = file();

        assertProblem(SERVICE.get(anonymous(), Office.staffPath(filed)), 401, "not-signed-in");
        assertProblem(Office.answer(filed, staff(Role.AUDITOR, "auditor")), 403, "forbidden");
        assertProblem(Office.answer(filed, staff(Role.INTAKE, "intake")), 403, "forbidden");
        assertProblem(SERVICE.get(staff(Role.OPERATOR, "operator"), Office.staffPath(filed)), 403, "forbidden");
    }

    @Test
    void servesEveryRowOfTheAccessTableThatIsItsOwnAndNothingElse() {
        List<String> rows = AccessTable.load().rows().stream()
                .filter(row -> row.service().equals("complaint"))
                .map(row -> row.method() + " " + row.path())
                .toList();
        List<String> served = new ArrayList<>();
        SERVICE.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("kr.minwon")) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> info.getPatternValues().forEach(pattern -> served.add(verb + " " + pattern)));
            }
        });

        assertThat(served.stream().distinct()).containsExactlyInAnyOrderElementsOf(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"outcome\":\"수용\"}",
                "{\"outcome\":\"좋음\",\"text\":\"답\"}",
                "{\"outcome\":\"수용\",\"text\":\" \"}"
            })
    void refusesAnAnswerThatIsNone(String body) {
        assertProblem(SERVICE.post(Office.OFFICER, Office.staffPath(file()) + "/answer", body), 422, "invalid-fields");
    }

    @Test
    void takesTextsOfMovesUpToTheirLimits() {
        Reply filed = file();

        assertProblem(move(filed, "rating", Map.of("score", 6)), 422, "invalid-fields");
        assertProblem(move(filed, "rating", Map.of("score", 0)), 422, "invalid-fields");
        assertProblem(move(filed, "rating", Map.of("score", 4.5)), 422, "invalid-fields");
        assertProblem(move(filed, "rating", Map.of("comment", "없음")), 422, "invalid-fields");
        assertProblem(move(filed, "rating", Map.of("score", 3, "comment", "가".repeat(1_001))), 422, "invalid-fields");
        assertProblem(move(filed, "withdrawal", Map.of("reason", "가".repeat(501))), 422, "invalid-fields");
        assertThat(move(filed, "withdrawal", Map.of("reason", "가".repeat(500))).status())
                .isEqualTo(200);
    }

    @Test
    void takesFlatFieldsOfAForm() {
        Reply filed = SERVICE.postParts(
                anonymous(),
                PATH,
                List.of(
                        Part.field("title", "폼으로 낸 민원"),
                        Part.field("body", "내용"),
                        Part.field("category", ""),
                        Part.field("address", "서구 화정동"),
                        Part.field("lat", ""),
                        Part.field("lng", ""),
                        Part.field("name", "홍길동"),
                        Part.field("phone", Examples.phone()),
                        Part.field("smsConsent", "on"),
                        new Part("photos", "", "application/octet-stream", new byte[0])));

        assertThat(filed.status()).isEqualTo(201);
        assertThat(look(filed).text("title")).isEqualTo("폼으로 낸 민원");
        assertThat(look(filed).text("category")).isEqualTo("other");
    }

    @Test
    void saysWhatIsWrongInAForm() {
        Reply refused = SERVICE.postParts(
                anonymous(),
                PATH,
                List.of(Part.field("title", "제목"), Part.field("smsConsent", "maybe"), Part.field("lat", "1e9999")));

        assertProblem(refused, 422, "invalid-fields");
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .contains("smsConsent", "location.lat", "body", "reporter.name", "reporter.phone");
    }

    @Test
    void refusesBrokenParts() {
        Part broken = new Part("complaint", null, "application/json", "{\"title\":".getBytes(StandardCharsets.UTF_8));
        Part bytes = new Part("title", null, null, new byte[] {(byte) 0xC7, (byte) 0xD1});

        assertProblem(SERVICE.postParts(anonymous(), PATH, List.of(broken)), 400, "broken-json");
        assertProblem(SERVICE.postParts(anonymous(), PATH, List.of(bytes)), 400, "broken-encoding");
    }

    static void assertProblem(Reply reply, int status, String type) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(reply.problem()).isEqualTo(type);
        assertThat(reply.text("detail")).containsPattern("[가-힣].*\\.");
    }
}
