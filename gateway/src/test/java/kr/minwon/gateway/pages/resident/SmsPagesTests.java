package kr.minwon.gateway.pages.resident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import kr.minwon.gateway.clients.SubscriptionApi.Subscription;
import kr.minwon.gateway.pages.FakeSubscriptions;
import kr.minwon.gateway.pages.FakeVerification;
import kr.minwon.gateway.pages.PagesAtWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SmsPagesTests {
    private static final Cookie VERIFIED = new Cookie(PhoneDoor.COOKIE, FakeVerification.TOKEN);
    private static final String LINK = "/o/" + FakeSubscriptions.LINK;

    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private MockMvcRequestBuilder choose() {
        return pages.browser().post().uri("/sms").cookie(VERIFIED);
    }

    private static String shown(MvcTestResult page) throws Exception {
        return page.getResponse().getContentAsString();
    }

    @Test
    void saysWhatHowOftenAndHowToStopBeforeItAsksForAPhone() throws Exception {
        MvcTestResult page = pages.browser().get().uri("/sms").exchange();
        assertThat(page).hasStatusOk();
        assertThat(shown(page)).contains("재난·안전", "일이 있을 때만", "수신거부", "data-testid=\"sms-phone-form\"");
    }

    @Test
    void theRightCodeOpensThisCornerOnly() {
        MvcTestResult answer = pages.browser()
                .post()
                .uri("/sms/check")
                .param("id", FakeVerification.ID)
                .param("phone", "010-1234-5678")
                .param("code", FakeVerification.CODE)
                .exchange();
        assertThat(answer).hasRedirectedUrl("/sms");
        assertThat(answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE))
                .filteredOn(cookie -> cookie.contains(FakeVerification.TOKEN))
                .singleElement()
                .asString()
                .contains("Path=/sms;", "Secure", "HttpOnly");
    }

    @Test
    void theFormOfTheCodeLeadsBackHere() throws Exception {
        MvcTestResult page = pages.browser()
                .post()
                .uri("/sms/code")
                .param("phone", "010-1234-5678")
                .exchange();
        assertThat(shown(page)).contains("action=\"/sms/check\"", "action=\"/sms/code\"", "href=\"/sms\"");
    }

    private MvcTestResult askForACode() {
        return pages.browser()
                .post()
                .uri("/sms/code")
                .param("phone", "010-1234-5678")
                .exchange();
    }

    @Test
    void whoAsksTooOftenIsToldOneWaitAndNothingOfReceiptNumbers() throws Exception {
        pages.verification().sendOnlyIfKnown();
        for (int n = 0; n < 3; n++) {
            assertThat(shown(askForACode())).contains("only-if-known").doesNotContain("조회코드");
        }
        MvcTestResult often = askForACode();
        assertThat(often).hasStatus(429);
        assertThat(shown(often)).containsOnlyOnce("뒤에 다시").contains("민원실로").doesNotContain("조회코드");
    }

    @Test
    void whatIsChosenIsSubscribedToAndShownAgain() throws Exception {
        MvcTestResult answer = choose().param("topic", "waste")
                .param("area", "some")
                .param("dong", "29140760")
                .param("ads", "true")
                .exchange();
        assertThat(answer).hasRedirectedUrl("/sms?said=yes");
        assertThat(pages.subscriptions().wanted().subscriptions())
                .containsExactly(new Subscription("waste", List.of("29140760")));
        assertThat(pages.subscriptions().wanted().ads()).isTrue();

        String page = shown(
                pages.browser().get().uri("/sms?said=yes").cookie(VERIFIED).exchange());
        assertThat(page)
                .contains("고르신 대로 바꾸었습니다", "청소·재활용 소식을 받겠다고 하셨습니다", "누리집에서", "&lt;b&gt;")
                .contains("그때 보신 글: “그때의 &lt;b&gt;문안")
                .doesNotContain("<b>화정", "<b>문안");
    }

    @Test
    void theSentencesThatAreShownAreThoseOfTheVersionThatIsSentBack() throws Exception {
        JsonNode versions = JsonMapper.builder()
                .build()
                .readTree(new ClassPathResource("contracts/consent-words.json").getContentAsString(UTF_8))
                .get("versions");
        for (String language : List.of("ko", "en")) {
            JsonNode latest = versions.valueStream()
                    .filter(one -> one.get("version").asString().startsWith("sms-")
                            && one.get("language").asString().equals(language))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            String name = latest.get("version").asString() + "/" + language;
            String page = HtmlUtils.htmlUnescape(shown(pages.browser()
                    .get()
                    .uri("/sms?lang=" + language)
                    .cookie(VERIFIED)
                    .exchange()));
            assertThat(page).contains("name=\"words\" value=\"" + name + "\"");
            latest.get("sentences")
                    .forEach(sentences ->
                            sentences.forEach(sentence -> assertThat(page).contains(sentence.asString())));
        }
        choose().param("topic", "waste").param("words", "sms-1/en").exchange();
        assertThat(pages.subscriptions().wanted().words()).isEqualTo("sms-1/en");
    }

    @Test
    void onlySomeDongsWithoutAnyIsSaidAtTheField() throws Exception {
        MvcTestResult page =
                choose().param("topic", "waste").param("area", "some").exchange();
        assertThat(page).hasStatus(422);
        assertThat(shown(page)).contains("dong-error", "동을 하나 이상");
        assertThat(pages.subscriptions().wanted().subscriptions()).isEmpty();
    }

    @Test
    void nothingChosenStopsAll() throws Exception {
        choose().param("topic", "waste").exchange();
        assertThat(choose().exchange()).hasRedirectedUrl("/sms?said=yes");
        assertThat(shown(pages.browser()
                        .get()
                        .uri("/sms?said=yes")
                        .cookie(VERIFIED)
                        .exchange()))
                .contains("소식을 모두 끊었습니다");
    }

    @Test
    void onesOwnRecordIsADownload() throws Exception {
        choose().param("topic", "safety").exchange();
        MvcTestResult record =
                pages.browser().get().uri("/sms/record").cookie(VERIFIED).exchange();
        assertThat(record).hasStatusOk().hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(record.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment");
        assertThat(shown(record))
                .contains("재난·안전 소식을 받겠다고 하셨습니다", "재난·안전: 우리 구 모든 동", "sms-1/ko", "그때 보신 글: “그때의")
                .contains("접수번호 2611-4821-9375: 11월 23일(월) 오전 10시 12분, 민원 신청서에서", "지금도 그대로입니다")
                .contains("2611-4821-0001", "11월 21일(토) 오전 9시, 그만 받겠다고 하셨습니다.");
        assertThat(shown(record).lines())
                .noneMatch(line -> line.matches("[=+\\-@\t].*"))
                .anyMatch(line -> line.startsWith("· ") && line.contains("화정1동</b> =HYPERLINK(1)"));
        assertThat(pages.browser().get().uri("/sms/record").exchange()).hasStatus(303);
        assertThat(pages.browser()
                        .get()
                        .uri("/sms/record")
                        .cookie(new Cookie(PhoneDoor.COOKIE, "old"))
                        .exchange())
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/sms");
    }

    @Test
    void aPhoneThatIsVerifiedNoLongerIsAskedForAgain() throws Exception {
        MvcTestResult page = pages.browser()
                .get()
                .uri("/sms")
                .cookie(new Cookie(PhoneDoor.COOKIE, "old"))
                .exchange();
        assertThat(shown(page)).contains("data-testid=\"sms-phone-form\"");
        assertThat(page.getResponse().getHeader(HttpHeaders.SET_COOKIE)).contains("Max-Age=0");
    }

    @Test
    void theLinkOfATextStopsItsTopicByOneButton() throws Exception {
        choose().param("topic", "waste").exchange();
        assertThat(shown(pages.browser().get().uri(LINK).exchange()))
                .contains("‘청소·재활용’ 소식만 그만 받기", "data-testid=\"stop-all\"", "noindex")
                .doesNotContain("더는 보내지 않습니다");
        assertThat(shown(pages.browser().post().uri(LINK).exchange())).contains("소식을 더는 보내지 않습니다");
        assertThat(shown(pages.browser().get().uri(LINK).exchange()))
                .contains("이미 받지 않으십니다")
                .doesNotContain("data-testid=\"done\"");
    }

    @Test
    void anAlteredLinkIsRefusedAndWhoGuessesIsStopped() throws Exception {
        for (int n = 0; n < 3; n++) {
            MvcTestResult page =
                    pages.browser().get().uri("/o/AbCdEfGhIjKlMnOq").exchange();
            assertThat(page).hasStatus(404);
            assertThat(shown(page)).contains("설명 news-link-unknown").doesNotContain("stop-topic");
        }
        assertThat(pages.browser().get().uri(LINK).exchange()).hasStatus(429);
    }
}
