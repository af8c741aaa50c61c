package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.pages.FakeStaffNotices;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class NoticePagesTests {
    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void close() {
        pages.close();
    }

    private MvcTestResult get(String path) {
        return pages.browser().get().uri(path).exchange();
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachNoticeIsASentenceThatLeadsToItsCase() {
        pages.signIn(Role.OFFICER, "construction");

        assertThat(html(get("/staff/notices")))
                .contains(
                        "기한 지남",
                        "처리기한에서 근무일로 1일 지났습니다(처리기한 11월 26일",
                        "처리기간의 절반이 지났습니다.",
                        "접수기한이 지났는데 아직 접수하지 않았습니다",
                        "(제목 없음)",
                        "맡은 사람 없음",
                        "/staff/complaints/" + NUMBER,
                        "data-testid=\"seen-all\"",
                        "data-testid=\"more\"",
                        "data-testid=\"nav-notices\" aria-current=\"page\"")
                .doesNotContain(HOSTILE)
                .doesNotContain("department-select");
        assertThat(html(get("/staff/notices?lang=en"))).contains("Working days past the deadline: 1.");
    }

    @Test
    void allThatWasShownIsSeenUpToTheLatest() {
        pages.signIn(Role.LEAD, "construction");

        assertThat(pages.browser()
                        .post()
                        .uri("/staff/notices/seen")
                        .param("upTo", FakeStaffNotices.KEY)
                        .exchange())
                .hasRedirectedUrl("/staff/notices?done=seen");

        assertThat(pages.staffNotices().asked()).containsExactly("seen {upTo=" + FakeStaffNotices.KEY + "}");
        pages.staffNotices().unseen(0);
        assertThat(html(get("/staff/notices?done=seen")))
                .contains("모두 확인했습니다.")
                .doesNotContain("data-testid=\"seen-all\"")
                .doesNotContain("data-testid=\"fresh\"");
    }

    @Test
    void aLaterPageOrOneDepartmentsListIsNotTakenForAll() {
        pages.signIn(Role.INTAKE);
        assertThat(html(get("/staff/notices"))).contains("department-select", "data-testid=\"seen-all\"");
        assertThat(html(get("/staff/notices?departmentId=construction"))).doesNotContain("data-testid=\"seen-all\"");
        assertThat(html(get("/staff/notices?cursor=somewhere"))).doesNotContain("data-testid=\"seen-all\"");
        assertThat(pages.staffNotices().asked())
                .containsExactly("list null null", "list construction null", "list null somewhere");
    }

    @Test
    void theFrameSaysHowManyAreNewAndNoMoreThanItKnows() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("/staff/queue")))
                .contains("hx-get=\"/staff/notices/badge\"", "data-testid=\"nav-notices\"");
        assertThat(html(get("/staff/notices/badge")))
                .containsOnlyOnce("data-testid=\"notice-count\"")
                .contains("id=\"menu-count\" hx-swap-oob=\"true\"", ">2</span>")
                .doesNotContain("<html");

        pages.staffNotices().unseen(100);
        assertThat(html(get("/staff/notices/badge"))).contains(">99+</span>");
        pages.staffNotices().unseen(0);
        assertThat(get("/staff/notices/badge")).hasStatus(204);
        pages.staffNotices().refuse(Refusal.of(503, "service-unavailable"));
        assertThat(get("/staff/notices/badge")).hasStatus(204);
        assertThat(html(get("/staff/queue"))).contains("data-testid=\"nav-notices\"");
    }

    @Test
    void whatIsNewIsAskedForOnceAndEachEntryHasANameOfItsOwn() {
        pages.signIn(Role.LEAD, "construction");
        String page = html(get("/staff/queue"));

        assertThat(page)
                .containsOnlyOnce("hx-get=\"/staff/notices/badge\"")
                .containsOnlyOnce("id=\"menu-count\"")
                .containsOnlyOnce("data-testid=\"nav-notices\"")
                .containsOnlyOnce("data-testid=\"menu-notices\"");
        assertThat(Pattern.compile("data-testid=\"((?:nav|menu)-[a-z]+)\"")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoIsRemindedOfNothingHasNoSuchPageInTheMenu() {
        pages.signIn(Role.AUDITOR);
        assertThat(html(get("/staff/queue"))).doesNotContain("nav-notices", "menu-notices", "notices/badge");
    }

    @Test
    void whatStandsInTheWayIsSaidOnThePage() {
        pages.signIn(Role.OFFICER, "construction");
        pages.staffNotices().refuse(Refusal.of(403, "other-department"));

        MvcTestResult page = get("/staff/notices?departmentId=parks");

        assertThat(page).hasStatus(403);
        assertThat(html(page)).contains("data-type=\"other-department\"").doesNotContain("notices-empty");
        MvcTestResult seen = pages.browser().post().uri("/staff/notices/seen").exchange();
        assertThat(seen).hasStatus(403);
        assertThat(html(seen)).contains("data-type=\"other-department\"");
    }
}
