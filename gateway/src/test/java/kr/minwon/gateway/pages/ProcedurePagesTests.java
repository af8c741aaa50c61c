package kr.minwon.gateway.pages;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The law's procedure on the pages of residents and staff. */
class ProcedurePagesTests {
    private static final String SUPPLEMENT = "/s/261148219375s1-AbCdEfGhIjKlMnOp";
    private static final String CONSENT = "/s/261148219375c2-AbCdEfGhIjKlMnOp";
    private static final String CASE = "/staff/complaints/" + NUMBER;

    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = pages.browser().post().uri(path);
        for (int n = 0; n < fields.length; n += 2) {
            request = request.param(fields[n], fields[n + 1]);
        }
        return request.exchange();
    }

    private static String html(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path) {
        return pages.browser().get().uri(path).exchange();
    }

    @Test
    void aLinkShowsWhatIsAskedAndNothingElseOfTheCase() {
        assertThat(html(get(SUPPLEMENT)))
                .contains("보완 요청", "사진을 &lt;i&gt;보내&lt;/i&gt; 주세요.", "12월 4일", "data-testid=\"more-time\"", "noindex")
                .doesNotContain("화정3동", "data-testid=\"agree\"");
        assertThat(html(get(CONSENT)))
                .contains("처리기간 연장 동의", "12월 21일", "data-testid=\"agree\"")
                .doesNotContain("data-testid=\"supply-form\"");
    }

    @Test
    void whatIsSuppliedIsSentOnceAndThanked() {
        assertThat(html(post(SUPPLEMENT, "move", "supply", "text", "여기 있습니다.")))
                .contains("보내 주신 내용을 받았습니다")
                .doesNotContain("data-testid=\"supply-form\"");
        assertThat(pages.complaints().asked()).contains("answer-link {text=여기 있습니다.}");
    }

    @Test
    void photosGoAlong() {
        MvcTestResult sent = pages.browser()
                .post()
                .uri(SUPPLEMENT)
                .multipart()
                .file(new MockMultipartFile("photos", "a.jpg", "image/jpeg", new byte[] {1, 2, 3}))
                .param("move", "supply")
                .param("text", "사진입니다")
                .exchange();
        assertThat(sent).hasStatusOk();
        assertThat(pages.complaints().asked()).contains("answer-link 사진입니다 with 1");
    }

    @Test
    void nothingIsNotSent() {
        MvcTestResult empty = post(SUPPLEMENT, "move", "supply", "text", " ");
        assertThat(empty).hasStatus(422);
        assertThat(html(empty)).contains("보낼 내용을 적거나 사진을 골라 주세요.", "id=\"text-error\"");
        assertThat(pages.complaints().asked()).noneMatch(call -> call.startsWith("answer-link"));
    }

    @ParameterizedTest
    @CsvSource({"agree, true", "disagree, false"})
    void aConsentIsAnswered(String move, boolean agree) {
        assertThat(post(CONSENT, "move", move)).hasStatusOk();
        assertThat(pages.complaints().asked()).contains("answer-link {agree=" + agree + "}");
    }

    @Test
    void aUsedLinkSaysWhereToGo() {
        pages.complaints().refuse(Refusal.of(410, "link-used"));
        MvcTestResult used = get(SUPPLEMENT);
        assertThat(used).hasStatus(410);
        assertThat(html(used)).contains("data-type=\"link-used\"", "data-testid=\"to-lookup\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    supplement-request | days   | 5          | {text=까닭, days=5}
                    extension          | period | 3d         | {reason=까닭, period=3d}
                    extension          | period | ''         | {reason=까닭}
                    suspension         | until  | 2026-12-05 | {reason=까닭, until=2026-12-05}
                    note               | days   | ''         | {text=까닭}
                    merge              | receiptNumbers | '2611-1, 2611-2' | {reason=까닭, receiptNumbers=[2611-1, 2611-2]}
                    transfer           | agency | 광주광역시청 | {reason=까닭, agency=광주광역시청}
                    """)
    void anOfficerTakesAStep(String step, String field, String value, String sent) {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE))).contains("data-testid=\"" + step + "-form\"");
        assertThat(post(CASE + "/procedure/" + step, "words", "까닭", field, value))
                .hasRedirectedUrl(CASE + "?done=" + step);
        assertThat(pages.complaints().asked().toString() + pages.routing().asked())
                .contains(step + " " + sent);
        assertThat(html(get(CASE + "?done=" + step))).contains("data-testid=\"done\"");
    }

    @ParameterizedTest
    @CsvSource({"objection", "reopening", "change"})
    void aResidentAsksAgain(String move) {
        pages.complaints().become(move.equals("change") ? "assigned" : "answered");
        String page = "/complaints/" + NUMBER;
        Cookie opened =
                Objects.requireNonNull(post("/complaints/lookup", "receiptNumber", NUMBER, "code", FakeComplaints.CODE)
                        .getResponse()
                        .getCookie("__Secure-case"));
        assertThat(html(pages.browser().get().uri(page).cookie(opened).exchange()))
                .contains("data-testid=\"" + move + "-form\"", "위치는 여기입니다")
                .doesNotContain(HOSTILE);

        MvcTestResult empty = pages.browser()
                .post()
                .uri(page + "/again")
                .cookie(opened)
                .param("move", move)
                .param("again", " ")
                .exchange();
        MvcTestResult sent = pages.browser()
                .post()
                .uri(page + "/again")
                .cookie(opened)
                .param("move", move)
                .param("again", "아직 어둡습니다.")
                .exchange();

        assertThat(empty).hasStatus(422);
        assertThat(html(empty)).contains("id=\"" + move + "-error\"", "내용을 적어 주세요.");
        assertThat(sent).hasRedirectedUrl(page + "?done=" + move);
        assertThat(pages.complaints().asked()).contains(move + " {text=아직 어둡습니다.}");
    }

    @Test
    void whatIsFiledIsAcceptedByWhoMay() {
        pages.complaints().become("filed");
        pages.signIn(Role.INTAKE);
        assertThat(html(get(CASE))).contains("data-testid=\"accept\"").doesNotContain("data-testid=\"claim\"");
        assertThat(post(CASE + "/accept")).hasRedirectedUrl(CASE + "?done=accepted");
        assertThat(pages.complaints().asked()).contains("accept {}");
        pages.signIn(Role.AUDITOR);
        assertThat(html(get(CASE))).doesNotContain("data-testid=\"accept\"");
    }

    @Test
    void joinedCasesAreSeparatedWithoutAWord() {
        pages.complaints().become("assigned");
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE))).contains("data-testid=\"separate-form\"", "2611-0000-0017");
        assertThat(post(CASE + "/procedure/separate")).hasRedirectedUrl(CASE + "?done=separate");
        assertThat(pages.complaints().asked()).contains("merge/undo {}");
    }

    @Test
    void earlierCasesOfThePersonAreShownMarkedAndClosed() {
        pages.signIn(Role.OFFICER, "construction");
        String related = CASE + "/related";
        assertThat(html(get(CASE))).contains("data-testid=\"to-related\"");
        assertThat(html(get(related)))
                .contains("data-testid=\"marked\"", "2611-0000-0017", "data-testid=\"close-form\"")
                .doesNotContain(HOSTILE);

        pages.complaints().become("closed");
        assertThat(html(get(related)))
                .contains("data-testid=\"undo-form\"")
                .doesNotContain("data-testid=\"close-form\"");
        pages.complaints().become("assigned");

        assertThat(post(related + "/repeat", "of", "2611-0000-0017")).hasRedirectedUrl(related);
        assertThat(post(related + "/close", "reason", "두 번")).hasRedirectedUrl(related);
        assertThat(post(related + "/undo")).hasRedirectedUrl(related);
        assertThat(pages.complaints().asked())
                .contains("repeat {of=[2611-0000-0017]}", "repeat/close {reason=두 번}", "repeat/undo {}");

        pages.complaints().refuse(Refusal.of(409, "too-few-results"));
        MvcTestResult refused = post(related + "/close", "reason", "두 번");
        assertThat(refused).hasStatus(409);
        assertThat(html(refused)).contains("설명 too-few-results", "data-testid=\"close-form\"");
    }

    @Test
    void withoutWordsNothingIsDoneAndTheFormStaysOpen() {
        pages.signIn(Role.OFFICER, "construction");
        MvcTestResult page = post(CASE + "/procedure/extension", "words", " ", "period", "3d");
        assertThat(page).hasStatus(422);
        assertThat(html(page)).contains("id=\"extension-words-error\"", "value=\"3d\"");
    }

    @Test
    void aRefusedStepSaysWhy() {
        pages.signIn(Role.OFFICER, "construction");
        pages.routing().refuse(Refusal.of(422, "extension-too-long"));
        MvcTestResult page = post(CASE + "/procedure/extension", "words", "까닭", "period", "30d");
        assertThat(page).hasStatus(422);
        assertThat(html(page)).contains("설명 extension-too-long");
    }

    @Test
    void whatIsAwaitedIsShownToStaffAsTextAndMayBeReturned() {
        pages.complaints().become("supplementRequested");
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get(CASE)))
                .contains("data-testid=\"supplements\"", "data-testid=\"return-form\"")
                .doesNotContain(HOSTILE, "data-testid=\"extension-form\"", "data-testid=\"answer-form\"");
    }

    @Test
    void anAuditorTakesNoStep() {
        pages.signIn(Role.AUDITOR);
        assertThat(html(get(CASE))).doesNotContain("id=\"procedure\"");
    }
}
