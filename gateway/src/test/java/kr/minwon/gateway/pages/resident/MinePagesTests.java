package kr.minwon.gateway.pages.resident;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.pages.FakeComplaints;
import kr.minwon.gateway.pages.FakeVerification;
import kr.minwon.gateway.pages.PagesAtWork;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MinePagesTests {
    private static final Cookie VERIFIED = new Cookie(PhoneDoor.COOKIE, FakeVerification.TOKEN);
    private final PagesAtWork pages = new PagesAtWork();

    private MvcTestResult send(String phone) {
        return pages.browser()
                .post()
                .uri("/complaints/mine/code")
                .param("phone", phone)
                .exchange();
    }

    private MvcTestResult check(String id, String code) {
        return pages.browser()
                .post()
                .uri("/complaints/mine/check")
                .param("id", id)
                .param("phone", "010-1234-5678")
                .param("code", code)
                .exchange();
    }

    @Test
    void asksForAPhoneFirst() throws Exception {
        MvcTestResult page = pages.browser().get().uri("/complaints/mine").exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsString()).contains("data-testid=\"mine-phone-form\"");
    }

    @Test
    void sendsACodeAndAsksForIt() throws Exception {
        MvcTestResult page = send(" 010-1234-5678 ");
        assertThat(pages.verification().phones()).containsExactly("010-1234-5678");
        assertThat(page.getResponse().getContentAsString())
                .contains(FakeVerification.ID, "010-1234-5678", "autocomplete=\"one-time-code\"");
    }

    @Test
    void withoutAPhoneNothingIsSent() {
        assertThat(send(" ")).hasStatus(422);
        assertThat(pages.verification().phones()).isEmpty();
    }

    @Test
    void whoAsksForTooManyCodesIsToldSo() {
        for (int n = 0; n < 3; n++) {
            assertThat(send("01012345678")).hasStatusOk();
        }
        assertThat(send("01012345678")).hasStatus(429);
        assertThat(pages.verification().phones()).hasSize(3);
    }

    @Test
    void aRefusalStaysOnTheFormWithWhatWasTyped() throws Exception {
        pages.verification().refuse(Refusal.of(429, "codes-too-often"));
        MvcTestResult page = send("010-1234-5678");
        assertThat(page).hasStatus(429);
        assertThat(page.getResponse().getContentAsString()).contains("설명 codes-too-often", "010-1234-5678");
    }

    @Test
    void theRightCodeOpensTheList() {
        MvcTestResult answer = check(FakeVerification.ID, FakeVerification.CODE);
        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/complaints/mine");
        assertThat(answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE))
                .filteredOn(cookie -> cookie.startsWith(PhoneDoor.COOKIE + "=" + FakeVerification.TOKEN + ";"))
                .singleElement()
                .asString()
                .contains("Path=/complaints/mine", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Max-Age");
    }

    @Test
    void aBrowserThatVerifiedAPhoneSaysSoWithTheNextCode() {
        MvcTestResult answer = check(FakeVerification.ID, FakeVerification.CODE);
        assertThat(answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE))
                .filteredOn(cookie -> cookie.startsWith("__Host-device=" + FakeVerification.DEVICE_TOKEN + ";"))
                .singleElement()
                .asString()
                .contains("Path=/;", "Max-Age=34560000", "Secure", "HttpOnly", "SameSite=Lax");
        send("01012345678");
        pages.browser()
                .post()
                .uri("/sms/code")
                .cookie(new Cookie("__Host-device", FakeVerification.DEVICE_TOKEN))
                .param("phone", "01012345678")
                .exchange();
        assertThat(pages.verification().devices()).containsExactly(null, FakeVerification.DEVICE_TOKEN);
    }

    @Test
    void whenFewCodesAreLeftThePageSaysWhoGetsOneAndWhatToDo() throws Exception {
        pages.verification().sendOnlyIfKnown();
        MvcTestResult page = send("01012345678");
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsString())
                .contains("민원을 신청하셨거나 소식을 받고 계신 번호에만", "한 시간 뒤에", FakeVerification.ID)
                .doesNotContain("번호로 인증번호를 보냈습니다");
    }

    @Test
    void aWrongCodeIsSaidAtItsField() throws Exception {
        MvcTestResult page = check(FakeVerification.ID, "000000");
        assertThat(page).hasStatus(422).doesNotContainHeader(HttpHeaders.SET_COOKIE);
        assertThat(page.getResponse().getContentAsString())
                .contains("code-error", "설명 wrong-code", FakeVerification.ID);
    }

    @Test
    void whoGuessesIsStopped() {
        for (int n = 0; n < 3; n++) {
            assertThat(check(FakeVerification.ID, "000000")).hasStatus(422);
        }
        assertThat(check(FakeVerification.ID, FakeVerification.CODE)).hasStatus(429);
    }

    @Test
    void anIdThatIsNoneIsNotPassedOn() {
        assertThat(check("../x\"><script>", FakeVerification.CODE)).hasRedirectedUrl("/complaints/mine");
    }

    @Test
    void listsWhatWasFiledAndEscapesIt() throws Exception {
        MvcTestResult page =
                pages.browser().get().uri("/complaints/mine").cookie(VERIFIED).exchange();
        assertThat(page.getResponse().getContentAsString())
                .contains(FakeComplaints.NUMBER, "처리중", "&lt;script&gt;")
                .doesNotContain(FakeComplaints.HOSTILE, FakeComplaints.CODE);
        assertThat(pages.complaints().asked()).containsExactly("mine " + FakeVerification.TOKEN);
    }

    @Test
    void opensOneAsItsLookUpCodeWould() {
        MvcTestResult answer = pages.browser()
                .post()
                .uri("/complaints/mine/" + FakeComplaints.NUMBER)
                .cookie(VERIFIED)
                .exchange();
        assertThat(answer).hasRedirectedUrl("/complaints/" + FakeComplaints.NUMBER);
        assertThat(answer.getResponse().getHeader(HttpHeaders.SET_COOKIE)).startsWith(CaseCookies.NAME + "=");
    }

    @Test
    void anothersIsNotOpened() {
        MvcTestResult answer = pages.browser()
                .post()
                .uri("/complaints/mine/2611-0000-0000")
                .cookie(VERIFIED)
                .exchange();
        assertThat(answer).hasRedirectedUrl("/complaints/mine").doesNotContainHeader(HttpHeaders.SET_COOKIE);
    }

    @Test
    void aPhoneVerifiedTooLongAgoIsAskedForAgain() throws Exception {
        pages.complaints().refuse(Refusal.of(401, "phone-not-verified"));
        MvcTestResult page =
                pages.browser().get().uri("/complaints/mine").cookie(VERIFIED).exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsString()).contains("data-testid=\"mine-phone-form\"", "30분");
        assertThat(page.getResponse().getHeader(HttpHeaders.SET_COOKIE)).contains("Max-Age=0");
    }

    @Test
    void whoWantsNoMoreTextsSaysSoAndSeesWhatTheySaid() throws Exception {
        MvcTestResult answer = pages.browser()
                .post()
                .uri("/complaints/mine/texts")
                .param("given", "false")
                .cookie(VERIFIED)
                .exchange();
        assertThat(answer).hasRedirectedUrl("/complaints/mine?said=yes#texts");
        String page = pages.browser()
                .get()
                .uri("/complaints/mine?said=yes")
                .cookie(VERIFIED)
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("말씀하신 대로", "문자 다시 받기", "누리집에서 그만 받겠다고 하셨습니다.");
    }

    @Test
    void onesOwnRecordIsADownloadThatIsLinkedTo() throws Exception {
        pages.browser()
                .post()
                .uri("/complaints/mine/texts")
                .param("given", "false")
                .param("words", "page-1/ko")
                .cookie(VERIFIED)
                .exchange();
        String page = pages.browser()
                .get()
                .uri("/complaints/mine")
                .cookie(VERIFIED)
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("href=\"/complaints/mine/record\"", "name=\"words\" value=\"page-1/ko\"");
        MvcTestResult record = pages.browser()
                .get()
                .uri("/complaints/mine/record")
                .cookie(VERIFIED)
                .exchange();
        assertThat(record).hasStatusOk().hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(record.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment");
        assertThat(record.getResponse().getContentAsString())
                .contains("민원 진행 상황 문자를 그만 받겠다고 하셨습니다. (누리집에서, page-1/ko)", "그때 보신 글: “<b>문안</b>”")
                .contains("2611-4821-9375", "2611-4821-0001");
        assertThat(pages.browser().get().uri("/complaints/mine/record").exchange())
                .hasStatus(303);
    }

    @Test
    void leavingForgetsThePhone() {
        MvcTestResult answer = pages.browser()
                .post()
                .uri("/complaints/mine/leave")
                .cookie(VERIFIED)
                .exchange();
        assertThat(answer).hasRedirectedUrl("/complaints/lookup?left");
        assertThat(answer.getResponse().getHeader(HttpHeaders.SET_COOKIE)).contains("Max-Age=0");
    }
}
