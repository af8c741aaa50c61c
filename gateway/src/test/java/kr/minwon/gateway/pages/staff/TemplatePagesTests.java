package kr.minwon.gateway.pages.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.stream.Collectors;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class TemplatePagesTests {
    private static final String ONE = "/staff/templates/received/ko/sms";
    private static final String HOSTILE = "<script>alert(1)</script>";
    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private String get(String path) {
        return html(pages.browser().get().uri(path).exchange());
    }

    private MvcTestResult post(String path, String... fields) {
        var request = pages.browser().post().uri(ONE + path);
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyStepIsListedAsACaseGoesAndOneThatIsNewComesLast() {
        pages.templates().waits("새 글", false);
        pages.signIn(Role.OFFICER, "construction");
        String list = get("/staff/templates");
        assertThat(list).contains("nav-templates", "접수 안내", "기본 문안", "승인 기다림", "그 밖의 문자");
        assertThat(list.indexOf("step-received")).isLessThan(list.indexOf("step-new_step"));
        assertThat(get(ONE))
                .contains("[{office}] 접수했습니다.", "received-ko-1")
                .doesNotContain("template-form", "data-testid=\"approve\"", "data-testid=\"test\"");
    }

    @Test
    void aDraftIsShownBesideWhatIsToldAndApprovedByAnotherOnly() {
        pages.signIn(Role.LEAD, "construction");
        pages.templates().waits("[{office}] 받았습니다. " + HOSTILE, true);
        assertThat(get(ONE))
                .contains("own-draft", "<del>접수했습니다.</del>", "<ins>받았습니다. &lt;script&gt;")
                .doesNotContain(HOSTILE, "data-testid=\"approve\"");
        pages.templates().waits("[{office}] 받았습니다.", false);
        assertThat(get(ONE)).contains("data-testid=\"approve\"", "name=\"revision\" value=\"3\"");
        assertThat(post("/approval", "revision", "3")).hasRedirectedUrl(ONE + "?done=approved");
        assertThat(pages.templates().done()).containsExactly("approve 3");
    }

    @Test
    void whatIsTypedIsSizedAndPreviewedWithTheOfficesLongestValues() {
        pages.signIn(Role.ADMIN);
        assertThat(html(post("/size", "text", "접수"))).isEqualTo("보통 때 13바이트, 단문(SMS). 가장 길 때 143바이트, 장문(LMS).");
        assertThat(pages.templates().longest())
                .containsEntry("officer", PagesAtWork.OFFICER.name())
                .containsKey("department");
        assertThat(html(post("/size", "text", "{?"))).isEqualTo("중괄호가 짝이 맞지 않습니다.");
        assertThat(html(post("/preview", "text", "쓰던 글"))).contains("쓰던 글", "[서구청] 접수 도시공간혁신과", "143바이트");
        assertThat(html(post("/preview", "text", "{? " + HOSTILE)))
                .contains("data-testid=\"faults\"")
                .doesNotContain(HOSTILE);
        assertThat(post("/draft", "text", "새 글")).hasRedirectedUrl(ONE + "?done=saved");
        assertThat(get(ONE + "?from=received-ko-sms-v1")).contains(">예전 글</textarea>", "received-ko-sms-v1 판을 불러왔습니다");
    }

    @Test
    void aTestAsksForACodeFirst() {
        pages.signIn(Role.ADMIN);
        assertThat(html(post("/test", "of", "active"))).contains("phone-error");
        assertThat(html(post("/test", "of", "active", "phone", "010-1234-5678")))
                .contains("data-testid=\"test-code\"");
        assertThat(pages.templates().done()).isEmpty();
    }

    @Test
    void theDifferenceHoldsBothTextsWhole() {
        var parts = TextDiff.of("[{office}] 민원 접수\n번호 {receiptNumber}", "[{office}] 민원을 받음\n번호 {receiptNumber}");
        assertThat(parts.stream()
                        .filter(part -> !part.kind().equals("in"))
                        .map(TextDiff.Part::text)
                        .collect(Collectors.joining()))
                .isEqualTo("[{office}] 민원 접수\n번호 {receiptNumber}");
        assertThat(parts.stream()
                        .filter(part -> !part.kind().equals("out"))
                        .map(TextDiff.Part::text)
                        .collect(Collectors.joining()))
                .isEqualTo("[{office}] 민원을 받음\n번호 {receiptNumber}");
    }
}
