package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PolicyPagesTests {
    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private MvcTestResult get(String path) {
        return pages.browser().get().uri("/staff/policy" + path).exchange();
    }

    private MockMvcRequestBuilder post(String path) {
        return pages.browser().post().uri("/staff/policy" + path);
    }

    private MockMvcRequestBuilder typed() {
        return post("/draft")
                .param("effectiveFrom", "2027-01-01")
                .param("opens", "09:00")
                .param("closes", "17:00")
                .param("lunchFrom", "12:00")
                .param("lunchTo", "13:00")
                .param("extensionsWithoutConsent", "1")
                .param("extensionsWithConsent", "0")
                .param("extendedBy", "lead")
                .param("progressEveryDays", "many")
                .param("remindHalf", "on")
                .param("categories.street-light.petitionKind", "기타민원")
                .param("categories.street-light.count", "1")
                .param("categories.street-light.unit", "d")
                .param("categories.other.petitionKind", "기타민원")
                .param("categories.other.count", "7")
                .param("categories.other.unit", "d");
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anOfficerReadsThePoliciesInPlainWords() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("")))
                .contains(
                        "data-testid=\"nav-policy\"",
                        "시행 중",
                        "시행 예정",
                        "2026년 12월 14일(월)까지",
                        "2026년 12월 15일(화)부터",
                        "09:00–18:00",
                        "한 번, 민원인이 동의하면 한 번 더 (담당자와 팀장)",
                        "민원인에게 진행상황을 30일마다, 담당자에게 절반이 지났을 때",
                        "고충민원 2일")
                .doesNotContain(HOSTILE, "data-testid=\"policy-form\"", "data-testid=\"undo\"");
    }

    @Test
    void anAdministratorDraftsOnlyWhatIsOther() {
        pages.signIn(Role.ADMIN);
        assertThat(html(get("")))
                .contains("data-testid=\"policy-form\"", "data-testid=\"undo\"", "새 정책 만들기", "value=\"18:00\"");
        assertThat(typed().exchange()).hasRedirectedUrl("/staff/policy?done=saved");
        assertThat(pages.policies().asked())
                .singleElement()
                .asString()
                .isEqualTo("draft {calendarBeginsOnHoliday=false,"
                        + " categories={street-light=" + term()
                        + "}, closes=17:00, effectiveFrom=2027-01-01, eveningIsFirstDay=false, extendedBy=lead,"
                        + " extensionsWithConsent=0, extensionsWithoutConsent=1, lunchFrom=12:00, lunchTo=13:00, opens=09:00,"
                        + " remindDueSoon=false, remindHalf=true}");
        assertThat(html(get("?done=saved"))).contains("초안을 저장했습니다");
        assertThat(html(get("?done=nonsense"))).doesNotContain("data-testid=\"done\"");
    }

    /** As a map of two says it, in whichever order. */
    private static String term() {
        return Map.of("petitionKind", "기타민원", "period", "1d").toString();
    }

    @Test
    void theLineThatIsWrongSaysSoAndWhatWasTypedStays() {
        pages.signIn(Role.ADMIN);
        pages.policies()
                .refuse(Refusal.of(
                        422,
                        "invalid-fields",
                        new ServiceProblem.FieldError("lunchTo", "x", "점심이 잘못되었습니다"),
                        new ServiceProblem.FieldError("categories.street-light.period", "x", "기간이 잘못되었습니다")));
        MvcTestResult page = typed().exchange();
        assertThat(page).hasStatus(422);
        assertThat(html(page))
                .contains(
                        "data-testid=\"lunchTo-error\"",
                        "data-testid=\"categories.street-light-error\"",
                        "href=\"#lunchTo\"",
                        "value=\"17:00\"",
                        "value=\"many\"",
                        "점심이 잘못되었습니다",
                        "기간이 잘못되었습니다");
    }

    @Test
    void aDraftIsComparedActivatedOrThrownAway() {
        pages.signIn(Role.ADMIN);
        pages.policies().drafted();
        assertThat(html(get("")))
                .contains(
                        "data-testid=\"draft\"",
                        "초안 고치기",
                        "value=\"2026-11-23T10:00:00+09:00\"",
                        "value=\"2027-01-01\"");
        assertThat(html(post("/comparison").exchange()))
                .contains("민원 1234건 가운데 312건은 더 빨리, 40건은 더 늦게", "882건은 그대로입니다", "더 빨리", "data-testid=\"activate\"")
                .doesNotContain(HOSTILE);
        assertThat(post("/activation")
                        .param("version", "2027-01")
                        .param("at", "then")
                        .exchange())
                .hasRedirectedUrl("/staff/policy?done=activated");
        assertThat(post("/discard").exchange()).hasRedirectedUrl("/staff/policy?done=discarded");
        assertThat(post("/versions/2026-12/undo").exchange()).hasRedirectedUrl("/staff/policy?done=takenBack");
        assertThat(pages.policies().asked())
                .containsExactly("compare", "activate {at=then, version=2027-01}", "discard", "undo 2026-12");
    }

    @Test
    void whatIsRefusedAsAWholeIsSaid() {
        pages.signIn(Role.ADMIN);
        pages.policies().refuse(Refusal.of(409, "policy-in-force"));
        MvcTestResult page = post("/versions/2026-01/undo").exchange();
        assertThat(page).hasStatus(409);
        assertThat(html(page)).contains("data-type=\"policy-in-force\"");
    }

    @Test
    void itIsReadableInEnglish() {
        pages.signIn(Role.ADMIN);
        assertThat(html(get("?lang=en"))).contains("In force", "From 15 December 2026", "Draft a policy");
    }
}
