package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is null in what somebody sends, they are told what to put there: nothing of it is the service's failure. */
class NullsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Caller ADMIN = staff(Role.ADMIN, "acc-admin");
    private static final String PHONE = "01078000001";
    private static final String SEEN = "{\"revision\":1,\"note\":\"까닭\"}";
    private static final String LETTER =
            "{\"topic\":\"safety\",\"dongs\":[\"29140760\"],\"subject\":\"안내\",\"text\":\"내일\",\"advertising\":false,"
                    + "\"sendAt\":\"2050-12-01T10:00\",\"revision\":1}";

    /** Bodies with everything that may be said, by what takes them. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "POST /api/v1/my/consents", "{\"purpose\":\"caseNotices\",\"given\":true,\"words\":\"page-1/ko\"}"),
            Map.entry(
                    "PUT /api/v1/my/subscriptions",
                    "{\"subscriptions\":[{\"topic\":\"waste\",\"dongs\":[\"29140760\"]}],\"ads\":true,"
                            + "\"adsAtNight\":true,\"words\":\"sms-1/ko\"}"),
            Map.entry("POST /api/v1/news-links/{token}", "{\"all\":true}"),
            Map.entry("POST /api/v1/opt-outs", "{\"from\":\"01078000002\",\"to\":\"0801234567\"}"),
            Map.entry("POST /api/v1/phone-verifications", "{\"phone\":\"01078000003\"}"),
            Map.entry("POST /api/v1/phone-verifications/{id}/check", "{\"code\":\"123456\"}"),
            Map.entry(
                    "POST /api/v1/staff/messages/preview",
                    "{\"text\":\"가\",\"subject\":\"나\",\"step\":\"answered\",\"values\":{\"department\":\"건설과\"},"
                            + "\"receiptNumber\":\"2026-1123-0001\",\"advertising\":true}"),
            Map.entry(
                    "POST /api/v1/staff/templates/{step}/{language}/{channel}/preview",
                    "{\"text\":\"가\",\"longest\":{\"department\":\"건설과\"}}"),
            Map.entry(
                    "PUT /api/v1/staff/templates/{step}/{language}/{channel}/draft",
                    "{\"text\":\"가\",\"code\":\"K1\"}"),
            Map.entry("POST /api/v1/staff/templates/{step}/{language}/{channel}/approval", "{\"revision\":1}"),
            Map.entry("POST /api/v1/staff/templates/{step}/{language}/{channel}/test", "{\"of\":\"active\"}"),
            Map.entry(
                    "POST /api/v1/staff/messages/decision",
                    "{\"messageId\":\"x\",\"attempt\":1,\"decision\":\"leave\"}"),
            Map.entry(
                    "POST /api/v1/staff/messages/search",
                    "{\"phone\":\"01078000004\",\"reason\":\"받은 문자 문의\",\"cursor\":\"x\"}"),
            Map.entry("POST /api/v1/staff/notices/seen", "{\"upTo\":\"x\"}"),
            Map.entry("POST /api/v1/staff/replies/{id}/note", "{\"receiptNumber\":\"2026-1123-0001\"}"),
            Map.entry("POST /api/v1/staff/replies/{id}/complaint", "{\"title\":\"제목\"}"),
            Map.entry("POST /api/v1/staff/replies/{id}/done", "{\"reason\":\"까닭\"}"),
            Map.entry("POST /api/v1/staff/mailings", LETTER),
            Map.entry("PUT /api/v1/staff/mailings/{id}", LETTER),
            Map.entry("POST /api/v1/staff/mailings/{id}/submission", SEEN),
            Map.entry("POST /api/v1/staff/mailings/{id}/return", SEEN),
            Map.entry("POST /api/v1/staff/mailings/{id}/approval", SEEN),
            Map.entry("POST /api/v1/staff/mailings/{id}/pause", SEEN),
            Map.entry("POST /api/v1/staff/mailings/{id}/resumption", SEEN),
            Map.entry("POST /api/v1/staff/mailings/{id}/cancellation", SEEN));

    private static Phones phones;
    private static RunningService service;
    private static String token;

    @BeforeAll
    static void start() {
        phones = new Phones();
        service = RunningService.start(
                new TestBed(phones.smppPort()),
                "nulls",
                "minwon.sms.opt-out.numbers.seogu=080-123-4567",
                "minwon.sms.opt-out.secret=only-the-carrier-knows");
        await().until(() -> phones.sessions() == 1);
        String id = service.post(anonymous(), "/api/v1/phone-verifications", "{\"phone\":\"" + PHONE + "\"}")
                .json()
                .get("verificationId")
                .asString();
        await().until(() -> phones.texts(PHONE).size() == 1);
        String code = phones.texts(PHONE).getFirst().replaceAll("(?s).*인증번호 ([0-9]{6}).*", "$1");
        token = service.post(anonymous(), "/api/v1/phone-verifications/" + id + "/check", "{\"code\":\"" + code + "\"}")
                .json()
                .get("phoneToken")
                .asString();
    }

    @AfterAll
    static void stop() {
        service.close();
        phones.close();
    }

    @Test
    void everythingThatTakesABodyIsTried() {
        assertThat(BODIES.keySet())
                .isEqualTo(AccessTable.load().rows().stream()
                        .filter(row -> row.service().equals("notification"))
                        .filter(row -> List.of("POST", "PUT").contains(row.method()))
                        .map(row -> row.method() + " " + row.path())
                        // What carriers and providers bring is signed, and read by hand.
                        .filter(call -> !call.contains("/sms-receipts/") && !call.contains("/sms-inbound/"))
                        .collect(Collectors.toSet()));
    }

    static Stream<Arguments> everyNull() {
        return BODIES.entrySet().stream()
                .flatMap(call -> withNulls(JSON.readTree(call.getValue())).stream()
                        .map(body -> Arguments.of(call.getKey(), body.toString())));
    }

    @ParameterizedTest
    @MethodSource("everyNull")
    void aNullIsRefusedByNameOrMeansNothingSaid(String call, String body) {
        String path = call.substring(call.indexOf('/'))
                .replace("{step}/{language}/{channel}", "submitted/ko/sms")
                .replaceAll("\\{[a-z]+}", "00000000000000ee");
        Reply reply = call.startsWith("PUT ") ? put(path, body) : post(path, body);
        assertThat(reply.status()).as(reply.body()).isLessThan(500);
        if (reply.status() >= 400) {
            assertThat(reply.problem()).isNotBlank();
        }
    }

    private static Reply post(String path, String body) {
        return path.startsWith("/api/v1/staff/")
                ? service.post(ADMIN, path, body, "X-Phone-Token", token)
                : service.post(
                        path, body, Map.of("X-Phone-Token", token, "X-Opt-Out-Secret", "only-the-carrier-knows"));
    }

    private static Reply put(String path, String body) {
        return path.startsWith("/api/v1/staff/")
                ? service.put(ADMIN, path, body)
                : service.put(path, body, "X-Phone-Token", token);
    }

    @Test
    void aChoiceOfNothingIsNoTopic() {
        for (String nothing : List.of("null", "{}", "{\"topic\":null}")) {
            Reply refused = put("/api/v1/my/subscriptions", "{\"subscriptions\":[" + nothing + "]}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("no-topic");
        }
    }

    /** The same with one value gone, once for each; and with nothing in it. */
    private static List<JsonNode> withNulls(JsonNode body) {
        List<JsonNode> all = new ArrayList<>();
        if (body instanceof ObjectNode object) {
            all.add(JSON.createObjectNode());
            object.propertyNames().forEach(name -> {
                all.add(object.deepCopy().putNull(name));
                withNulls(object.get(name)).forEach(one -> {
                    ObjectNode copy = object.deepCopy();
                    copy.set(name, one);
                    all.add(copy);
                });
            });
        } else if (body instanceof ArrayNode array) {
            all.add(array.deepCopy().addNull());
            all.add(JSON.createArrayNode().addNull());
            withNulls(array.get(0))
                    .forEach(one -> all.add(JSON.createArrayNode().add(one)));
        }
        return all;
    }
}
