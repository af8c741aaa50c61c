package kr.minwon.gateway.pages.resident;

import static kr.minwon.gateway.pages.FakeComplaints.CODE;
import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ResidentPagesTests {
    private static final String KEY = "AbCdEfGhIjKlMnOpQrStUvWxYz012345";

    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void homeLeadsToEverythingInKoreanWhateverTheBrowserPrefers() {
        MvcTestResult home =
                pages.browser().get().uri("/").header("Accept-Language", "en").exchange();
        assertThat(html(home))
                .contains("lang=\"ko\"", "무엇을 도와드릴까요?", "href=\"/complaints/new\"", "href=\"tel:062-222-2222\"");
    }

    @Test
    void speaksEnglishOnceAskedTo() {
        MvcTestResult asked = pages.browser().get().uri("/?lang=en").exchange();
        assertThat(html(asked)).contains("lang=\"en\"", "How can we help?");
        assertThat(asked).cookies().hasValue("lang", "en");
        assertThat(html(get("/deadlines", new Cookie("lang", "en")))).contains("Deadline calculator");
        assertThat(html(get("/", new Cookie("lang", "xx")))).contains("무엇을 도와드릴까요?");
    }

    @Test
    void aFilingEndsAtTheReceiptWithTheCodeInNoUrl() {
        MvcTestResult filed = filing("010-1234-5678", "false").exchange();
        assertThat(filed).hasStatus3xxRedirection().hasRedirectedUrl("/complaints/" + NUMBER + "/receipt");
        Cookie opened = filed.getResponse().getCookie(CaseCookies.NAME);
        assertThat(opened.getValue()).doesNotContain("JXFA");
        assertThat(opened.getPath()).isEqualTo("/complaints/" + NUMBER);
        assertThat(pages.complaints().asked()).containsExactly("file " + KEY);
        assertThat(html(get("/complaints/" + NUMBER + "/receipt", opened)))
                .contains("noindex", "JXFA-", "4R8R", "2611-", "건설과", "11월 26일(목) 오전 10시 12분까지");
    }

    @Test
    void aScriptedFormIsSentToTheReceiptToo() {
        MvcTestResult filed =
                filing("01012345678", "true").header("HX-Request", "true").exchange();
        assertThat(filed).hasStatusOk().headers().hasValue("HX-Redirect", "/complaints/" + NUMBER + "/receipt");
    }

    @Test
    void saysEverythingThatIsMissingAtOnceAndFilesNothing() {
        MvcTestResult empty =
                pages.browser().post().uri("/complaints").param("key", KEY).exchange();
        assertThat(empty).hasStatus(422);
        assertThat(html(empty))
                .contains("id=\"error-summary\"", "href=\"#title\"", "href=\"#smsConsent\"", "id=\"phone-error\"")
                .contains("aria-describedby=\"phone-hint phone-error\"", "aria-invalid=\"true\"");
        assertThat(pages.complaints().asked()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedAndShowsTheServicesErrorsAtTheirFields() {
        pages.complaints()
                .refuse(Refusal.of(
                        422,
                        "invalid-fields",
                        new ServiceProblem.FieldError("reporter.phone", "phone-not-mobile", "휴대전화가 아닙니다.")));
        MvcTestResult refused = filing("010-123-4567", "true").exchange();
        assertThat(refused).hasStatus(422);
        assertThat(html(refused))
                .contains("휴대전화가 아닙니다.", "id=\"phone-error\"", "value=\"010-123-4567\"", "value=\"홍길동\"")
                .contains("제목 &lt;script&gt;", "value=\"" + KEY + "\"")
                .containsPattern("value=\"street-light\"[^>]*checked")
                .doesNotContain(HOSTILE);
    }

    @Test
    void keepsWhatWasTypedWhileAServiceIsAwayOrTheLimitIsReached() {
        pages.complaints().refuse(new ProblemException(new ProblemType("service-away", 503)));
        MvcTestResult away = filing("01012345678", "true").exchange();
        assertThat(away).hasStatus(503);
        assertThat(html(away)).contains("쓰신 내용은 그대로 남아 있습니다.", "value=\"홍길동\"", "value=\"" + KEY + "\"");
        pages.complaints().refuse(Refusal.of(429, "too-many-filings"));
        MvcTestResult many = filing("01012345678", "true").exchange();
        assertThat(many).hasStatus(429);
        assertThat(html(many)).contains("설명 too-many-filings", "2분 뒤에 다시 해 주세요.", "value=\"홍길동\"");
    }

    @Test
    void aKeyThatBelongsToOtherContentIsReplacedSoThatTheNextPressFiles() {
        pages.complaints().refuse(Refusal.of(422, "idempotency-key-reused"));
        assertThat(html(filing("01012345678", "true").exchange()))
                .contains("이미 신청하신 민원입니다")
                .doesNotContain(KEY);
    }

    @Test
    void anAddressMayNotFileWithoutEnd() {
        for (int filed = 0; filed < 3; filed++) {
            assertThat(filing("01012345678", "true").exchange()).hasStatus3xxRedirection();
        }
        assertThat(filing("01012345678", "true").exchange()).hasStatus(429);
    }

    @Test
    void warnsOnceBeforePersonalDataBecomePublic() {
        MockMvcRequestBuilder plate = filing("01012345678", "true").param("isPublic", "true");
        MvcTestResult warned = plate.exchange();
        assertThat(warned).hasStatus(422);
        assertThat(html(warned)).contains("data-testid=\"public-warning\"", "name=\"warned\" value=\"yes\"");
        assertThat(filing("01012345678", "true")
                        .param("isPublic", "true")
                        .param("warned", "yes")
                        .exchange())
                .hasStatus3xxRedirection();
    }

    @Test
    void photosGoAlongAndEmptyOnesDoNot() {
        MvcTestResult filed = pages.browser()
                .post()
                .uri("/complaints")
                .multipart()
                .file(new MockMultipartFile("photos", "a.jpg", "image/jpeg", new byte[] {1}))
                .file(new MockMultipartFile("photos", "", "application/octet-stream", new byte[0]))
                .param("title", "제목")
                .param("body", "내용")
                .param("category", "other")
                .param("name", "홍길동")
                .param("phone", "01012345678")
                .param("smsConsent", "false")
                .exchange();
        assertThat(filed).hasStatus3xxRedirection();
        assertThat(pages.complaints().asked()).containsExactly("file 1 photos");
    }

    @Test
    void aWrongCodeAndAnUnknownNumberGetTheSameAnswer() {
        MvcTestResult code = lookup(NUMBER, "AAAA-AAAA-AAAA-AAAA");
        MvcTestResult number = lookup("2611-0000-0000", CODE);
        assertThat(code).hasStatus(404);
        assertThat(number).hasStatus(404);
        assertThat(html(code)).contains("민원을 찾지 못했습니다").doesNotContain("AAAA-AAAA");
        assertThat(html(code).replace("value=\"" + NUMBER + "\"", ""))
                .isEqualTo(html(number).replace("value=\"2611-0000-0000\"", ""));
    }

    @Test
    void lookUpsThatFailTooOftenAreTurnedAway() {
        for (int failed = 0; failed < 3; failed++) {
            assertThat(lookup(NUMBER, "AAAA-AAAA-AAAA-AAAA")).hasStatus(404);
        }
        assertThat(lookup(NUMBER, CODE)).hasStatus(429);
    }

    @Test
    void aCaseOpensByNumberAndCodeAndShowsHostileTextAsText() {
        MvcTestResult opened = lookup("2611 4821 9375", CODE);
        assertThat(opened).hasRedirectedUrl("/complaints/" + NUMBER);
        pages.complaints().become("answered");
        assertThat(html(get("/complaints/" + NUMBER, opened.getResponse().getCookie(CaseCookies.NAME))))
                .contains("보안등 &lt;script&gt;", "답변 &lt;script&gt;", "data-status=\"answered\"", "까닭 하나")
                .contains("data-testid=\"rating-form\"")
                .doesNotContain(HOSTILE, "data-testid=\"withdraw-form\"");
    }

    @Test
    void aCaseIsNotShownWithoutItsCode() {
        assertThat(get("/complaints/" + NUMBER)).hasRedirectedUrl("/complaints/lookup?receiptNumber=" + NUMBER);
        assertThat(get("/complaints/" + NUMBER + "/photos/1")).hasStatus(404);
        assertThat(get("/complaints/" + NUMBER + "/live")).hasStatus(204);
    }

    @Test
    void withdrawingAsksFirstAndHappensOnce() {
        Cookie opened = opened();
        MvcTestResult unsure = move("withdrawal", opened).exchange();
        assertThat(unsure).hasStatus(422);
        assertThat(html(unsure)).contains("id=\"sure-error\"");
        assertThat(pages.complaints().asked()).isEmpty();
        assertThat(move("withdrawal", opened)
                        .param("sure", "yes")
                        .param("reason", "해결됨")
                        .exchange())
                .hasRedirectedUrl("/complaints/" + NUMBER + "?done=withdrawn");
        assertThat(pages.complaints().asked()).containsExactly("withdraw 해결됨");
        assertThat(html(get("/complaints/" + NUMBER + "?done=withdrawn", opened)))
                .contains("민원을 취하했습니다.", "data-status=\"withdrawn\"")
                .doesNotContain("data-testid=\"withdraw-form\"");
    }

    @Test
    void ratingNeedsAScoreAndKeepsTheComment() {
        pages.complaints().become("answered");
        Cookie opened = opened();
        MvcTestResult noScore = move("rating", opened).param("comment", "고맙습니다").exchange();
        assertThat(noScore).hasStatus(422);
        assertThat(html(noScore)).contains("id=\"score-error\"", ">고맙습니다</textarea>");
        assertThat(move("rating", opened)
                        .param("score", "4")
                        .param("comment", "고맙습니다")
                        .exchange())
                .hasRedirectedUrl("/complaints/" + NUMBER + "?done=rated");
        assertThat(pages.complaints().asked()).containsExactly("rate 4 고맙습니다");
    }

    @Test
    void leavingForgetsTheCode() {
        MvcTestResult left = move("leave", opened()).exchange();
        assertThat(left).hasRedirectedUrl("/complaints/lookup?left");
        assertThat(left.getResponse().getCookie(CaseCookies.NAME).getMaxAge()).isZero();
    }

    @Test
    void aMoveThatIsRefusedIsExplainedOnTheCasesPage() {
        pages.complaints().refuse(Refusal.of(409, "already-answered"));
        MvcTestResult refused =
                move("withdrawal", opened()).param("sure", "yes").exchange();
        assertThat(refused).hasStatus(409);
        assertThat(html(refused)).contains("data-type=\"already-answered\"", "설명 already-answered");
    }

    @Test
    void theCalculatorShowsTheDeadlineWithItsReasons() {
        assertThat(html(get("/deadlines"))).contains("data-testid=\"deadline-form\"");
        assertThat(pages.routing().asked()).isEmpty();
        MvcTestResult result = get("/deadlines?receivedAt=2026-11-20T16:30&period=3h&extended=1"
                + "&suspendedFrom=2026-11-25&suspendedTo=2026-12-01");
        assertThat(html(result)).contains("오전 10시 30분까지", "첫 까닭", "둘째 까닭");
        assertThat(pages.routing().asked()).containsExactly("deadline 2026-11-20T16:30 3h 1 [2026-11-25/2026-12-01]");
        assertThat(get("/deadlines?receivedAt=2026-11-20T16:30&period=3h&suspendedFrom=2026-11-25"))
                .hasStatus(422);
    }

    @Test
    void suggestionsAreAskedForWithoutNumbers() {
        MvcTestResult suggested = pages.browser()
                .post()
                .uri("/complaints/suggestions")
                .param("title", "보안등 010-1234-5678")
                .param("body", "")
                .exchange();
        assertThat(html(suggested)).contains("street-light").doesNotContain("\"other\"");
        assertThat(pages.routing().asked().getFirst()).doesNotContainPattern("[0-9]");
    }

    private MockMvcRequestBuilder filing(String phone, String consent) {
        return pages.browser()
                .post()
                .uri("/complaints")
                .param("key", KEY)
                .param("title", "제목 " + HOSTILE)
                .param("body", "12가3456 차가 서 있어요")
                .param("category", "street-light")
                .param("name", "홍길동")
                .param("phone", phone)
                .param("smsConsent", consent);
    }

    private MvcTestResult lookup(String number, String code) {
        return pages.browser()
                .post()
                .uri("/complaints/lookup")
                .param("receiptNumber", number)
                .param("code", code)
                .exchange();
    }

    private Cookie opened() {
        return lookup(NUMBER, CODE).getResponse().getCookie(CaseCookies.NAME);
    }

    private MockMvcRequestBuilder move(String what, Cookie opened) {
        return pages.browser().post().uri("/complaints/" + NUMBER + "/" + what).cookie(opened);
    }

    private MvcTestResult get(String uri, Cookie... cookies) {
        MockMvcRequestBuilder request = pages.browser().get().uri(uri);
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
