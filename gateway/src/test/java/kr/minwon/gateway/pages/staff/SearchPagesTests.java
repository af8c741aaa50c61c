package kr.minwon.gateway.pages.staff;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.minwon.gateway.clients.ComplaintApi.Hit;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.PagesAtWork;
import kr.minwon.gateway.pages.staff.SearchView.Piece;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cases looked for by their words, without any script. */
class SearchPagesTests {
    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private MvcTestResult search(String q) {
        return pages.browser().get().uri("/staff/search").param("q", q).exchange();
    }

    private static String html(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void hitsAreMarkedAndHostileTextIsText() {
        pages.signIn(Role.INTAKE);

        assertThat(html(search("보안등")))
                .contains("<mark>보안등</mark>", "&lt;script&gt;", "골목 <mark>보안등</mark>이", "/staff/complaints/" + NUMBER)
                .contains("처리중", "2026. 11. 23.(월)", "cursor=older", "건설과", "value=\"보안등\"")
                .doesNotContain(HOSTILE);
        assertThat(pages.complaints().asked()).containsExactly("search 보안등 null");
    }

    @Test
    void whatWasTypedIsShownAsText() {
        pages.signIn(Role.OFFICER, "construction");

        assertThat(html(search("\"><script>alert(1)</script>"))).doesNotContain("<script>alert(1)");
    }

    @Test
    void thereAreOlderOnesUntilTheEnd() {
        pages.signIn(Role.OFFICER, "construction");

        String older = html(pages.browser()
                .get()
                .uri("/staff/search?cursor=older")
                .param("q", "보안등")
                .exchange());

        assertThat(older).contains("<mark>보안등</mark>").doesNotContain("data-testid=\"more\"");
        assertThat(pages.complaints().asked()).containsExactly("search 보안등 older");
    }

    @Test
    void aReceiptNumberLeadsStraightToItsCase() {
        pages.signIn(Role.OFFICER, "construction");

        assertThat(search(NUMBER)).hasRedirectedUrl("/staff/complaints/" + NUMBER);
        assertThat(html(search("2611-0000-0017"))).contains("data-testid=\"find-none\"", "접수번호를 확인해 주세요");
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        pages.signIn(Role.OFFICER, "construction");

        assertThat(html(search("없는낱말"))).contains("낱말을 줄이거나").doesNotContain("data-testid=\"more\"");
        assertThat(html(search("드문낱말"))).contains("더 오래된 것에서", "cursor=older");
    }

    @Test
    void aPhoneNumberIsNotLookedForHere() {
        pages.signIn(Role.INTAKE);
        assertThat(html(search("010-1234-5678")))
                .contains("data-testid=\"find-person\"", "href=\"/staff/messages/search\"")
                .doesNotContain("find-none");
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(search("010-1234-5678"))).contains("민원실에 부탁").doesNotContain("href=\"/staff/messages/search\"");
    }

    @Test
    void whatIsRefusedIsSaidAtTheField() {
        pages.signIn(Role.OFFICER, "construction");
        pages.complaints()
                .refuse(Refusal.of(
                        422, "invalid-fields", new ServiceProblem.FieldError("q", "no-word", "찾을 낱말이 없습니다.")));

        MvcTestResult refused = search("!?");

        assertThat(refused).hasStatus(422);
        assertThat(html(refused))
                .contains("id=\"q-error\"", "찾을 낱말이 없습니다.", "aria-describedby=\"q-error\"")
                .doesNotContain("data-testid=\"trouble\"");
    }

    @Test
    void aServiceThatIsAwayIsSaidAbove() {
        pages.signIn(Role.OFFICER, "construction");
        pages.complaints().refuse(Refusal.of(503, "store-away"));

        MvcTestResult away = search("보안등");

        assertThat(away).hasStatus(503);
        assertThat(html(away)).contains("data-type=\"store-away\"", "value=\"보안등\"");
    }

    @Test
    void theBoxIsOnTheWorkListAndNothingIsAskedWithoutAWord() {
        pages.signIn(Role.OFFICER, "construction");

        assertThat(html(pages.browser().get().uri("/staff/queue").exchange()))
                .contains("data-testid=\"find-form\"", "action=\"/staff/search\"");
        assertThat(html(search("  "))).contains("data-testid=\"find-form\"");
        assertThat(pages.complaints().asked()).isEmpty();
    }

    @Test
    void hitsThatLieOutsideOfTheTextAreNone() {
        assertThat(SearchView.pieces("보안등이", List.of(new Hit(0, 3), new Hit(2, 4), new Hit(-1, 2), new Hit(3, 9))))
                .containsExactly(new Piece("보안등", true), new Piece("이", false));
        assertThat(SearchView.pieces("보안등", null)).containsExactly(new Piece("보안등", false));
        assertThat(SearchView.pieces("", List.of())).isEmpty();
    }
}
