package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.minwon.gateway.testing.GatewayAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Open311 at the door: its forms, its refusals and its limits. */
class Open311IT {
    private static final String BASE = "/open311/v2/";
    private static final String OPEN = """
            {"receiptNumber":"2611-4821-9375","status":"answered","statusLabel":"답변완료","open":false,
             "title":"골목이 어둡습니다.","body":"골목이 어둡습니다.\\n<b>&위험</b>","category":"street-light",
             "categoryName":"가로등·보안등","location":{"address":"화정3동","lat":35.1468,"lng":126.8781},
             "submittedAt":"2026-11-23T10:12:30.123+09:00","updatedAt":"2026-11-24T15:30:00+09:00",
             "department":"건설과","dueAt":"2026-12-01T18:00:00+09:00","outcome":"수용"}""";
    private static final String CATEGORIES = """
            {"items":[{"code":"street-light","name":"가로등·보안등","departmentId":"construction","period":"7d",
              "examples":["꺼진 가로등","깜빡이는 보안등"]},
             {"code":"waste","name":"쓰레기","departmentId":"waste","period":"7d","examples":[]}]}""";

    private static GatewayAtWork gateway;
    private static String key;

    @BeforeAll
    static void start() {
        gateway = GatewayAtWork.start(
                "--minwon.trusted-proxies=127.0.0.1", "--minwon.open311.jurisdictions=seogu.example.kr");
        key = gateway.apiKey(Role.INTAKE, "civil-service");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void answerAsTheServicesDo() {
        gateway.services().forEach(WireMockServer::resetAll);
        gateway.services().forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{\"items\":[]}"))));
        gateway.service("routing")
                .stubFor(get(urlPathEqualTo("/api/v1/categories")).willReturn(okJson(CATEGORIES)));
        gateway.service("routing")
                .stubFor(get(urlPathEqualTo("/api/v1/departments"))
                        .willReturn(okJson(
                                "{\"items\":[{\"id\":\"construction\",\"name\":\"건설과\",\"contact\":\"062\"}]}")));
        gateway.service("complaint")
                .stubFor(get(urlPathEqualTo("/api/v1/public/complaints"))
                        .willReturn(okJson("{\"items\":[" + OPEN + "]}")));
        gateway.service("complaint")
                .stubFor(get(urlPathMatching("/api/v1/public/complaints/.+"))
                        .willReturn(aResponse()
                                .withStatus(404)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"type\":\"urn:minwon:problem:no-public-complaint\",\"status\":404}")));
        gateway.service("complaint")
                .stubFor(get(urlPathEqualTo("/api/v1/public/complaints/2611-4821-9375"))
                        .willReturn(okJson(OPEN)));
        gateway.service("complaint")
                .stubFor(
                        post(urlPathEqualTo("/api/v1/complaints"))
                                .willReturn(
                                        aResponse()
                                                .withStatus(201)
                                                .withHeader("Content-Type", "application/json")
                                                .withBody(
                                                        "{\"complaintId\":\"c\",\"receiptNumber\":\"2611-4821-9375\",\"lookupCode\":\"SECRET\",\"status\":\"accepted\",\"submittedAt\":\"2026-11-23T10:12:30+09:00\"}")));
    }

    private static HttpResponse<String> get_(String path) {
        return gateway.http().get(BASE + path, "Accept-Language", "en");
    }

    private static HttpResponse<String> file(String form) {
        return gateway.http().form(BASE + "requests.json", form, "Accept-Language", "en");
    }

    private static String form(String more) {
        return "api_key=" + key + "&service_code=street-light&lat=35.15&long=126.85&description=dark" + more;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        String body = answer.body();
        if (body.startsWith("[")) {
            assertThat(JsonMapper.shared().readTree(body).at("/0/code").asInt()).isEqualTo(status);
            assertThat(JsonMapper.shared().readTree(body).at("/0/description").asString())
                    .isNotBlank();
        } else {
            assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                    .isEqualToIgnoringCase("text/xml;charset=utf-8");
            assertThat(body)
                    .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><errors><error><code>" + status
                            + "</code><description>")
                    .endsWith("</description></error></errors>");
        }
    }

    @Test
    void saysWhatItIs() {
        JsonNode discovery = json(get_("discovery.json"));

        assertThat(discovery.at("/endpoints/0/specification").asString())
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(discovery.at("/endpoints/0/url").asString())
                .isEqualTo("http://127.0.0.1:" + gateway.port() + "/open311/v2");
        assertThat(discovery.at("/endpoints/0/formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
        assertThat(get_("discovery.xml").body())
                .contains("<formats><format>text/xml</format><format>application/json</format></formats>");
        assertThat(gateway.http()
                        .get(BASE + "discovery.json", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9")
                        .body())
                .contains("\"https://127.0.0.1");
    }

    @Test
    void listsAndDefinesServices() {
        HttpResponse<String> list = gateway.http().get(BASE + "services.xml");
        assertThat(list.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(list.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><services><service>"
                        + "<service_code>street-light</service_code><service_name>가로등·보안등</service_name>"
                        + "<description>꺼진 가로등, 깜빡이는 보안등</description><metadata>true</metadata><type>realtime</type>"
                        + "<keywords>꺼진 가로등, 깜빡이는 보안등</keywords><group>건설과</group></service>");
        assertThat(json(get_("services.json")).at("/1/service_code").asString()).isEqualTo("waste");
        JsonNode definition = json(get_("services/waste.json"));
        assertThat(definition.get("service_code").asString()).isEqualTo("waste");
        assertThat(definition.at("/attributes/0/datatype").asString()).isEqualTo("singlevaluelist");
        assertThat(definition.at("/attributes/0/required").asBoolean()).isFalse();
        assertThat(get_("services/waste.xml").body())
                .contains("<service_definition><service_code>waste</service_code><attributes><attribute>"
                        + "<variable>true</variable><code>sms_consent</code>")
                .contains("<values><value><key>true</key><name>");
    }

    @Test
    void showsRequestsInBothFormats() {
        assertThat(get_("requests/2611-4821-9375.xml").body())
                .contains("<service_requests><request><service_request_id>2611-4821-9375</service_request_id>"
                        + "<status>closed</status>")
                .contains("<description>골목이 어둡습니다.\n&lt;b&gt;&amp;위험&lt;/b&gt;</description>")
                .contains("<agency_responsible>건설과</agency_responsible>")
                .contains("<requested_datetime>2026-11-23T10:12:30+09:00</requested_datetime>"
                        + "<updated_datetime>2026-11-24T15:30:00+09:00</updated_datetime>"
                        + "<expected_datetime>2026-12-01T18:00:00+09:00</expected_datetime>")
                .contains("<lat>35.1468</lat><long>126.8781</long>");
        JsonNode list = json(get_("requests.json"));
        assertThat(list.isArray()).isTrue();
        assertThat(list.get(0).propertyNames())
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
    }

    @Test
    void asksForWhatIsAskedFor() {
        get_("requests.xml?service_code=waste,street-light&status=open&start_date=2026-11-01T00:00:00Z"
                + "&end_date=2026-11-30T00:00:00Z&page=2&page_size=300&jurisdiction_id=seogu.example.kr");
        assertThat(asked())
                .isEqualTo(Map.of(
                        "category", List.of("waste", "street-light"),
                        "open", List.of("true"),
                        "from", List.of("2026-11-01T00:00:00.000Z"),
                        "until", List.of("2026-11-30T00:00:01.000Z"),
                        "offset", List.of("300"),
                        "limit", List.of("300")));

        get_("requests.xml?service_request_id=2611-4821-9375,1&status=nonsense&start_date=never");
        assertThat(asked()).isEqualTo(Map.of("receiptNumber", List.of("2611-4821-9375", "1")));

        get_("requests.json?status=closed,open&page=4&page_size=300");
        assertThat(asked()).isEqualTo(Map.of("offset", List.of("900"), "limit", List.of("100")));

        get_("requests.json?status=closed");
        assertThat(asked())
                .isEqualTo(Map.of("open", List.of("false"), "offset", List.of("0"), "limit", List.of("1000")));
        assertThat(get_("requests.json?page=5&page_size=300").body()).isEqualTo("[]");
        assertThat(get_("requests.xml?page=999999999&page_size=1000").body())
                .endsWith("<service_requests></service_requests>");
    }

    /** The parameters of the one list that was asked for. */
    private static Map<String, List<String>> asked() {
        List<LoggedRequest> requests =
                gateway.service("complaint").findAll(getRequestedFor(urlPathEqualTo("/api/v1/public/complaints")));
        assertThat(requests).hasSize(1);
        gateway.service("complaint").resetRequests();
        return requests.getFirst().getQueryParams().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().values()));
    }

    @Test
    void asksForManyIdsInPartsAndShowsTheLatestFirst() {
        List<String> ids =
                IntStream.range(0, 300).mapToObj("2611-0000-%04d"::formatted).toList();
        gateway.service("complaint")
                .stubFor(get(urlPathEqualTo("/api/v1/public/complaints"))
                        .withQueryParam("receiptNumber", equalTo(ids.getLast()))
                        .willReturn(okJson("{\"items\":["
                                + OPEN.replace("2611-4821-9375", ids.getLast()).replace("11-23T10", "11-23T11")
                                + "]}")));

        JsonNode found = json(get_("requests.json?service_request_id=" + String.join(",", ids)));

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.at("/0/service_request_id").asString()).isEqualTo(ids.getLast());
        assertThat(found.at("/1/service_request_id").asString()).isEqualTo("2611-4821-9375");
        List<LoggedRequest> parts =
                gateway.service("complaint").findAll(getRequestedFor(urlPathEqualTo("/api/v1/public/complaints")));
        assertThat(parts.stream().flatMap(part -> part.getQueryParams().get("receiptNumber").values().stream()))
                .containsExactlyElementsOf(ids);
        assertThat(parts).allSatisfy(part -> assertThat(part.getUrl()).hasSizeLessThan(8_000));
    }

    @Test
    void saysTheServicesFaultsInGeoReportsNames() {
        gateway.service("complaint")
                .stubFor(
                        get(urlPathEqualTo("/api/v1/public/complaints"))
                                .willReturn(
                                        aResponse()
                                                .withStatus(422)
                                                .withHeader("Content-Type", "application/problem+json")
                                                .withBody(
                                                        "{\"type\":\"urn:minwon:problem:invalid-fields\",\"detail\":\"d\",\"errors\":[{\"field\":\"receiptNumber\",\"code\":\"c\",\"detail\":\"1\"},{\"field\":\"from\",\"code\":\"c\",\"detail\":\"2\"},{\"field\":\"until\",\"code\":\"c\",\"detail\":\"3\"},{\"field\":\"limit\",\"code\":\"c\",\"detail\":\"4\"}]}")));

        assertThat(JsonMapper.shared().readTree(get_("requests.json").body()).findValuesAsString("description"))
                .containsExactly("service_request_id: 1", "start_date: 2", "end_date: 3", "page, page_size: 4");
    }

    @Test
    void filingsDoNotShareTheLimitOfReadsButKeysThatAreTriedDo() {
        String[] from = {"X-Forwarded-For", "203.0.113.88"};
        int tried = 0;
        int status;
        do {
            status = gateway.http()
                    .form(BASE + "requests.json", "api_key=nobody-has-this-key-" + tried, from)
                    .statusCode();
            tried++;
        } while (status == 403 && tried < 2_000);
        assertThat(status).as("keys that are tried").isEqualTo(429);
        assertThat(tried).isGreaterThan(300);

        assertThat(gateway.http().form(BASE + "requests.json", form(""), from).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEmptyParameterIsNone() {
        assertThat(get_("requests.json?service_request_id=&service_code=&status=&start_date=&end_date=&page=&page_size="
                                + "&jurisdiction_id=")
                        .statusCode())
                .isEqualTo(200);
        assertThat(file(form("&address_string=&phone=&media_url=&email=&attribute[public]=&jurisdiction_id="))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing.xml,404",
        "nothing.json,404",
        "requests,404",
        "requests.yaml,404",
        "services/nothing.xml,404",
        "services/nothing.json,404",
        "services.xml?jurisdiction_id=elsewhere,404",
        "services/waste.json?jurisdiction_id=elsewhere,404",
        "requests.json?jurisdiction_id=elsewhere,404",
        "requests/2611-4821-9375.xml?jurisdiction_id=elsewhere,404",
        "requests.json?service_code=nothing,404",
        "requests/2611-0000-0000.xml,404",
        "requests/2611-0000-0000.json,404",
        "tokens/1.xml,404",
        "tokens/1.json,404",
        "requests.json?status=done,400",
        "requests.json?start_date=yesterday,400",
        "requests.xml?start_date=2026-01-01&end_date=2026-06-01,400",
        "requests.xml?start_date=2026-06-02&end_date=2026-06-01,400",
        "requests.json?page=0,400",
        "requests.json?page=a,400",
        "requests.json?page_size=1001,400",
        "requests.json?page_size=-1,400"
    })
    void refusesInTheFormatAskedFor(String path, int status) {
        HttpResponse<String> refused = get_(path);

        assertRefused(refused, status);
        assertThat(refused.body().startsWith("["))
                .isEqualTo(path.replaceAll("\\?.*", "").endsWith(".json"));
    }

    @Test
    void filesAndGivesTheNumberAtOnce() {
        HttpResponse<String> filed = file(form("&first_name=%EA%B8%B8%EB%8F%99&last_name=%ED%99%8D&phone=01012345678"
                + "&media_url=https%3A%2F%2Fexample.org%2Fa.jpg"));

        JsonNode answer = json(filed);
        assertThat(answer.size()).isEqualTo(1);
        assertThat(answer.at("/0/service_request_id").asString()).isEqualTo("2611-4821-9375");
        assertThat(answer.get(0).propertyNames()).containsExactly("service_request_id", "service_notice", "account_id");
        assertThat(filed.body()).doesNotContain("SECRET");
        gateway.service("complaint")
                .verify(postRequestedFor(urlPathEqualTo("/api/v1/complaints"))
                        .withRequestBody(matchingJsonPath("$.reporter.name", equalTo("홍길동")))
                        .withRequestBody(matchingJsonPath("$.reporter.phone", equalTo("01012345678")))
                        .withRequestBody(matchingJsonPath("$.category", equalTo("street-light")))
                        .withRequestBody(matchingJsonPath("$.location.lat", equalTo("35.15")))
                        .withRequestBody(matchingJsonPath("$.isPublic", equalTo("true")))
                        .withRequestBody(matchingJsonPath("$.smsConsent", equalTo("false"))));
        assertThat(gateway.http()
                        .form(
                                BASE + "requests.xml",
                                form(""),
                                "Content-Type",
                                "application/x-www-form-urlencoded; charset=utf-8")
                        .body())
                .contains("<service_requests><request><service_request_id>2611-4821-9375</service_request_id>")
                .doesNotContain("token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service_code=street-light&lat=35.15&long=126.85",
                "api_key=&service_code=street-light&lat=35.15&long=126.85",
                "api_key=not-a-key-of-anybody-0123456789&service_code=nothing",
                "api_key=%7B%22%24ne%22%3Anull%7D&service_code=street-light&lat=35.15&long=126.85"
            })
    void wantsAKeyOfTheOffice(String form) {
        assertRefused(file(form), 403);
        assertRefused(gateway.http().form(BASE + "requests.xml", form), 403);
        gateway.service("complaint").verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void refusesABadRequest() {
        assertRefused(file("api_key=" + key + "&lat=35.15&long=126.85"), 400);
        assertRefused(file("api_key=" + key + "&service_code=nothing&lat=35.15&long=126.85"), 404);
        assertRefused(file(form("&jurisdiction_id=elsewhere")), 404);
        assertRefused(file("api_key=" + key + "&service_code=waste"), 400);
        assertRefused(file("api_key=" + key + "&service_code=waste&lat=35.1"), 400);
        assertRefused(file("api_key=" + key + "&service_code=waste&lat=a&long=b"), 400);
        assertRefused(file(form("&media_url=javascript:alert(1)")), 400);
        assertRefused(file(form("&attribute[public]=maybe")), 400);
        assertRefused(file(form("&first_name=%FF")), 400);
        assertRefused(file(form("&first_name=%zz")), 400);
        assertRefused(file(form("&description=" + "a".repeat(300_000))), 400);
        assertRefused(gateway.http().post(BASE + "requests.json", "{\"api_key\":\"" + key + "\"}"), 400);
        assertRefused(
                gateway.http()
                        .form(
                                BASE + "requests.xml?" + form(""),
                                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--b--\r\n",
                                "Content-Type",
                                "multipart/form-data; boundary=b"),
                400);
        assertRefused(gateway.http().form(BASE + "requests.json", form(""), "Content-Type", "nonsense"), 400);
        for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
            assertRefused(gateway.http().send(method, BASE + "requests.xml", null), 400);
        }
        assertRefused(gateway.http().form(BASE + "services.json", form("")), 400);
        assertRefused(gateway.http().form(BASE + "requests/2611-4821-9375.json", form("")), 400);
        assertRefused(gateway.http().get(BASE + "services.xml", "Authorization", "Bearer nobody-gave-this-out-1"), 403);
        gateway.service("complaint").verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void saysEachFaultThatTheServiceFinds() {
        gateway.service("complaint")
                .stubFor(
                        post(urlPathEqualTo("/api/v1/complaints"))
                                .willReturn(
                                        aResponse()
                                                .withStatus(422)
                                                .withHeader("Content-Type", "application/problem+json")
                                                .withBody(
                                                        "{\"type\":\"urn:minwon:problem:invalid-fields\",\"detail\":\"d\",\"errors\":[{\"field\":\"reporter.phone\",\"code\":\"c\",\"detail\":\"one\"},{\"field\":\"body\",\"code\":\"c\",\"detail\":\"two\"}]}")));

        HttpResponse<String> refused = file(form("&phone=1"));

        assertThat(refused.body())
                .isEqualTo("[{\"code\":400,\"description\":\"phone: one\"},"
                        + "{\"code\":400,\"description\":\"description: two\"}]");
        assertRefused(refused, 400);
    }

    @Test
    void keepsTheStatusOfTooManyCallsAndOfOurOwnFailures() {
        gateway.service("complaint")
                .stubFor(post(urlPathEqualTo("/api/v1/complaints"))
                        .willReturn(aResponse()
                                .withStatus(429)
                                .withHeader("Retry-After", "60")
                                .withBody("{\"type\":\"urn:minwon:problem:too-many-filings\",\"detail\":\"d\"}")));
        HttpResponse<String> tooMany = file(form(""));
        assertRefused(tooMany, 429);
        assertThat(tooMany.headers().firstValue("Retry-After")).contains("60");

        gateway.service("complaint")
                .stubFor(get(urlPathEqualTo("/api/v1/public/complaints"))
                        .willReturn(aResponse().withStatus(500)));
        assertRefused(get_("requests.xml"), 500);

        int read = 0;
        HttpResponse<String> answer;
        do {
            answer = gateway.http().get(BASE + "discovery.xml", "X-Forwarded-For", "203.0.113.77");
            read++;
        } while (answer.statusCode() == 200 && read < 2_000);
        assertRefused(answer, 429);
        assertThat(read).isGreaterThan(300);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
