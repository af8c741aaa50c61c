package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.FakeNotification;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MessageDeskPagesTests {
    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void theFiguresAreShownInWordsWithNumbersThatReadAsNumbers() {
        pages.signIn(Role.ADMIN);
        assertThat(html(get("/staff/messages/summary?days=7")))
                .contains("12,412", "12,345", "122,215.5원", "결번", "뜻을 모르는 통신사 코드", "신청인이 문자 수신을 거부함")
                .contains("통신사 직접(SMPP)", "carrier-x", "건설과", "건설과 (단체 문자)", "인증번호", "11. 29.(일)")
                .contains("width=\"100\"", "aria-hidden=\"true\"", "data-testid=\"tab-search\"");
    }

    @Test
    void todayIsShownUnlessSomethingElseIsAsked() {
        pages.signIn(Role.OPERATOR);
        get("/staff/messages/summary");
        get("/staff/messages/summary?days=30");
        get("/staff/messages/summary?days=9999");
        assertThat(pages.messageDesk().asked()).hasSize(3).satisfies(asked -> {
            assertThat(days(asked.getFirst())).isEqualTo(1);
            assertThat(days(asked.get(1))).isEqualTo(30);
            assertThat(days(asked.get(2))).isEqualTo(1);
        });
    }

    private static long days(String asked) {
        List<String> words = List.of(asked.split(" "));
        return java.time.LocalDate.parse(words.get(1))
                        .datesUntil(java.time.LocalDate.parse(words.get(2)))
                        .count()
                + 1;
    }

    @Test
    void whereNothingWasCountedThatIsSaid() {
        pages.signIn(Role.ADMIN);
        pages.messageDesk().countNothing();
        assertThat(html(get("/staff/messages/summary"))).contains("이 기간에 만든 문자가 없습니다.");
    }

    @Test
    void aServiceThatIsAwayIsSaid() {
        pages.signIn(Role.ADMIN);
        pages.messageDesk().refuse(Refusal.of(503, "service-away"));
        assertThat(get("/staff/messages/summary")).hasStatus(503);
        assertThat(get("/staff/messages/searches")).hasStatus(503);
    }

    @Test
    void aSearchIsAFormWhoseNumberIsInNoAddress() {
        pages.signIn(Role.INTAKE);
        assertThat(html(get("/staff/messages/search?phone=01012345678")))
                .contains("기록하고 찾기", "method=\"post\"")
                .doesNotContain("01012345678");
        assertThat(pages.messageDesk().asked()).isEmpty();
    }

    @Test
    void whatIsFoundIsShownWithTheNumberOfTheRecord() {
        pages.signIn(Role.INTAKE);
        assertThat(html(search("010-1234-5678", "안내를 못 받음")))
                .contains("검색 기록 12번으로 남겼습니다.", "결번", "더 찾기")
                .contains("value=\"next-page\"");
        assertThat(pages.messageDesk().asked()).containsExactly("search 010-1234-5678 because 안내를 못 받음 from null");
    }

    @Test
    void whatIsWrongWithASearchIsSaidAtItsField() {
        pages.signIn(Role.INTAKE);
        pages.messageDesk()
                .refuse(Refusal.of(
                        422,
                        "invalid-fields",
                        new ServiceProblem.FieldError(
                                "phone", "phone-not-mobile", "010으로 시작하는 휴대전화 번호 11자리를 넣어 주세요.")));
        MvcTestResult refused = search("02", "");
        assertThat(refused).hasStatus(422);
        assertThat(html(refused)).contains("data-testid=\"phone-error\"", "휴대전화 번호 11자리", "value=\"02\"");
    }

    @Test
    void theRecordShowsWhoAndWhyAsText() {
        pages.signIn(Role.AUDITOR);
        assertThat(html(get("/staff/messages/searches")))
                .contains("민원실 담당 (민원실)", "c1:Ab3dEf9h", "그대로임", "data-testid=\"tab-searches\"")
                .doesNotContain(HOSTILE, "data-testid=\"tab-search\"", "searches-broken");
    }

    @Test
    void aRecordThatWasChangedIsSaid() {
        pages.signIn(Role.ADMIN);
        pages.messageDesk().tamper();
        assertThat(html(get("/staff/messages/searches"))).contains("searches-broken", "고쳐졌거나 빠짐");
    }

    @Test
    void anOfficerSeesTheTextsInDoubtAndNoTabs() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("/staff/messages?state=unknown"))).doesNotContain("tab-summary", "tab-unknown");
    }

    @Test
    void aNoticeThatWasMergedSaysWhatBecameOfTheTextThatToldIt() {
        pages.signIn(Role.ADMIN);
        pages.notification().show(FakeNotification.merged("delivered", null));
        assertThat(html(get("/staff/messages?state=unknown")))
                .contains("합쳐 보냄: 도착", "솔라피", "문자 하나로 모아")
                .doesNotContain("8f2b7c1e");
        pages.notification().show(FakeNotification.merged("unknown", "no-answer"));
        assertThat(html(get("/staff/messages?state=unknown"))).contains("합쳐 보냄: 알 수 없음", "통신사가 제때 답하지 않음");
    }

    private MvcTestResult get(String path) {
        return pages.browser().get().uri(path).exchange();
    }

    private MvcTestResult search(String phone, String reason) {
        return pages.browser()
                .post()
                .uri("/staff/messages/search")
                .param("phone", phone)
                .param("reason", reason)
                .exchange();
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
