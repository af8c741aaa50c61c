package kr.minwon.gateway.pages;

import static kr.minwon.gateway.pages.FakeComplaints.HOSTILE;
import static kr.minwon.gateway.pages.FakeComplaints.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kr.minwon.signedcalls.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Papers as pages and as PDFs with their Korean font in them. */
class PaperPagesTests {
    private static final String SLIP = "/complaints/" + NUMBER + "/slip";

    private final PagesAtWork pages = new PagesAtWork();

    @AfterEach
    void stop() {
        pages.close();
    }

    private Cookie opened() {
        MvcTestResult looked = pages.browser()
                .post()
                .uri("/complaints/lookup")
                .param("receiptNumber", NUMBER)
                .param("code", FakeComplaints.CODE)
                .exchange();
        return Objects.requireNonNull(looked.getResponse().getCookie("__Secure-case"));
    }

    private MvcTestResult get(String path) {
        return pages.browser().get().uri(path).exchange();
    }

    private static String html(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** What a PDF says; every font of it is embedded. */
    private static String text(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        try (PDDocument pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            int fonts = 0;
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isPositive();
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void whoeverFiledKeepsTheSlip() throws IOException {
        Cookie opened = opened();

        MvcTestResult page = pages.browser().get().uri(SLIP).cookie(opened).exchange();
        MvcTestResult pdf =
                pages.browser().get().uri(SLIP + ".pdf").cookie(opened).exchange();

        assertThat(html(page)).contains("접수증", NUMBER, SLIP + ".pdf", "건설과").doesNotContain(HOSTILE);
        assertThat(text(pdf)).contains("접수증", NUMBER, "건설과 (062-000-0000)", "11월 26일(목)", "<script>");
        assertThat(pdf.getResponse().getHeader("Content-Disposition")).contains("slip-" + NUMBER + ".pdf");
    }

    @Test
    void withoutTheCodeThereIsNoSlip() {
        assertThat(get(SLIP)).hasStatus3xxRedirection();
        assertThat(get(SLIP + ".pdf")).hasStatus3xxRedirection();
        assertThat(get(SLIP + ".pdf").getResponse().getContentAsByteArray()).isEmpty();
    }

    @Test
    void theRegisterIsReadPrintedAndTakenAlong() throws IOException {
        pages.signIn(Role.INTAKE);

        assertThat(html(get("/staff/register?month=2026-11")))
                .contains(NUMBER, "홍*동", "cursor=more", "nav-register")
                .doesNotContain(HOSTILE);
        // Both pages of it; a letter that the font lacks is a box.
        assertThat(text(get("/staff/register.pdf?month=2026-11"))).contains("민원처리부 (2026-11)", "모두 2건", "□", "홍*동");
        assertThat(html(get("/staff/register.csv?month=2026-11"))).contains("\"'=보안등");
        assertThat(html(get("/staff/register?month=nonsense"))).contains("data-testid=\"month\"");
    }

    @Test
    void anOverdueCaseIsPressedForByALetter() throws IOException {
        pages.signIn(Role.INTAKE);
        pages.complaints().become("inProgress");

        assertThat(pages.browser()
                        .post()
                        .uri("/staff/complaints/" + NUMBER + "/overdue-letter")
                        .exchange())
                .hasRedirectedUrl("/staff/overdue-letters/2026-000012");
        assertThat(html(get("/staff/overdue-letters/2026-000012")))
                .contains("제2026-000012호", "건설과장 귀하", "서둘러 주세요.", "2026-000012.pdf")
                .doesNotContain(HOSTILE);
        assertThat(text(get("/staff/overdue-letters/2026-000012.pdf")))
                .contains("독촉장", "제2026-000012호", "건설과장 귀하", "근무일로 2일", "제28조");
        assertThat(html(get("/staff/overdue-letters?year=2026")))
                .contains("2026-000012", NUMBER)
                .doesNotContain(HOSTILE);
    }

    @Test
    void anOfficerSeesNoRegister() {
        pages.signIn(Role.OFFICER, "construction");
        assertThat(html(get("/staff/queue"))).doesNotContain("nav-register", "nav-letters");
    }

    @Test
    void theStaffPrintASlipToo() throws IOException {
        pages.signIn(Role.OFFICER, "construction");
        String slip = "/staff/complaints/" + NUMBER + "/slip";
        assertThat(html(get(slip))).contains("홍*동", slip + ".pdf");
        assertThat(text(get(slip + ".pdf"))).contains("접수증", "홍*동");
    }
}
