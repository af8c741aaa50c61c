package kr.minwon.e2e;

import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import kr.minwon.standalone.DemoAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** A client that knows GeoReport v2 and nothing else, at the product's door. */
class Open311IT {
    private static final String BASE = "/open311/v2";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    @TempDir
    static Path directory;

    private static Product product;
    private static DemoAccounts accounts;

    @BeforeAll
    static void start() throws Exception {
        product = Product.standalone(directory.resolve("data"));
        accounts = product.accounts();
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return product.get(8080, BASE + path, Map.of());
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Element xml(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static String text(Element within, String name) {
        return within.getElementsByTagName(name).item(0).getTextContent();
    }

    private static HttpResponse<String> file(String format, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return product.postRaw(BASE + "/requests." + format, form.getBytes(StandardCharsets.UTF_8), FORM, Map.of());
    }

    @Test
    void findsAServiceFilesAndFollowsItToItsEnd() throws Exception {
        Element discovery = xml(get("/discovery.xml"), 200);
        assertThat(discovery.getTagName()).isEqualTo("discovery");
        assertThat(text(discovery, "url")).isEqualTo(product.url(8080, BASE));
        JsonNode services = json("/services.json");
        assertThat(services).hasSize(23);
        String code = services.get(0).get("service_code").asString();
        assertThat(xml(get("/services.xml"), 200)
                        .getElementsByTagName("service")
                        .getLength())
                .isEqualTo(23);
        assertThat(json("/services/" + code + ".json").get("attributes").isArray())
                .isTrue();
        String description = "횡단보도에 차가 서 있습니다. <b>&\"🌙\"</b>\n둘째 줄, 홍길동 010-9876-5432";

        Map<String, String> whole = new HashMap<>(Map.of(
                "api_key", accounts.intake().key(),
                "service_code", code,
                "lat", "35.1468",
                "long", "126.8781",
                "address_string", "화정3동 12-3",
                "email", "hong@example.com",
                "description", description,
                "media_url", "https://example.org/1.jpg"));
        whole.putAll(Map.of("first_name", "길동", "last_name", "홍", "phone", "010-3200-3111"));

        Element filed = xml(file("xml", whole), 200);

        assertThat(filed.getTagName()).isEqualTo("service_requests");
        assertThat(filed.getElementsByTagName("token").getLength()).isZero();
        String id = text(filed, "service_request_id");
        Element request = xml(get("/requests/" + id + ".xml"), 200);
        assertThat(text(request, "status")).isEqualTo("open");
        assertThat(text(request, "service_code")).isEqualTo(code);
        assertThat(text(request, "description")).isEqualTo("횡단보도에 차가 서 있습니다. <b>&\"🌙\"</b>\n둘째 줄, *** ***");
        assertThat(text(request, "address")).isEqualTo("화정3동 12-3");
        String at = text(request, "requested_datetime");
        assertThat(OffsetDateTime.parse(at)).isNotNull();
        String listed = "/requests.json?service_code=" + code + "&start_date=" + at.replace("+", "%2B") + "&end_date="
                + at.replace("+", "%2B");
        assertThat(json(listed + "&status=open").toString()).contains(id);
        assertThat(json("/requests.json?service_request_id=" + id + ",0000-0000-0000"))
                .hasSize(1);
        String everything = get("/requests.json").body() + get("/requests.xml").body();
        assertThat(everything)
                .contains(id)
                .doesNotContain("홍길동", "010-3200-3111", "01032003111", "hong@example.com", "example.org");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode routed = json("/requests/" + id + ".json").get(0);
            assertThat(routed.get("agency_responsible").asString("")).isNotEmpty();
            assertThat(routed.get("expected_datetime").asString("")).endsWith("+09:00");
        });
        answer(id, code);
        JsonNode closed = json("/requests/" + id + ".json").get(0);
        assertThat(closed.get("status").asString()).isEqualTo("closed");
        assertThat(json(listed + "&status=closed").toString()).contains(id);
        assertThat(json(listed + "&status=open").toString()).doesNotContain(id);
    }

    private static void answer(String id, String code) throws Exception {
        JsonNode categories = JSON.readTree(
                        product.get(8080, "/api/v1/categories", Map.of()).body())
                .get("items");
        String department = null;
        for (JsonNode category : categories) {
            if (category.get("code").asString().equals(code)) {
                department = category.get("departmentId").asString();
            }
        }
        Map<String, String> officer = bearer(accounts.key("officer", department).key());
        String base = "/api/v1/staff/complaints/" + id;
        assertThat(product.post(base + "/answer", Map.of("outcome", "수용", "text", "홍길동님, 옮겼습니다."), officer)
                        .statusCode())
                .isBetween(200, 204);
    }

    @Test
    void filesWithTheLeastOfGeoReportAndShowsOnlyWhatIsPublic() throws Exception {
        String key = accounts.intake().key();
        HttpResponse<String> least =
                file("json", Map.of("api_key", key, "service_code", "waste", "address_string", "상무대로 1"));
        HttpResponse<String> closed = file(
                "json",
                Map.of("api_key", key, "service_code", "waste", "address_id", "7", "attribute[public]", "false"));
        assertThat(least.statusCode()).as(least.body()).isEqualTo(200);
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        String shown = JSON.readTree(least.body()).at("/0/service_request_id").asString();
        String hidden = JSON.readTree(closed.body()).at("/0/service_request_id").asString();

        assertThat(json("/requests/" + shown + ".json")).hasSize(1);
        assertThat(get("/requests/" + hidden + ".json").statusCode()).isEqualTo(404);
        assertThat(get("/requests/" + hidden + ".json").body())
                .isEqualTo(get("/requests/2611-0000-0000.json").body());
        assertThat(json("/requests.json?service_request_id=" + hidden)).isEmpty();
        assertThat(get("/requests.xml").body()).contains(shown).doesNotContain(hidden);
    }

    @Test
    void refusesAsGeoReportSays() throws Exception {
        Map<String, String> good =
                Map.of("api_key", accounts.intake().key(), "service_code", "waste", "lat", "35.1", "long", "126.8");
        assertThat(text(xml(file("xml", Map.of("service_code", "waste", "lat", "1", "long", "1")), 403), "code"))
                .isEqualTo("403");
        assertThat(text(xml(file("xml", plus(good, "description", "가".repeat(4_001))), 400), "description"))
                .startsWith("description");
        xml(file("xml", plus(good, "description", "가".repeat(4_000))), 200);
        xml(file("xml", plus(good, "phone", "12345")), 200);
        Map<String, String> texted = plus(good, "attribute[sms_consent]", "true");
        assertThat(text(xml(file("xml", plus(texted, "phone", "12345")), 400), "description"))
                .startsWith("phone");
        xml(file("xml", plus(good, "service_code", "nothing")), 404);
        xml(file("xml", plus(good, "jurisdiction_id", "elsewhere")), 404);
        xml(get("/tokens/1.xml"), 404);
        xml(get("/requests/1.xml"), 404);
        xml(get("/requests.yaml"), 404);
        assertThat(JSON.readTree(get("/services/nothing.json").body())
                        .at("/0/code")
                        .asInt())
                .isEqualTo(404);
    }

    private static Map<String, String> plus(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
