package kr.minwon.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SMS corner in a real Chromium, with as many residents as a district's news go to. */
class MailingBrowserIT {
    private static final int PEOPLE = 5_000;
    private static final String PREFIX = "0107";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final double PATIENCE = 30_000;
    private static final int[] WIDTHS = {1440, 390};

    @TempDir
    static Path directory;

    private static Product product;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        // Tests run at night too, when no mailing goes out.
        product = Product.standalone(directory.resolve("data"), Map.of("MINWON_SMS_MAILINGS_QUIET", ""));
        chromium = new Chromium(product);
        Subscribed.to(product.addresses(), "traffic", PREFIX, PEOPLE);
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        product.close();
    }

    @Test
    void aMailingToFiveThousandIsWrittenReturnedRewrittenApprovedPausedResumedAndCalledOff() throws Exception {
        // Every tenth phone does not exist.
        faults("{\"rejectEvery\":10}");
        try (BrowserContext desk = chromium.context(1440, 900);
                BrowserContext second = chromium.context(390, 844)) {
            Page writer = chromium.signedIn(desk, "lead", "construction");
            String mailing = written(writer);
            writer.getByTestId("submission").click();
            assertThat(writer.getByTestId("not-by-you")).isVisible();
            lookBoth(writer, "submitted");

            Page approver = chromium.signedIn(second, "lead", "cleaning");
            approver.navigate(mailing);
            assertThat(approver.getByTestId("reach")).hasText("5,000명");
            assertThat(approver.getByTestId("cost-at-most")).hasText("많아야 135,000원(부가세 별도)");
            assertThat(approver.getByTestId("cancellation")).hasCount(0);
            lookBoth(approver, "to-approve");
            approver.getByTestId("return-note").fill("언제까지인지 적어 주세요.");
            approver.getByTestId("return").click();
            assertThat(approver.getByTestId("done")).isVisible();
            assertThat(approver.getByTestId("not-ours")).isVisible();
            lookBoth(approver, "given-back");

            rewritten(writer, mailing);
            approver.navigate(mailing);
            assertThat(approver.getByTestId("sample")).containsText("모레 오전 9시까지");
            approver.getByTestId("approval").click();
            assertThat(approver.getByTestId("state"))
                    .hasAttribute("data-state", Pattern.compile("approved|sending"), attribute());

            writer.navigate(mailing);
            assertThat(writer.getByTestId("progress-sentence")).containsText("5,000명 가운데", patiently());
            await().atMost(SOON).until(() -> handedOver() >= 20);
            assertThat(writer.getByTestId("reasons")).containsText("결번", patiently());
            lookBoth(writer, "sending");
            paused(writer);
            int before = handedOver();
            writer.getByTestId("resumption").click();
            assertThat(writer.getByTestId("state")).hasAttribute("data-state", "sending");
            await().atMost(SOON).until(() -> handedOver() >= before + 20);
            calledOff(writer, mailing);
            csv(writer);
            writer.navigate(chromium.url("/staff/mailings"));
            lookBoth(writer, "list");
        } finally {
            faults("{}");
        }
    }

    /** Reach and cost are there before it can be asked for. */
    private static String written(Page writer) {
        Chromium.go(writer, "nav-mailings");
        writer.getByTestId("new").click();
        writer.getByTestId("topic").selectOption("traffic");
        writer.getByTestId("text").fill("내일 오전 9시부터 상수도 공사로 물이 끊깁니다. 물을 미리 받아 두세요.");
        writer.getByTestId("save").click();
        assertThat(writer.getByTestId("reach")).hasText("5,000명", text());
        assertThat(writer.getByTestId("cost-at-most")).hasText("많아야 135,000원(부가세 별도)");
        assertThat(writer.getByTestId("submission")).isVisible(visible());
        lookBoth(writer, "written");
        return writer.url().replaceAll("\\?.*", "");
    }

    private static void rewritten(Page writer, String mailing) {
        writer.navigate(mailing);
        assertThat(writer.getByTestId("log")).containsText("언제까지인지 적어 주세요.");
        writer.getByTestId("edit").click();
        writer.getByTestId("text").fill("내일 오전 9시부터 모레 오전 9시까지 상수도 공사로 물이 끊깁니다. 물을 미리 받아 두세요.");
        lookBoth(writer, "rewriting");
        writer.getByTestId("save").click();
        // Not before the new text is counted too.
        writer.getByTestId("submission").click();
        assertThat(writer.getByTestId("not-by-you")).isVisible();
    }

    private static void paused(Page writer) throws Exception {
        writer.getByTestId("pause").click();
        assertThat(writer.getByTestId("state")).hasAttribute("data-state", "paused");
        // What a provider has by then goes its way; then nothing does, where ninety would have gone.
        await().atMost(SOON).until(MailingBrowserIT::standsStill);
        String gone = number(handedOver());
        assertThat(writer.getByTestId("progress-sentence")).hasText("5,000명 가운데 " + gone + "명의 문자를 처리했습니다.", text());
        lookBoth(writer, "paused");
        assertThat(number(handedOver())).isEqualTo(gone);
    }

    private static boolean standsStill() throws Exception {
        int before = handedOver();
        try {
            await().atMost(Duration.ofSeconds(4))
                    .during(Duration.ofSeconds(3))
                    .until(MailingBrowserIT::handedOver, now -> now == before);
            return true;
        } catch (org.awaitility.core.ConditionTimeoutException moved) {
            return false;
        }
    }

    private static void calledOff(Page writer, String mailing) {
        writer.navigate(mailing);
        writer.locator("details.fold > summary").last().click();
        writer.getByTestId("cancellation-note").fill("공사가 미뤄졌습니다.");
        lookBoth(writer, "to-cancel");
        writer.getByTestId("cancellation").click();
        assertThat(writer.getByTestId("state")).hasAttribute("data-state", "cancelled");
        await().atMost(SOON).untilAsserted(() -> {
            int gone = handedOver();
            assertThat(writer.getByTestId("progress-sentence").innerText())
                    .isEqualTo("취소됨: " + number(gone) + "건 발송 후 취소, 나머지 " + number(PEOPLE - gone) + "건은 보내지 않음");
        });
        assertThat(writer.getByTestId("reasons")).containsText("단체 문자를 취소함");
        assertThat(writer.getByTestId("log")).containsText("공사가 미뤄졌습니다.");
        assertThat(writer.getByTestId("cancellation")).hasCount(0);
        lookBoth(writer, "cancelled");
    }

    /** A spreadsheet takes each cell for a text; why a text did not arrive is in it. */
    private static void csv(Page writer) throws Exception {
        Download download =
                writer.waitForDownload(() -> writer.getByTestId("csv").click());
        assertThat(download.suggestedFilename()).matches("mailing-[0-9a-f]{16}\\.csv");
        String text = Files.readString(download.path());
        assertThat(text).startsWith("\uFEFF\"받는 사람\",\"결과\"");
        List<String> lines = Arrays.stream(text.split("\r\n", -1))
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(lines).allMatch(line -> line.startsWith("\uFEFF") || line.startsWith("\"010-****-"));
        assertThat(lines.stream()
                        .flatMap(line -> Arrays.stream(line.substring(1).split("\",\"", -1))))
                .noneMatch(cell -> cell.matches("[=+\\-@\\t\\r].*"));
        long refused = lines.stream().filter(line -> line.contains("결번")).count();
        assertThat(refused).isBetween(handedOver() / 10L - 1, handedOver() / 10L + 1);
        assertThat(lines).anyMatch(line -> line.contains("\"도착\"")).anyMatch(line -> line.contains("취소"));
    }

    @Test
    void aResidentChangesTheirDongsAndKeepsTheRecordOfIt() throws Exception {
        String phone = "01088004567";
        try (BrowserContext resident = chromium.context(390, 844)) {
            Page page = resident.newPage();
            page.navigate(chromium.url("/sms"));
            page.getByTestId("phone").fill(phone);
            page.getByTestId("submit").click();
            await().atMost(SOON).until(() -> product.texts(phone).size() == 1);
            String text = product.texts(phone).getLast().get("text").asString();
            page.getByTestId("code").fill(text.replaceAll("(?s).*인증번호 (\\d{6}).*", "$1"));
            page.getByTestId("submit").click();
            page.getByTestId("topic-waste").check();
            page.getByTestId("area-some").check();
            page.getByTestId("dong-29140760").check();
            page.getByTestId("dong-29140770").check();
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("record")).containsText("화정1동 화정2동");
            page.getByTestId("dong-29140770").uncheck();
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("record").locator("li")).hasCount(2);
            lookBoth(page, "record");

            Download download =
                    page.waitForDownload(() -> page.getByTestId("download").click());
            assertThat(download.suggestedFilename()).isEqualTo("sms-record.txt");
            assertThat(Files.readString(download.path()))
                    .contains("청소·재활용 소식을 받겠다고 하셨습니다", "화정1동 화정2동", "청소·재활용: 화정1동\r\n");
        }
    }

    /** At both widths, and as wide as it was. */
    private static void lookBoth(Page page, String name) {
        var size = page.viewportSize();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            Chromium.look(page, "corner-" + name + "-" + width);
        }
        page.setViewportSize(size.width, size.height);
    }

    /** How many of the mailing's texts the SMSC has seen. */
    private static int handedOver() throws Exception {
        return (int) product.submits().stream()
                .filter(one -> one.get("to").asString().startsWith(PREFIX))
                .count();
    }

    private static void faults(String json) throws Exception {
        HttpResponse<String> answer = product.http.send(
                HttpRequest.newBuilder(URI.create(product.url(8090, "/api/faults")))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String number(int count) {
        return String.format(Locale.KOREA, "%,d", count);
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasTextOptions text() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasAttributeOptions attribute() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
