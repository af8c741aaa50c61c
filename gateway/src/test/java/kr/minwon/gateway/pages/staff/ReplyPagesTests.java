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
                .contains("신청인이 보낸 문자", "언제 고쳐지나요?")
                .doesNotContain(HOSTILE);
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
