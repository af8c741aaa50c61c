package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.NotificationApi;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.FakeNotification;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StaffPagesTests {
    private static final String CASE = "/staff/complaints/" + NUMBER;

    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void anOfficerLandsAtTheWorkListAndAnOperatorAtTheTexts() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(get("/staff")).hasRedirectedUrl("/staff/queue");
        pages.signIn(Role.OPERATOR);
        assertThat(get("/staff")).hasRedirectedUrl("/staff/messages?state=unknown");
    }

    @Test
    void theWorkListMarksWhatIsOverdueInWordsAndShowsHostileTitlesAsText() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("/staff/queue")))
                .contains("기한 지남", "일 지남", "보안등 &lt;script&gt;", "data-testid=\"claim\"", "data-testid=\"more\"")
                .doesNotContain(HOSTILE);
        assertThat(pages.routing().asked()).contains("queue construction unassigned null");
    }

    @Test
    void theWorkListCountsWhatIsUrgentAtItsTabs() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("/staff/queue")))
                .containsPattern("data-testid=\"count-dueSoon\"[^>]*>4건<")
                .containsPattern("data-testid=\"count-approval\"[^>]*>2건<")
                .containsPattern("data-testid=\"count-overdue\"[^>]*>100건 이상<");
        assertThat(pages.routing().asked()).contains("counts construction");
    }

    @Test
    void aCaseShowsHowItsDeadlineCameAboutAndOffersNoExtensionThatWouldBeRefused() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE)))
                .contains("처리기한이 정해진 경위", "첫 기한", "11월 26일(목) 오전 10시까지", "data-testid=\"extension-form\"")
                .doesNotContain(HOSTILE);
        pages.routing().letOnlyTheLeadExtend();
        assertThat(html(get(CASE)))
                .contains("data-testid=\"suspension-form\"")
                .doesNotContain("data-testid=\"extension-form\"");
    }

    @Test
    void moreRowsComeAsRowsAloneOrAsAPage() {
        pages.signIn(Role.OFFICER, "construction");
        String rows = html(pages.browser()
                .get()
                .uri("/staff/queue?view=mine&cursor=next-page")
                .header("HX-Request", "true")
                .exchange());
        assertThat(rows).contains("row-2611-0000-0002").doesNotContain("<html", "queue-more");
        assertThat(html(get("/staff/queue?view=mine&cursor=next-page"))).contains("<html", "row-2611-0000-0002");
    }

    @Test
    void aCaseIsTakenFromItsRowOrFromItsPage() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(post("/claim").header("HX-Request", "true").exchange())).contains("data-testid=\"row-done\"");
        assertThat(post("/claim").exchange()).hasRedirectedUrl(CASE + "?done=claimed");
        assertThat(pages.routing().asked()).contains("claim " + NUMBER);
        assertThat(html(get(CASE + "?done=claimed")))
                .as("although the case has not heard of it yet")
                .contains("이 민원을 맡았습니다.")
                .doesNotContain("data-testid=\"claim\"");
    }

    @Test
    void aCaseThatAnotherTookFirstIsExplained() {
        pages.signIn(Role.OFFICER, "construction");
        pages.routing().refuse(Refusal.of(409, "already-claimed"));
        MvcTestResult page = post("/claim").exchange();
        assertThat(page).hasStatus(409);
        assertThat(html(page)).contains("data-type=\"already-claimed\"", "설명 already-claimed");
        assertThat(html(post("/claim").header("HX-Request", "true").exchange()))
                .contains("data-testid=\"row-trouble\"", "설명 already-claimed");
    }

    @Test
    void theReporterIsMaskedUntilRevealed() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE))).contains("홍*동", "010-****-5678").doesNotContain("홍길동", "01012345678");
        assertThat(html(post("/reveal").exchange())).contains("홍길동", "01012345678", "기록되었습니다");
        assertThat(pages.complaints().asked()).containsExactly("read", "reveal reporter");
        pages.signIn(Role.AUDITOR);
        assertThat(html(get(CASE))).doesNotContain("data-testid=\"reveal\"");
    }

    @Test
    void anAnswerNeedsAnOutcomeAndAText() {
        pages.signIn(Role.OFFICER, "construction");
        MvcTestResult noOutcome = post("/answer").param("text", "고쳤습니다").exchange();
        assertThat(noOutcome).hasStatus(422);
        assertThat(html(noOutcome)).contains("id=\"outcome-error\"", ">고쳤습니다</textarea>");
        assertThat(post("/answer").param("outcome", "수용").param("text", "고쳤습니다").exchange())
                .hasRedirectedUrl(CASE + "?done=answered");
        assertThat(pages.complaints().asked()).contains("answer 수용 고쳤습니다");
    }

    @Test
    void anAnswerThatCameTooLateIsKeptOutAndExplained() {
        pages.signIn(Role.OFFICER, "construction");
        pages.complaints().refuse(Refusal.of(409, "not-yet-routed"));
        MvcTestResult early =
                post("/answer").param("outcome", "수용").param("text", "고쳤습니다").exchange();
        assertThat(early).hasStatus(409);
        assertThat(html(early)).contains("몇 초 뒤에 다시 눌러 주세요", ">고쳤습니다</textarea>");
    }

    @Test
    void aLeadGivesACaseToAnOfficerAndTheIntakeSendsItToADepartment() {
        pages.signIn(Role.LEAD, "construction");
        assertThat(html(get(CASE))).contains("건설과 김담당").doesNotContain("data-testid=\"move-form\"");
        assertThat(post("/assign").param("officerId", "acc-2").exchange()).hasRedirectedUrl(CASE + "?done=assigned");
        assertThat(post("/assign").param("officerId", "nobody").exchange()).hasStatus(422);
        pages.signIn(Role.INTAKE);
        assertThat(html(get(CASE))).contains("data-testid=\"move-form\"", ">건설과</option>");
        assertThat(post("/move").param("departmentId", "civil-affairs").exchange())
                .hasRedirectedUrl(CASE + "?done=moved");
        assertThat(pages.routing().asked())
                .contains("assign {officerId=acc-2, officerName=건설과 김담당}", "assign {departmentId=civil-affairs}");
    }

    @Test
    void whatIsNotTheDepartmentsIsHandedOverWithAReason() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE))).contains("data-testid=\"hand-over\"", "모르겠음 (민원실이 정함)", ">민원봉사과</option>");
        pages.routing().take(Map.of("departmentId", "civil-affairs"));
        assertThat(handOver("civil-affairs").exchange()).hasRedirectedUrl("/staff/queue?done=moved");
        pages.routing().take(Map.of("departmentId", "civil-affairs", "forwarding", Map.of()));
        assertThat(handOver("").exchange()).hasRedirectedUrl("/staff/queue?done=forwarded");
        assertThat(pages.routing().asked())
                .contains("transfer {reason=공원 안, departmentId=civil-affairs}", "transfer {reason=공원 안}");
        assertThat(html(get("/staff/queue?done=forwarded"))).contains("민원실로 보냈습니다");
    }

    private MockMvcRequestBuilder handOver(String department) {
        return post("/procedure/hand-over").param("words", "공원 안").param("departmentId", department);
    }

    @Test
    void theIntakeSeesWhatWaitsForItsDecision() {
        pages.signIn(Role.INTAKE);
        pages.routing().forward(new RoutingApi.Forwarding("construction", "civil-affairs", "공원 " + HOSTILE));
        assertThat(html(get("/staff/queue")))
                .contains("건설과에서 담당이 아니라고 하였습니다. 알맞다고 본 부서는 민원봉사과입니다.")
                .doesNotContain(HOSTILE, "data-testid=\"claim\"");
    }

    @Test
    void whatSomebodyMayNotDoIsNotOffered() {
        pages.signIn(Role.OFFICER, "tax");
        assertThat(html(get(CASE)))
                .doesNotContain("data-testid=\"claim\"", "data-testid=\"answer-form\"", "data-testid=\"assign-form\"");
        pages.signIn(Role.AUDITOR);
        assertThat(html(get(CASE))).doesNotContain("data-testid=\"answer-form\"", "data-testid=\"move-form\"");
    }

    @Test
    void aCaseIsShownWhileItsTextsAreAway() {
        pages.signIn(Role.OFFICER, "construction");
        pages.notification().refuse(Refusal.of(503, "store-away"));
        MvcTestResult page = get(CASE);
        assertThat(page).hasStatusOk();
        assertThat(html(page)).contains("지금은 문자 기록을 불러올 수 없습니다.");
    }

    @Test
    void textsWhoseFateNobodyKnowsAreExplained() {
        pages.signIn(Role.OPERATOR);
        assertThat(html(get("/staff/messages?state=unknown")))
                .contains("접수 안내", "알 수 없음", "두 번 가지 않도록", "[서구청] 접수 &lt;script&gt;")
                .doesNotContain(HOSTILE);
    }

    @Test
    void aTextInDoubtHasBothButtonsWithTheirConsequences() {
        pages.signIn(Role.OPERATOR);
        assertThat(html(get("/staff/messages?state=unknown")))
                .contains(
                        "까닭: 통신사가 제때 답하지 않음",
                        "data-testid=\"resend-confirm\"",
                        "같은 문자를 두 번 받습니다",
                        "data-testid=\"leave-confirm\"",
                        "이 안내를 받지 못합니다",
                        "name=\"messageId\" value=\"id/received.1/reporter\"",
                        "name=\"attempt\" value=\"1\"")
                .doesNotContain("data-testid=\"later\"", "data-testid=\"not-yours\"", "href=\"" + CASE);
        pages.signIn(Role.LEAD, "construction");
        assertThat(html(get("/staff/messages?state=unknown"))).contains("href=\"" + CASE);
    }

    @Test
    void aDecisionIsSaidAfterARedirect() {
        pages.signIn(Role.LEAD, "construction");
        assertThat(decide("resend")).hasRedirectedUrl("/staff/messages?state=unknown&done=resend");
        assertThat(decide("leave")).hasRedirectedUrl("/staff/messages?state=unknown&done=leave");
        assertThat(pages.notification().choices())
                .containsExactly(
                        new NotificationApi.Choice("id/received.1/reporter", 1, "resend"),
                        new NotificationApi.Choice("id/received.1/reporter", 1, "leave"));
        assertThat(html(get("/staff/messages?state=unknown&done=leave"))).contains("그대로 두기로 했습니다.");
    }

    @Test
    void whoMayNotDecideIsToldWhoDoes() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("/staff/messages?state=unknown")))
                .contains("data-testid=\"not-yours\"")
                .doesNotContain("data-testid=\"resend-confirm\"", "data-testid=\"leave-confirm\"");
    }

    @Test
    void whatWasToldSinceIsSaidAndWhatIsOvertakenIsOnlyLeft() {
        pages.signIn(Role.OPERATOR);
        pages.notification().show(FakeNotification.unknown(List.of("extended.1"), false));
        assertThat(html(get("/staff/messages?state=unknown")))
                .contains("그 뒤에 나간 문자: 기간 연장 안내", "data-testid=\"resend-confirm\"");
        pages.notification().show(FakeNotification.unknown(List.of("extended.1", "answered.1"), true));
        assertThat(html(get("/staff/messages?state=unknown")))
                .contains("답변 안내", "data-testid=\"overtaken\"", "data-testid=\"leave-confirm\"")
                .doesNotContain("data-testid=\"resend-confirm\"");
    }

    @Test
    void aDecisionThatComesTooLateIsExplainedAboveTheList() {
        pages.signIn(Role.OPERATOR);
        pages.notification().refuseDecisions(Refusal.of(409, "message-known"));
        MvcTestResult page = decide("resend");
        assertThat(page).hasStatus(409);
        assertThat(html(page)).contains("data-type=\"message-known\"", "설명 message-known", "data-testid=\"message\"");
        pages.notification().refuseDecisions(Refusal.of(409, "message-overtaken"));
        assertThat(html(decide("resend"))).contains("‘그대로 두기’를 고르고");
        assertThat(get("/staff/messages/decision")).hasRedirectedUrl("/staff/messages?state=unknown");
    }

    @Test
    void theCaseShowsWhoDecidedWhat() {
        pages.signIn(Role.OFFICER, "construction");
        pages.notification().show(FakeNotification.leftAfterTwo());
        assertThat(html(get(CASE)))
                .contains(
                        "오전 10시 12분에 보낸 것: 알 수 없음, 통신사가 제때 답하지 않음",
                        "오전 10시 20분에 다시 보내기로 정했습니다.",
                        "구청 관리자 님이",
                        "그대로 두기로 정했습니다.",
                        "까닭: 넘기는 사이 시스템이 멈춤",
                        "중계: 통신사 직접(SMPP), 2번째로 보냄")
                .doesNotContain(HOSTILE, "data-testid=\"to-decide\"");
        pages.notification().show(FakeNotification.unknown());
        assertThat(html(get(CASE))).contains("data-testid=\"to-decide\"", "중계: 통신사 직접(SMPP), LMS, 32원<");
    }

    @Test
    void aReasonThatNobodyHasExplainedIsShownAsItsCode() {
        pages.signIn(Role.OFFICER, "construction");
        pages.notification().show(FakeNotification.failed("UNDELIV 001", "no-such-number"));
        assertThat(html(get(CASE))).contains("까닭: 결번").doesNotContain("UNDELIV");
        pages.notification().show(FakeNotification.failed("UNDELIV 999", null));
        assertThat(html(get(CASE))).contains("까닭: 통신사 코드 UNDELIV 999");
    }

    private MvcTestResult decide(String decision) {
        return pages.browser()
                .post()
                .uri("/staff/messages/decision")
                .param("messageId", "id/received.1/reporter")
                .param("attempt", "1")
                .param("decision", decision)
                .exchange();
    }

    @Test
    void aTextIsSizedBeforeItIsWritten() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(preview("고쳤습니다"))).isEqualTo("쓰신 글만 88바이트, 짧은 문자(SMS)입니다.");
        assertThat(html(preview("똠방각하"))).contains("똠, — → -, U+00A0 → 빈칸, U+200B 빼기, U+0000 빼기", "유니코드");
        assertThat(html(get(CASE))).contains("data-testid=\"supplement-request-sms-preview\"");
    }

    @Test
    void whatTheResidentReadsOfAStepIsSizedWithItsTextAndItsCase() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(preview("사진을 보내 주세요", "step", "supplement-request", "number", NUMBER)))
                .isEqualTo("문자 전체가 188바이트, 긴 문자(LMS)입니다.");
        NotificationApi.PreviewRequest asked = pages.notification().previewed().getLast();
        assertThat(asked.step()).isEqualTo("supplement");
        assertThat(asked.receiptNumber()).isEqualTo(NUMBER);
        assertThat(asked.values()).containsEntry("department", "건설과").containsEntry("contact", "062-000-0000");
        assertThat(asked.values()).containsKey("officer");

        preview("관할이 아닙니다", "step", "transfer", "number", NUMBER, "agency", "광주광역시청");
        assertThat(pages.notification().previewed().getLast().values()).containsEntry("agency", "광주광역시청");
        preview("단수", "step", "mailing", "subject", "제목", "advertising", "true");
        assertThat(pages.notification().previewed().getLast())
                .isEqualTo(new NotificationApi.PreviewRequest("단수", "제목", "mailing", null, null, true));
    }

    @Test
    void aWriterIsToldWhatBecomesOfWhatDoesNotFit() {
        pages.signIn(Role.OFFICER, "construction");
        pages.notification().sends(sent("EUC-KR", 1_999, "LMS", true, List.of("dueAt"), List.of("똠")));
        assertThat(html(preview("똠", "step", "close", "number", NUMBER)))
                .isEqualTo("문자 전체가 많아야 1999바이트, 긴 문자(LMS)입니다. 문자에 없는 글자는 □로 나갑니다: 똠. 다른 말로 바꾸어 주세요."
                        + " 글이 길어 문자에서는 끝부분이 …로 줄어듭니다.");
        pages.notification().sends(sent("UCS-2", null, "LMS", false, List.of(), List.of()));
        assertThat(html(preview("똠 —", "step", "return", "number", NUMBER)))
                .isEqualTo("문자에 없는 글자(똠)가 있어 유니코드 긴 문자로 나갑니다.");
        pages.notification().sends(sent("EUC-KR", null, null, false, List.of(), List.of()));
        assertThat(html(preview("똠", "step", "mailing"))).contains("똠, — → -", "바꾸어야 보낼 수 있습니다");
    }

    private static NotificationApi.Sent sent(
            String encoding, Integer bytes, String type, boolean shortened, List<String> assumed, List<String> lost) {
        return new NotificationApi.Sent("…", encoding, bytes, type, 1, shortened, assumed, lost);
    }

    @Test
    void everyFieldWhoseWordsAreTextedCountsThem() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE)))
                .contains("data-preview=\"/staff/messages/preview?step=supplement-request&amp;number=" + NUMBER + "\"");
        pages.signIn(Role.LEAD, "construction");
        assertThat(html(get(CASE + "/related")))
                .contains(
                        "data-preview=\"/staff/messages/preview?step=close&amp;number=" + NUMBER + "\"",
                        "close-sms-preview");
    }

    @Test
    void whatWasLostOfATextIsShownAtIt() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE))).doesNotContain("message-lost");
        pages.notification().show(FakeNotification.lost(List.of("똠", "뷁")));
        assertThat(html(get(CASE))).contains("□로 바뀐 글자: 똠 뷁");
    }

    @Test
    void theSignInPageSaysWhatHappened() {
        assertThat(html(get("/staff/login?error=&to=/staff/queue")))
                .contains("data-testid=\"login-error\"", "name=\"to\" value=\"/staff/queue\"");
        assertThat(html(get("/staff/login?out="))).contains("로그아웃했습니다.");
    }

    private MvcTestResult preview(String text, String... more) {
        MockMvcRequestBuilder request =
                pages.browser().post().uri("/staff/messages/preview").param("text", text);
        for (int at = 0; at < more.length; at += 2) {
            request.param(more[at], more[at + 1]);
        }
        return request.exchange();
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
