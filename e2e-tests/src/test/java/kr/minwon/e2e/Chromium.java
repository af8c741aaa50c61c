package kr.minwon.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import kr.minwon.standalone.DemoAccounts;

/** A real Chromium at the product's door. Pictures go to {@code target/screenshots}. */
final class Chromium implements AutoCloseable {
    private static final Path PICTURES = Paths.get("target/screenshots");

    private final Product product;
    private final Playwright playwright;
    private final Browser browser;

    Chromium(Product product) {
        this.product = product;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Paths.get("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Somebody's own browser. */
    BrowserContext context(int width, int height) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("ko-KR"));
    }

    String url(String path) {
        return "http://localhost:" + product.port(8080) + path;
    }

    Page signedIn(BrowserContext desk, String role, String departmentId) throws Exception {
        DemoAccounts.Account account = product.accounts().account(role, departmentId);
        Page page = desk.newPage();
        page.navigate(url("/staff/login"));
        page.getByTestId("username").fill(account.username());
        page.getByTestId("password").fill(account.password());
        page.getByTestId("submit").click();
        assertThat(page.getByTestId("sign-out")).isVisible();
        return page;
    }

    /** By the navigation, which is folded on a phone. */
    static void go(Page page, String entry) {
        boolean folded = page.getByTestId("nav-menu").isVisible();
        if (folded) {
            page.getByTestId("nav-menu").click();
        }
        page.getByTestId(folded ? entry.replaceFirst("^nav-", "menu-") : entry).click();
    }

    /** A picture for the reader, and axe-core for what a picture does not show. */
    static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        List<Rule> violations =
                new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations.stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> name + ": " + rule.getId() + " "
                                + rule.getNodes().getFirst().getTarget()))
                .isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
