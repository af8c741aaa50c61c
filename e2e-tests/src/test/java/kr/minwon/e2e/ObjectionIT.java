package kr.minwon.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.minwon.standalone.DemoAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An office that accepts by hand and to which one category is a permit (법정민원): accepted, refused, and objected to
 * (민원처리법 §35), in a browser and with the texts of each step.
 */
class ObjectionIT {
    private static final String CATEGORY = "food-hygiene";
    private static final String PHONE = "01077009876";
    private static final Path PICTURES = Paths.get("target/screenshots");

    @TempDir
    private Path directory;

    /** The seeded categories with one that is a permit of ten days. */
    private Path categories() throws Exception {
        Path seeded = Paths.get("../routing-service/src/main/resources/routing-service/offices/seogu/categories.csv");
        String changed = Files.readString(seeded).replaceFirst("(" + CATEGORY + ",[^,]+,[^,]+),기타민원,7d", "$1,법정민원,10d");
        assertThat(changed).contains("법정민원");
        return Files.writeString(directory.resolve("categories.csv"), changed);
    }

    @Test
    void aPermitIsAcceptedByHandRefusedAndObjectedTo() throws Exception {
        Map<String, String> office = Map.of(
                "MINWON_ACCEPTANCE",
                "by-hand",
                "MINWON_ROUTING_CATEGORIES",
                categories().toString());
        try (Product product = Product.standalone(directory.resolve("data"), office);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Paths.get("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                BrowserContext desk = context(browser, 1440);
                BrowserContext resident = context(browser, 390)) {
            JsonNode filed = JSON.readTree(product.post(
                            "/api/v1/complaints",
                            Complaints.of("옥외영업 허가 신청", "가게 앞에 탁자 세 개를 놓고 싶습니다.", CATEGORY, PHONE),
                            bearer(product.accounts().intake().key()))
                    .body());
            String number = filed.get("receiptNumber").asString();
            assertThat(filed.get("status").asString()).isEqualTo("filed");
            text(product, 1, "신청");

            Page officer = signedIn(product, desk);
            officer.navigate(url(product, "/staff/queue?view=filed"));
            officer.getByTestId("row-title").first().click();
            picture(officer, "filed-1440");
            officer.getByTestId("accept").click();
            assertThat(officer.getByTestId("done")).isVisible();
            text(product, 2, "접수");
            text(product, 3, "담당");
            officer.navigate(url(product, "/staff/complaints/" + number));
            officer.getByTestId("claim").click();
            assertThat(officer.getByTestId("claim")).hasCount(0);
            officer.getByTestId("outcome-불수용").check();
            officer.getByTestId("answer-text-input").fill("보도 폭이 좁아 허가할 수 없습니다.");
            officer.getByTestId("answer-submit").click();
            assertThat(officer.getByTestId("answer").first()).containsText("허가할 수 없습니다.");
            text(product, 4, "답변");

            Page page = resident.newPage();
            page.navigate(url(product, "/complaints/lookup"));
            page.getByTestId("receipt-number-input").fill(number);
            page.getByTestId("lookup-code-input").fill(filed.get("lookupCode").asString());
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("remedy")).containsText("까지) 이의신청", patiently());
            page.locator("#objection summary").click();
            page.getByTestId("objection-submit").click();
            assertThat(page.locator("#objection-error")).isVisible();
            page.getByTestId("objection-text").fill("옆 가게는 같은 폭인데 허가를 받았습니다.");
            picture(page, "objection-390");
            page.getByTestId("objection-submit").click();
            assertThat(page.getByTestId("again-text")).containsText("옆 가게는");
            text(product, 5, "이의신청");

            officer.navigate(url(product, "/staff/complaints/" + number));
            officer.getByTestId("ledger").locator("summary").click();
            assertThat(officer.getByTestId("ledger")).containsText("이의신청을 받아 10일 안에 결정합니다.", patiently());
            picture(officer, "objected-1440");
            officer.getByTestId("claim").click();
            assertThat(officer.getByTestId("claim")).hasCount(0);
            officer.getByTestId("outcome-수용").check();
            officer.getByTestId("answer-text-input").fill("다시 재어 보니 폭이 넉넉하여 허가합니다.");
            officer.getByTestId("answer-submit").click();
            assertThat(page.getByTestId("answer").first()).containsText("허가합니다.", patiently());
            text(product, 6, "답변");
            picture(page, "objection-decided-390");
        }
    }

    private static void text(Product product, int count, String says) {
        List<JsonNode> texts =
                await().atMost(Duration.ofSeconds(20)).until(() -> product.texts(PHONE), sent -> sent.size() >= count);
        assertThat(texts.get(count - 1).get("text").asString()).contains(says);
    }

    private static Page signedIn(Product product, BrowserContext desk) throws Exception {
        DemoAccounts.Account account = product.accounts().account("officer", "hygiene");
        Page page = desk.newPage();
        page.navigate(url(product, "/staff/login"));
        page.getByTestId("username").fill(account.username());
        page.getByTestId("password").fill(account.password());
        page.getByTestId("submit").click();
        assertThat(page.getByTestId("who")).isVisible();
        return page;
    }

    private static BrowserContext context(Browser browser, int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("ko-KR"));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }

    private static String url(Product product, String path) {
        return "http://localhost:" + product.port(8080) + path;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
