package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.pages.FakeReplies;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReplyPagesTests {
    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void close() {
        pages.close();
    }

    private MvcTestResult list() {
        return pages.browser().get().uri("/staff/replies").exchange();
    }

    private MvcTestResult handle(String id, String how, String field, String value) {
        return pages.browser()
                .post()
                .uri("/staff/replies")
                .param("replyId", id)
                .param("how", how)
                .param(field, value)
                .exchange();
    }

    @Test
    void theOfficeSeesWhatNobodyCouldTellEscapedAndMasked() {
        pages.signIn(Role.INTAKE);
        assertThat(html(list()))
                .contains(
                        "010-****-5678", "두 민원에 모두 맞음", "data-testid=\"nav-replies\"", "더 긴 글이었고", "cursor=seogu/next")
                .doesNotContain(HOSTILE);
    }

    @Test
    void whoOnlyReadsDecidesNothing() {
        pages.signIn(Role.AUDITOR);
        assertThat(html(list())).contains("두 민원에 모두 맞음").doesNotContain("data-testid=\"attach\"");
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(pages.browser().get().uri("/staff/queue").exchange())).doesNotContain("nav-replies");
    }

    @Test
    void aTextIsAttachedFiledOrPutAside() {
        pages.signIn(Role.INTAKE);
        assertThat(handle(FakeReplies.ID, "note", "receiptNumber", NUMBER))
                .hasRedirectedUrl("/staff/replies?done=note");
        assertThat(handle(FakeReplies.ID, "complaint", "title", "가로등"))
                .hasRedirectedUrl("/staff/replies?done=complaint");
        assertThat(handle(FakeReplies.ID, "done", "reason", "장난")).hasRedirectedUrl("/staff/replies?done=done");
        assertThat(pages.replies().handled())
                .containsExactly(
                        FakeReplies.ID + " note {receiptNumber=" + NUMBER + "}",
                        FakeReplies.ID + " complaint {title=가로등}",
                        FakeReplies.ID + " done {reason=장난}");
    }

    @Test
    void whatWasTakenForAMachineIsAListOfItsOwn() {
        pages.signIn(Role.INTAKE);
        assertThat(html(list())).contains("/staff/replies?view=automatic").doesNotContain("회의 중입니다");
        assertThat(html(pages.browser()
                        .get()
                        .uri("/staff/replies?view=automatic")
                        .exchange()))
                .contains(
                        "회의 중입니다. 나중에 연락드리겠습니다.",
                        "자동응답",
                        "name=\"view\" value=\"automatic\"",
                        "view=automatic&amp;cursor=seogu/before")
                .doesNotContain("두 민원에 모두 맞음");
        assertThat(pages.browser()
                        .post()
                        .uri("/staff/replies")
                        .param("replyId", FakeReplies.ID)
                        .param("view", "automatic")
                        .param("how", "done")
                        .param("reason", "자동응답이 맞음")
                        .exchange())
                .hasRedirectedUrl("/staff/replies?view=automatic&done=done");
    }

    @Test
    void whatAnotherHandledFirstIsSaidAndWhatWasTypedStays() {
        pages.signIn(Role.INTAKE);
        pages.replies().refuse(Refusal.of(409, "reply-handled"));
        MvcTestResult page = handle(FakeReplies.ID, "done", "reason", "장난 전화였음");
        assertThat(page).hasStatus(409);
        assertThat(html(page)).contains("data-type=\"reply-handled\"", "장난 전화였음");
    }

    @Test
    void whatIsNoTextOfTheListGoesNowhere() {
        pages.signIn(Role.INTAKE);
        assertThat(handle("../../x", "note", "receiptNumber", NUMBER)).hasRedirectedUrl("/staff/replies");
        assertThat(handle(FakeReplies.ID, "delete", "reason", "x")).hasRedirectedUrl("/staff/replies");
        assertThat(pages.replies().handled()).isEmpty();
    }

    @Test
    void aCaseShowsTheTextsOfBothSides() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(pages.browser().get().uri("/staff/complaints/" + NUMBER).exchange()))
                .contains("주고받은 문자", "언제 고쳐지나요?")
                .doesNotContain(HOSTILE)
                .containsOnlyOnce("신청인이 보낸 문자");
    }

    @Test
    void aTextThatTheOfficeGaveToTheCaseIsNotCalledTheApplicants() {
        pages.signIn(Role.OFFICER, "construction");
        String page =
                html(pages.browser().get().uri("/staff/complaints/" + NUMBER).exchange());
        assertThat(page.substring(page.indexOf("민원실이 붙인 문자")))
                .contains("010-****-0207", "저번에 말씀드린 사람입니다", "민원실 담당 님이 이 민원에 붙였습니다")
                .doesNotContain("신청인이 보낸 문자", "알아듣지 못함");
        assertThat(html(pages.browser()
                        .get()
                        .uri("/staff/complaints/" + NUMBER + "?lang=en")
                        .exchange()))
                .contains(
                        "Texts sent and received",
                        "Text that the civil affairs office gave to this case",
                        "민원실 담당 gave it to this case. It may be another person&#39;s.");
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
