package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ApprovalPagesTests {
    private static final String CASE = "/staff/complaints/" + NUMBER;

    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void anAnswerGoesOutOrToApprovalAndOnlyToApprovalWhereThatIsRequired() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE)))
                .contains(
                        "data-testid=\"answer-submit\"",
                        "data-testid=\"draft-submit\"",
                        "name=\"revision\" value=\"0\"")
                .doesNotContain("data-testid=\"draft\"", "data-testid=\"approval-required\"");
        pages.complaints().requireApproval();
        assertThat(html(get(CASE)))
                .contains("data-testid=\"draft-submit\"", "data-testid=\"approval-required\"")
                .doesNotContain("data-testid=\"answer-submit\"");
    }

    @Test
    void anAnswerIsSentForApprovalWithTheRevisionThatWasSeen() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(post("/answer-draft")
                        .param("outcome", "수용")
                        .param("text", "고쳤습니다")
                        .param("revision", "3")
                        .exchange())
                .hasRedirectedUrl(CASE + "?done=drafted");
        assertThat(pages.complaints().asked())
                .anyMatch(asked -> asked.startsWith("answer-draft ")
                        && asked.contains("outcome=수용")
                        && asked.contains("text=고쳤습니다")
                        && asked.contains("revision=3"));
        assertThat(html(get(CASE + "?done=drafted"))).contains("답변을 결재에 올렸습니다.");

        MvcTestResult empty = post("/answer-draft").param("text", "고쳤습니다").exchange();
        assertThat(empty).hasStatus(422);
        assertThat(html(empty)).contains("id=\"outcome-error\"", ">고쳤습니다</textarea>");
        assertThat(get(CASE + "/answer-draft")).hasRedirectedUrl(CASE);
    }

    @Test
    void whatWasTypedIsKeptWhenAnotherWasFaster() {
        pages.signIn(Role.OFFICER, "construction");
        pages.complaints().draft("acc-other", null);
        pages.complaints().refuse(Refusal.of(409, "draft-changed"));

        MvcTestResult late = post("/answer-draft")
                .param("outcome", "수용")
                .param("text", "고쳤습니다")
                .param("revision", "2")
                .exchange();

        assertThat(late).hasStatus(409);
        assertThat(html(late))
                .contains("그사이 다른 사람이", ">고쳤습니다</textarea>", "name=\"revision\" value=\"3\"")
                .containsPattern("<details[^>]*data-testid=\"draft-again\" open=");
    }

    @Test
    void aLeadReadsWhatTheResidentWillReadAndApprovesThatRevision() {
        pages.signIn(Role.LEAD, "construction");
        pages.complaints().draft("acc-other", null);

        assertThat(html(get(CASE)))
                .contains(
                        "결재를 기다리는 답변",
                        "건설과 담당 님이",
                        "관할이 아닙니다 &lt;script&gt;",
                        "다시 요청하실 수 있습니다.",
                        "data-testid=\"approve\"",
                        "data-testid=\"give-back-form\"")
                .doesNotContain(HOSTILE);
        assertThat(post("/approval")
                        .param("decision", "approve")
                        .param("revision", "3")
                        .exchange())
                .hasRedirectedUrl(CASE + "?done=approved");
        assertThat(pages.complaints().asked())
                .anyMatch(asked -> asked.startsWith("approval ")
                        && asked.contains("decision=approve")
                        && asked.contains("revision=3"));
        assertThat(get(CASE + "/approval")).hasRedirectedUrl(CASE);
    }

    @Test
    void whoDecidesDoesNotWriteWhereApprovalIsRequired() {
        pages.signIn(Role.LEAD, "construction");
        pages.complaints().draft("acc-other", null);
        assertThat(html(get(CASE))).contains("data-testid=\"answer-form\"");
        pages.complaints().requireApproval();
        assertThat(html(get(CASE))).contains("data-testid=\"approve\"").doesNotContain("data-testid=\"answer-form\"");
    }

    @Test
    void aReturnNeedsAReasonAndTheOfficerReadsItAboveTheirText() {
        pages.signIn(Role.LEAD, "construction");
        pages.complaints().draft("acc-other", null);
        MvcTestResult unsaid = post("/approval")
                .param("decision", "return")
                .param("revision", "3")
                .exchange();
        assertThat(unsaid).hasStatus(422);
        assertThat(html(unsaid))
                .contains("id=\"approval-reason-error\"", "href=\"#approval-reason\"")
                .containsOnlyOnce("data-testid=\"error-summary\"")
                .containsPattern("<details[^>]*data-testid=\"give-back\" open=");
        assertThat(post("/approval")
                        .param("decision", "return")
                        .param("revision", "3")
                        .param("reason", "근거")
                        .exchange())
                .hasRedirectedUrl(CASE + "?done=draft-returned");

        pages.signIn(Role.OFFICER, "construction");
        pages.complaints().draft("acc-1", "근거 조문을 적어 주세요.");
        assertThat(html(get(CASE)))
                .contains("반려된 답변", "건설과장 님이", "근거 조문을 적어 주세요.", ">관할이 아닙니다 &lt;script&gt;")
                .containsPattern("value=\"불수용\"[^>]*checked")
                .doesNotContain("data-testid=\"draft-text\"", "data-testid=\"approve\"");
    }

    @Test
    void nobodyIsOfferedToDecideOnTheirOwnOrOnAnothersDepartment() {
        pages.signIn(Role.LEAD, "construction");
        pages.complaints().draft("acc-1", null);
        assertThat(html(get(CASE)))
                .contains("본인이 쓰거나 고친 답변은 본인이 결재할 수 없습니다.")
                .doesNotContain("data-testid=\"approve\"");
        pages.complaints().draft("acc-other", null);
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE))).contains("부서 책임자의 결재를 기다립니다.").doesNotContain("data-testid=\"approve\"");
        pages.signIn(Role.LEAD, "tax");
        assertThat(html(get(CASE))).doesNotContain("data-testid=\"approve\"");
    }

    @Test
    void anAnswerFromBeforeTheResidentAddedSomethingIsReturnedAndNotApproved() {
        pages.signIn(Role.LEAD, "construction");
        pages.complaints().draft("acc-other", null);
        pages.complaints().outdate("acc-third");
        assertThat(html(get(CASE)))
                .contains("data-testid=\"draft-outdated\"", "신청인이 내용을 더했습니다", "data-testid=\"give-back-form\"")
                .doesNotContain("data-testid=\"approve\"");
    }

    @Test
    void whoWroteInAnAnswerIsNotOfferedToDecideThoughAnotherSavedIt() {
        pages.signIn(Role.LEAD, "construction");
        pages.complaints().draft("acc-other", null);
        pages.complaints().outdate("acc-1");
        assertThat(html(get(CASE)))
                .contains("본인이 쓰거나 고친 답변은 본인이 결재할 수 없습니다.")
                .doesNotContain("data-testid=\"give-back-form\"");
    }

    @Test
    void whatCannotBeDecidedAnyMoreIsExplained() {
        pages.signIn(Role.LEAD, "construction");
        pages.complaints().refuse(Refusal.of(409, "no-draft-awaiting"));
        MvcTestResult late = post("/approval").param("revision", "3").exchange();
        assertThat(late).hasStatus(409);
        assertThat(html(late)).contains("그사이 이미 결정되었거나 거두어진 답변입니다.");
    }

    @Test
    void theWorkListShowsWhatWaitsForApprovalAndWhatWasReturned() {
        pages.signIn(Role.LEAD, "construction");
        pages.routing().draft("awaiting");
        assertThat(html(get("/staff/queue?view=approval"))).contains("결재대기", "data-draft=\"awaiting\"", "결재 대기");
        assertThat(pages.routing().asked()).contains("queue construction approval null");
        pages.routing().draft("returned");
        assertThat(html(get("/staff/queue?view=mine"))).contains("답변 반려됨");
        pages.routing().draft("of later years");
        assertThat(html(get("/staff/queue"))).doesNotContain("data-testid=\"row-draft\"");
    }

    private MvcTestResult get(String uri) {
        return pages.browser().get().uri(uri).exchange();
    }

    private MockMvcRequestBuilder post(String what) {
        return pages.browser().post().uri(CASE + what);
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
