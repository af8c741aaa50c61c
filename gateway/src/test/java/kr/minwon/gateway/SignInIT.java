package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.mongodb.client.MongoClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.apikeys.SecretHash;
import kr.minwon.gateway.testing.Browser;
import kr.minwon.gateway.testing.GatewayAtWork;
import kr.minwon.indexproof.QueryShapes;
import kr.minwon.signedcalls.CallKeys;
import kr.minwon.signedcalls.CallSigner;
import kr.minwon.signedcalls.CallVerifier;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff sign in, work, sign out; nobody else does. */
class SignInIT {
    private static final String QUEUE = "/api/v1/staff/queue";
    private static final String PREVIEW = "/api/v1/staff/messages/preview";

    private static GatewayAtWork gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayAtWork.start("--minwon.limits.sign-in-failures-per-minute=1000");
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

    private static Browser signedIn(String username, Role role) {
        gateway.account(username, role, "traffic");
        Browser browser = new Browser(gateway);
        HttpResponse<String> answer = browser.signIn(username, GatewayAtWork.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/staff");
        return browser;
    }

    private static Caller callerSeenBy(String service) {
        String token =
                gateway.service(service).getAllServeEvents().get(0).getRequest().getHeader(CallSigner.HEADER);
        return new CallVerifier(CallKeys.publicKeys(TestCalls.publicKeys()), service, Clock.systemUTC())
                .verify(token)
                .orElseThrow();
    }

    @Test
    void callsTheServicesAsTheAccountThatSignedIn() {
        Browser browser = signedIn("Officer.Kim", Role.OFFICER);
        assertThat(browser.http().get(QUEUE).statusCode()).isEqualTo(200);
        Caller caller = callerSeenBy("routing");
        assertThat(caller.id()).isEqualTo("acc-Officer.Kim");
        assertThat(caller.name()).isEqualTo("교통지도과 담당");
        assertThat(caller.role()).isEqualTo(Role.OFFICER);
        assertThat(caller.departments()).isEqualTo(Set.of("traffic"));
        assertThat(caller.idempotencyScope()).startsWith("session:").doesNotContain(browser.session());
    }

    @Test
    void setsACookieThatOnlyThisHostReadsOverTls() {
        gateway.account("cookie", Role.OFFICER, "traffic");
        HttpResponse<String> answer = new Browser(gateway).signIn("cookie", GatewayAtWork.PASSWORD);
        String session = answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-minwon="))
                .findFirst()
                .orElseThrow();
        assertThat(session)
                .contains("; Path=/")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContainIgnoringCase("domain=")
                .doesNotContainIgnoringCase("max-age");
        String id = session.substring("__Host-minwon=".length(), session.indexOf(';'));
        assertThat(id).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void dropsTheCsrfTokenAtSignIn() {
        gateway.account("rotated", Role.OFFICER, "traffic");
        Browser browser = new Browser(gateway);
        String before = browser.http().cookies().get("__Host-csrf");
        assertThat(before).isNotNull();
        browser.signIn("rotated", GatewayAtWork.PASSWORD);
        assertThat(browser.http().cookies()).doesNotContainKey("__Host-csrf");
    }

    @Test
    void keepsNoSessionForStrangers() {
        var http = gateway.http();
        http.get("/api/v1/categories");
        http.get("/staff/nothing");
        http.post("/api/v1/complaints", "{}");
        assertThat(http.cookies()).doesNotContainKey("__Host-minwon");
    }

    @Test
    void storesTheHashOfASessionsIdAndTheAccountOnly() {
        Browser browser = signedIn("hashed", Role.OFFICER);
        Document stored = sessions()
                .find(new Document("_id", SecretHash.of(browser.session()).hex()))
                .first();
        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain(browser.session());
        assertThat(stored.get("attributes", Document.class)).isEqualTo(new Document("account", "acc-hashed"));
    }

    @Test
    void neverAdoptsASessionIdThatWasBroughtAlong() {
        gateway.account("fixed", Role.OFFICER, "traffic");
        Browser browser = new Browser(gateway);
        String planted = "A".repeat(43);
        browser.http().cookies().put("__Host-minwon", planted);
        browser.signIn("fixed", GatewayAtWork.PASSWORD);
        assertThat(browser.session()).isNotEqualTo(planted);

        Browser attacker = new Browser(gateway);
        attacker.http().cookies().put("__Host-minwon", planted);
        assertThat(attacker.http().get(QUEUE).statusCode()).isEqualTo(401);
    }

    @Test
    void changesTheIdWhenSigningInOverASession() {
        Browser browser = signedIn("again", Role.OFFICER);
        String first = browser.session();
        browser.signIn("again", GatewayAtWork.PASSWORD);
        assertThat(browser.session()).isNotEqualTo(first);
        browser.http().cookies().put("__Host-minwon", first);
        assertThat(browser.http().get(QUEUE).statusCode()).isEqualTo(401);
    }

    @Test
    void keepsSessionsOverARestart() {
        Browser browser = signedIn("restart", Role.LEAD);
        gateway.restart();
        assertThat(browser.http().get(QUEUE).statusCode()).isEqualTo(200);
        assertThat(callerSeenBy("routing").id()).isEqualTo("acc-restart");
    }

    @Test
    void asksForACsrfTokenWhenABrowserSessionChangesSomething() {
        Browser browser = signedIn("csrf", Role.OFFICER);
        HttpResponse<String> without = browser.http().post(PREVIEW, "{}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("urn:minwon:problem:bad-csrf");
        assertThat(browser.http().post(PREVIEW, "{}", "X-XSRF-TOKEN", "wrong").statusCode())
                .isEqualTo(403);
        assertThat(browser.http()
                        .post(PREVIEW, "{}", "X-XSRF-TOKEN", new Browser(gateway).csrf())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.http()
                        .post(PREVIEW, "{}", "X-XSRF-TOKEN", browser.csrf())
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.service("notification").getAllServeEvents()).hasSize(1);
    }

    @Test
    void asksForNoCsrfTokenWhenAKeyIsGivenAndThenTheKeyCounts() {
        Browser browser = signedIn("keyed", Role.OFFICER);
        String key = gateway.apiKey(Role.OPERATOR, "traffic");
        assertThat(browser.http()
                        .post(PREVIEW, "{}", "Authorization", "Bearer " + key)
                        .statusCode())
                .isEqualTo(200);
        assertThat(callerSeenBy("notification").role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void refusesASignInWithoutItsCsrfToken() {
        gateway.account("nocsrf", Role.OFFICER, "traffic");
        Browser browser = new Browser(gateway);
        HttpResponse<String> answer = browser.http()
                .form("/staff/login", Browser.form("username", "nocsrf", "password", GatewayAtWork.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.session()).isNull();
    }

    @Test
    void endsASessionAtSignOutForGood() {
        Browser browser = signedIn("bye", Role.OFFICER);
        String session = browser.session();
        HttpResponse<String> answer = browser.signOut();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/staff/login?out");
        assertThat(browser.session()).isNull();
        browser.http().cookies().put("__Host-minwon", session);
        assertThat(browser.http().get(QUEUE).statusCode()).isEqualTo(401);
        assertThat(sessions()
                        .countDocuments(
                                new Document("_id", SecretHash.of(session).hex())))
                .isZero();
    }

    @Test
    void doesNotSignOutByALink() {
        Browser browser = signedIn("link", Role.OFFICER);
        browser.http().get("/staff/logout");
        assertThat(browser.http().get(QUEUE).statusCode()).isEqualTo(200);
    }

    @Test
    void shutsOutADisabledAccountAtOnce() {
        Browser browser = signedIn("fired", Role.OFFICER);
        Account account = gateway.bean(Accounts.class).byUsername("fired").orElseThrow();
        gateway.bean(Accounts.class)
                .put(new Account(
                        account.id(),
                        account.username(),
                        account.name(),
                        account.role(),
                        account.officeId(),
                        account.departments(),
                        account.password(),
                        true,
                        0,
                        null));
        assertThat(browser.http().get(QUEUE).statusCode()).isEqualTo(401);
        assertThat(new Browser(gateway)
                        .signIn("fired", GatewayAtWork.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .contains("/staff/login?error");
    }

    @Test
    void answersTheSameForAnUnknownNameAWrongPasswordAndALockedAccount() {
        gateway.account("locked", Role.OFFICER, "traffic");
        Map<String, Object> unknown = outcome(new Browser(gateway).signIn("nobody", "x"));
        assertThat(unknown).containsEntry("location", "/staff/login?error");
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(outcome(new Browser(gateway).signIn("locked", "wrong"))).isEqualTo(unknown);
        }
        assertThat(outcome(new Browser(gateway).signIn("locked", GatewayAtWork.PASSWORD)))
                .isEqualTo(unknown);
        assertThat(signedIn("another", Role.OFFICER).session()).isNotNull();
    }

    private static Map<String, Object> outcome(HttpResponse<String> answer) {
        return Map.of(
                "status",
                answer.statusCode(),
                "location",
                answer.headers().firstValue("Location").orElse(""),
                "body",
                answer.body(),
                "headers",
                answer.headers().map().keySet());
    }

    @Test
    void forgetsFailuresAfterARightPassword() {
        gateway.account("clumsy", Role.OFFICER, "traffic");
        for (int round = 0; round < 3; round++) {
            for (int attempt = 1; attempt <= 4; attempt++) {
                new Browser(gateway).signIn("clumsy", "wrong");
            }
            assertThat(new Browser(gateway)
                            .signIn("clumsy", GatewayAtWork.PASSWORD)
                            .headers()
                            .firstValue("Location"))
                    .contains("/staff");
        }
    }

    @Test
    void goesOnToThePageThatWasAskedForButNeverToAnotherSite() {
        gateway.account("goes-on", Role.OFFICER, "traffic");
        HttpResponse<String> asked = gateway.http().get("/staff/queue?view=mine");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location")).contains("/staff/login?to=%2Fstaff%2Fqueue%3Fview%3Dmine");
        assertThat(landing("/staff/queue?view=mine")).isEqualTo("/staff/queue?view=mine");
        for (String elsewhere : new String[] {
            "https://evil.example/",
            "//evil.example",
            "/staff//evil.example/@x:y",
            "/staff/../x",
            "javascript:x",
            "/x",
            "/staff/login",
            "/staff\r\nSet-Cookie: a=b"
        }) {
            assertThat(landing(elsewhere)).as(elsewhere).isEqualTo("/staff");
        }
    }

    private static String landing(String to) {
        Browser browser = new Browser(gateway);
        return browser.http()
                .form(
                        "/staff/login",
                        Browser.form(
                                "username",
                                "goes-on",
                                "password",
                                GatewayAtWork.PASSWORD,
                                "to",
                                to,
                                "_csrf",
                                browser.csrf()))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    @Test
    void tellsAScriptOfAnOpenPageToSignInAgain() {
        HttpResponse<String> answer = gateway.http().get("/staff/queue", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/staff/login");
    }

    @Test
    void writesASessionAtMostOnceAMinuteForItsUse() {
        Browser browser = signedIn("busy", Role.OFFICER);
        QueryShapes seen = gateway.bean(QueryShapes.class);
        var before = seen.writes("sessions");
        for (int call = 0; call < 20; call++) {
            browser.http().get(QUEUE);
        }
        assertThat(seen.writes("sessions").since(before).commands()).isZero();

        sessions()
                .updateOne(
                        new Document("_id", SecretHash.of(browser.session()).hex()),
                        new Document(
                                "$set", new Document("lastAccessedAt", new Date(System.currentTimeMillis() - 61_000))));
        before = seen.writes("sessions");
        browser.http().get(QUEUE);
        browser.http().get(QUEUE);
        assertThat(seen.writes("sessions").since(before).commands()).isEqualTo(1);
    }

    @Test
    void endsASessionThatIdledTooLong() {
        Browser browser = signedIn("idle", Role.OFFICER);
        sessions()
                .updateOne(
                        new Document("_id", SecretHash.of(browser.session()).hex()),
                        new Document(
                                "$set",
                                new Document("lastAccessedAt", new Date(System.currentTimeMillis() - 31 * 60_000))));
        assertThat(browser.http().get(QUEUE).statusCode()).isEqualTo(401);
    }

    @Test
    void asksItsStoreOnlyWhatAnIndexServes() {
        signedIn("indexed", Role.OFFICER).signOut();
        gateway.bean(QueryShapes.class).assertServed();
    }

    private static com.mongodb.client.MongoCollection<Document> sessions() {
        return gateway.bean(MongoClient.class).getDatabase("minwon_gateway").getCollection("sessions");
    }
}
