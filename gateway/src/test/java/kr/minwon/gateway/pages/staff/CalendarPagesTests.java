package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CalendarPagesTests {
    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private MvcTestResult get(String path) {
        return pages.browser().get().uri(path).exchange();
    }

    private MockMvcRequestBuilder post(String path) {
        return pages.browser()
                .post()
                .uri("/staff/calendar" + path)
                .param("date", "2026-12-24")
                .param("name", "임시공휴일")
                .param("kind", "temporary");
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anOfficerSeesTheDaysOffAndCannotChangeThem() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("/staff/calendar?year=2026")))
                .contains(
                        "성탄절", "12월 25일(금)", "지금까지 300건을 확인하여 120건이 바뀌었습니다", "every 2s", "data-testid=\"nav-calendar\"")
                .doesNotContain(HOSTILE, "data-testid=\"day-form\"", "data-testid=\"undo\"");
    }

    @Test
    void anAdministratorLooksFirstAndThenAdds() {
        pages.signIn(Role.ADMIN);
        assertThat(html(get("/staff/calendar?year=2026"))).contains("data-testid=\"day-form\"", "data-testid=\"undo\"");
        assertThat(html(post("/preview").exchange()))
                .contains("처리기한이 바뀌는 민원은 312건입니다", "data-testid=\"confirm\"", "data-testid=\"tell\"")
                .doesNotContain(HOSTILE);
        assertThat(post("").param("tell", "on").exchange()).hasRedirectedUrl("/staff/calendar?year=2026&done=declared");
        assertThat(pages.routing().asked())
                .contains("declare {date=2026-12-24, kind=temporary, name=임시공휴일, tell=true}");
        assertThat(html(get("/staff/calendar?year=2026&done=declared"))).contains("쉬는 날을 더했습니다");
    }

    @Test
    void takingItBackIsPreviewedToo() {
        pages.signIn(Role.ADMIN);
        assertThat(html(post("/preview").param("undo", "true").exchange()))
                .contains("취소하면", "/staff/calendar/2026-12-24/undo");
        assertThat(post("/2026-12-24/undo").exchange()).hasRedirectedUrl("/staff/calendar?year=2026&done=undone");
        assertThat(pages.routing().asked()).contains("undo 2026-12-24 {tell=false}");
    }

    @Test
    void whatIsRefusedIsSaidAndKept() {
        pages.signIn(Role.ADMIN);
        pages.routing().refuse(Refusal.of(409, "already-off"));
        MvcTestResult page = post("/preview").exchange();
        assertThat(page).hasStatus(409);
        assertThat(html(page)).contains("data-type=\"already-off\"", "value=\"2026-12-24\"");
    }

    @Test
    void theMonthsLateCasesAreShownAndDownloadedAsTextNotAsFormulas() {
        pages.signIn(Role.LEAD, "construction");
        assertThat(html(get("/staff/reports/overdue?month=2026-11")))
                .contains("기한경과 1건, 아직 처리 중 1건", "data-testid=\"nav-reports\"")
                .doesNotContain(HOSTILE);
        MvcTestResult csv = get("/staff/reports/overdue.csv?month=2026-11");
        assertThat(csv).hasContentType("text/csv;charset=UTF-8");
        assertThat(html(csv)).startsWith("\uFEFF\"").contains("\"'=1+1 ");
        assertThat(html(get("/staff/reports/overdue?month=nonsense"))).contains("기한경과 보고");
    }
}
