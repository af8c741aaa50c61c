package kr.minwon.gateway.pages.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.FakeMailings;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MailingPagesTests {
    private static final String MAILING = "/staff/mailings/" + FakeMailings.ID;

    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private String page(String path) throws Exception {
        MvcTestResult page = pages.browser().get().uri(path).exchange();
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString();
    }

    @Test
    void whatSomebodyWroteIsEscapedAndItsFiguresAreShown() throws Exception {
        pages.signIn(Role.INTAKE);
        pages.mailings().put("sending", false);
        assertThat(page(MAILING))
                .contains("&lt;script&gt;", "1,204명 가운데 300명", "2,700원", "결번: 7건", "받는 사람이 그만 받겠다고 함: 2건")
                .contains("every 2s", "data-testid=\"pause\"")
                .doesNotContain("<script>alert");
        assertThat(page("/staff/mailings")).contains("보내는 중", "&lt;script&gt;");
    }

    @Test
    void ofACancelledOneItIsSaidHowManyWentOutAndHowManyNeverWill() throws Exception {
        pages.signIn(Role.INTAKE);
        pages.mailings().put("cancelled", false);
        assertThat(page(MAILING))
                .contains("취소됨: 298건 발송 후 취소, 나머지 906건은 보내지 않음")
                .doesNotContain("1,204명 가운데");
    }

    @Test
    void whoWroteItSeesNoButtonToApproveIt() throws Exception {
        pages.signIn(Role.LEAD, "construction");
        pages.mailings().put("submitted", true);
        assertThat(page(MAILING)).contains("not-by-you").doesNotContain("data-testid=\"approval\"");
        pages.mailings().put("submitted", false);
        assertThat(page(MAILING)).contains("data-testid=\"approval\"").doesNotContain("not-by-you");
    }

    @Test
    void whoApprovesIsToldBeforeThatItWaitsForTheMorning() throws Exception {
        pages.signIn(Role.LEAD, "construction");
        pages.mailings().put("submitted", false);
        assertThat(page(MAILING)).doesNotContain("data-testid=\"night\"");
        pages.mailings().night(false, "2020-12-01T08:00:00+09:00");
        assertThat(page(MAILING))
                .containsOnlyOnce("data-testid=\"night\"")
                .contains("지금 승인하면 2020년 12월 1일(화) 오전 8시에 나갑니다.");
        assertThat(page(MAILING + "?lang=en")).contains("Approved now, it goes out Tue 1 December 2020, 8 AM.");
        pages.mailings().put("approved", false);
        assertThat(page(MAILING + "?lang=ko"))
                .containsOnlyOnce("data-testid=\"night\"")
                .contains("2020년 12월 1일(화) 오전 8시에 나갑니다.")
                .doesNotContain("지금 승인하면");
    }

    @Test
    void whoApprovesWhatIsUrgentIsToldThatItGoesAtNight() throws Exception {
        pages.signIn(Role.LEAD, "construction");
        pages.mailings().put("submitted", false);
        pages.mailings().night(true, null);
        assertThat(page(MAILING)).contains("급한 주제라 밤에도");
        pages.mailings().put("cancelled", false);
        assertThat(page(MAILING)).doesNotContain("급한 주제라");
    }

    @Test
    void anotherDepartmentsLeadSaysYesOrNoToItAndChangesNothing() throws Exception {
        pages.signIn(Role.LEAD, "cleaning");
        pages.mailings().putElsewhere("submitted");
        assertThat(page(MAILING))
                .contains("data-testid=\"approval\"", "data-testid=\"return\"", "not-ours")
                .doesNotContain("data-testid=\"cancellation\"");
        for (String state : List.of("draft", "approved", "sending", "paused")) {
            pages.mailings().putElsewhere(state);
            assertThat(page(MAILING))
                    .as(state)
                    .contains("not-ours")
                    .doesNotContain(
                            "/cancellation\"", "/pause\"", "/resumption\"", "/return\"", "/submission\"", "/edit\"");
        }
        pages.mailings().putElsewhere("done");
        assertThat(page(MAILING)).doesNotContain("not-ours");
    }

    @Test
    void whatIsNotCountedYetGoesNowhereAndLooksAgainByItself() throws Exception {
        pages.signIn(Role.LEAD, "construction");
        pages.mailings().put("draft", true);
        assertThat(page(MAILING)).contains("data-testid=\"submission\"").doesNotContain("being-counted");
        pages.mailings().count();
        assertThat(page(MAILING))
                .contains("being-counted", "hx-select=\"#next-step\"", "data-testid=\"edit\"")
                .doesNotContain("data-testid=\"submission\"");
        pages.mailings().put("submitted", false);
        assertThat(page(MAILING)).contains("being-counted").doesNotContain("data-testid=\"approval\"");
        pages.mailings().refuse(Refusal.of(409, "reach-not-counted"));
        MvcTestResult early = pages.browser()
                .post()
                .uri(MAILING + "/approval")
                .param("revision", "3")
                .exchange();
        assertThat(early).hasStatus(409);
        assertThat(early.getResponse().getContentAsString()).contains("설명 reach-not-counted");
    }

    @Test
    void whatWasToGoOutEarlierIsGivenAnotherTimeBeforeItGoesOn() throws Exception {
        pages.signIn(Role.LEAD, "construction");
        pages.mailings().night(false, "2020-12-01T08:00:00+09:00");
        pages.mailings().pass();
        pages.mailings().put("draft", true);
        assertThat(page(MAILING))
                .contains("data-testid=\"time-past\"", "보낼 때를 다시 정하거나", "data-testid=\"edit\"")
                .doesNotContain("data-testid=\"submission\"", "data-testid=\"night\"");
        pages.mailings().put("submitted", false);
        assertThat(page(MAILING))
                .contains("data-testid=\"time-past\"", "data-testid=\"return\"")
                .doesNotContain("data-testid=\"approval\"", "data-testid=\"night\"");
        pages.mailings().put("sending", false);
        assertThat(page(MAILING)).doesNotContain("time-past");
    }

    @Test
    void anAuditorLooksAndMovesNothing() throws Exception {
        pages.signIn(Role.AUDITOR);
        pages.mailings().put("sending", false);
        assertThat(page(MAILING)).contains("data-testid=\"csv\"").doesNotContain("data-testid=\"moves\"");
        assertThat(page("/staff/mailings")).doesNotContain("data-testid=\"new\"");
    }

    @Test
    void aMoveNamesTheRevisionThatWasLookedAt() {
        pages.signIn(Role.ADMIN);
        assertThat(pages.browser()
                        .post()
                        .uri(MAILING + "/approval")
                        .param("revision", "3")
                        .exchange())
                .hasRedirectedUrl(MAILING + "?done=approval");
        assertThat(pages.mailings().moves()).containsExactly("approval 3");
        assertThat(pages.browser().post().uri(MAILING + "/deletion").exchange()).hasRedirectedUrl(MAILING);
        assertThat(pages.mailings().moves()).hasSize(1);
    }

    @Test
    void aRefusedMoveIsSaidAboveTheMailingAsItIs() throws Exception {
        pages.signIn(Role.ADMIN);
        pages.mailings().refuse(Refusal.of(403, "mailing-own"));
        MvcTestResult page = pages.browser()
                .post()
                .uri(MAILING + "/approval")
                .param("revision", "3")
                .exchange();
        assertThat(page).hasStatus(403);
        assertThat(page.getResponse().getContentAsString()).contains("설명 mailing-own", "data-testid=\"sample\"");
    }

    @Test
    void whatIsWrittenGoesOnAsItWasTyped() throws Exception {
        pages.signIn(Role.INTAKE);
        assertThat(page("/staff/mailings/new")).contains("청소·재활용", "data-preview");
        assertThat(pages.browser()
                        .post()
                        .uri("/staff/mailings")
                        .param("topic", "waste")
                        .param("area", "some")
                        .param("dong", "29140760")
                        .param("subject", "수거일 안내")
                        .param("text", "내일 수거합니다")
                        .param("sendAt", "2026-11-30T16:30")
                        .exchange())
                .hasRedirectedUrl(MAILING + "?done=written");
        assertThat(pages.mailings().letter().dongs()).isEqualTo(List.of("29140760"));
        assertThat(pages.mailings().letter().subject()).isEqualTo("수거일 안내");
        assertThat(page(MAILING)).contains("data-testid=\"sample-subject\">수거일 안내<");
        assertThat(page(MAILING + "/edit")).contains("내일 수거합니다", "수거일 안내", "value=\"2026-11-30T16:30\"", "checked");
    }

    private static String key(String form) {
        return form.replaceAll("(?s).*name=\"key\" value=\"([A-Za-z0-9_-]{32})\".*", "$1");
    }

    @Test
    void aFormThatIsSentTwiceIsOneMailingAndOneThatSaysSomethingElseIsNew() throws Exception {
        pages.signIn(Role.INTAKE);
        String key = key(page("/staff/mailings/new"));
        assertThat(key(page("/staff/mailings/new"))).hasSize(32).isNotEqualTo(key);
        for (int n = 0; n < 2; n++) {
            pages.browser()
                    .post()
                    .uri("/staff/mailings")
                    .param("text", "글")
                    .param("key", key)
                    .exchange();
        }
        assertThat(pages.mailings().keys()).containsExactly(key, key);
        pages.mailings().refuse(Refusal.of(422, "idempotency-key-reused"));
        MvcTestResult other = pages.browser()
                .post()
                .uri("/staff/mailings")
                .param("text", "다른 글")
                .param("key", key)
                .exchange();
        assertThat(other).hasStatus(422);
        String form = other.getResponse().getContentAsString();
        assertThat(form).contains("다른 글", "먼저 쓰신 글은 저장되어 있습니다");
        assertThat(key(form)).hasSize(32).isNotEqualTo(key);
    }

    @Test
    void whatWasRefusedStaysOnTheForm() throws Exception {
        pages.signIn(Role.INTAKE);
        MvcTestResult none = pages.browser()
                .post()
                .uri("/staff/mailings")
                .param("area", "some")
                .param("text", "남아 있는 글")
                .exchange();
        assertThat(none).hasStatus(422);
        assertThat(none.getResponse().getContentAsString())
                .contains("topic-error", "dong-error", "남아 있는 글")
                .doesNotContain("text-error");
        pages.mailings().refuse(Refusal.of(409, "mailing-written-since"));
        MvcTestResult since = pages.browser()
                .post()
                .uri("/staff/mailings")
                .param("text", "남아 있는 글")
                .exchange();
        assertThat(since.getResponse().getContentAsString()).contains("설명 mailing-written-since", "남아 있는 글");
    }

    @Test
    void whatIsWrongWithTheWordsIsSaidAtThem() throws Exception {
        pages.signIn(Role.INTAKE);
        pages.mailings()
                .refuse(Refusal.of(
                        422,
                        "invalid-fields",
                        new ServiceProblem.FieldError("text", "ads-not-said", "광고라면 고르세요."),
                        new ServiceProblem.FieldError("subject", "ads-not-said", "제목도 그렇습니다.")));
        MvcTestResult marked = pages.browser()
                .post()
                .uri("/staff/mailings")
                .param("subject", "(광고) 강좌")
                .param("text", "(광고) 무료 강좌")
                .exchange();
        assertThat(marked).hasStatus(422);
        assertThat(marked.getResponse().getContentAsString())
                .contains("text-error", "광고라면 고르세요.", "subject-error", "제목도 그렇습니다.", "(광고) 무료 강좌");
    }

    @Test
    void theCsvMasksNumbersAndIsSafeFromFormulas() throws Exception {
        pages.signIn(Role.AUDITOR);
        assertThat(page(MAILING + ".csv"))
                .contains("\"010-****-5678\",\"도착\"", "\"'=cmd|' /C calc'!A0\"")
                .doesNotContain("\"=cmd");
    }
}
