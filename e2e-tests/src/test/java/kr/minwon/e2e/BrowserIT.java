package kr.minwon.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kr.minwon.e2e.Chromium.go;
import static kr.minwon.e2e.Chromium.look;
import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A resident on a phone and an officer at a desk, in a real Chromium. */
class BrowserIT {
    private static final double PATIENCE = 20_000;

    @TempDir
    static Path directory;

    private static Product product;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        // Tests run at night too, when no mailing goes out.
        product = Product.standalone(directory.resolve("data"), Map.of("MINWON_SMS_MAILINGS_QUIET", ""));
        chromium = new Chromium(product);
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        product.close();
    }

    @Test
    void theResidentsOpenPageChangesByItselfWhenTheOfficerAnswers() throws Exception {
        String phone = "01077001234";
        try (BrowserContext resident = context(390, 844);
                BrowserContext desk = context(1440, 900)) {
            Page page = resident.newPage();
            page.navigate(url("/"));
            look(page, "home-390");
            page.navigate(url("/complaints/new"));
            page.locator("details:has([data-testid='category-street-light']) > summary")
                    .click();
            page.getByTestId("category-street-light").check();
            page.getByTestId("title").fill("골목 <script>alert(1)</script> 보안등이 꺼졌어요");
            page.getByTestId("body").fill("화정3동 12-3 앞 보안등이 일주일째 꺼져 있습니다.");
            page.getByTestId("address").fill("화정3동 12-3");
            page.getByTestId("name").fill("홍길동");
            page.getByTestId("phone").fill("010-123-4567");
            page.getByTestId("sms-yes").check();
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("error-summary")).isVisible();
            assertThat(page.getByTestId("title")).hasValue("골목 <script>alert(1)</script> 보안등이 꺼졌어요");
            look(page, "new-error-390");
            page.getByTestId("phone").fill("010-7700-1234");
            page.getByTestId("submit").click();
            String receiptNumber =
                    page.getByTestId("receipt-number").first().innerText().strip();
            assertThat(receiptNumber).matches("\\d{4}-\\d{4}-\\d{4}");
            assertThat(page.getByTestId("lookup-code").innerText().strip()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
            assertThat(page.url())
                    .doesNotContain(page.getByTestId("lookup-code").innerText().strip());
            look(page, "receipt-390");
            page.getByTestId("to-status").click();
            assertThat(page.getByTestId("status")).isVisible();
            assertThat(page.getByTestId("department").first()).containsText("건설과", patiently());

            answer(desk, receiptNumber);

            assertThat(page.getByTestId("answer").first()).containsText("전구를 바꾸었습니다.", patiently());
            look(page, "answered-390");
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(product.texts(phone)).hasSize(3));
        }
    }

    private static void answer(BrowserContext desk, String receiptNumber) throws Exception {
        Page page = signedIn(desk, "officer", "construction");
        page.navigate(url("/staff/queue?view=unassigned"));
        assertThat(page.getByTestId("queue")).containsText("보안등이 꺼졌어요");
        look(page, "queue-1440");
        page.navigate(url("/staff/complaints/" + receiptNumber));
        look(page, "case-1440");
        page.getByTestId("claim").first().click();
        assertThat(page.getByTestId("claim")).hasCount(0);
        page.getByTestId("outcome-수용").check();
        page.getByTestId("answer-text-input").fill("전구를 바꾸었습니다.");
        page.getByTestId("answer-submit").click();
        assertThat(page.getByTestId("answer").first()).containsText("전구를 바꾸었습니다.");
        look(page, "case-answered-1440");
    }

    @Test
    void anAnswerGoesToTheLeadComesBackAndGoesOutOnceApproved() throws Exception {
        String phone = "01077009034";
        JsonNode filed = JSON.readTree(product.post(
                        "/api/v1/complaints",
                        Complaints.of("공터의 쓰레기", "며칠째 쌓여 있습니다.", "waste", phone),
                        bearer(product.accounts().intake().key()))
                .body());
        String path = "/staff/complaints/" + filed.get("receiptNumber").asString();
        await().atMost(Duration.ofSeconds(15)).until(() -> product.texts(phone).size() == 2);
        try (BrowserContext desk = context(390, 844);
                BrowserContext above = context(1440, 900)) {
            Page officer = signedIn(desk, "officer", "cleaning");
            Page lead = signedIn(above, "lead", "cleaning");
            officer.navigate(url(path));
            officer.getByTestId("outcome-불수용").check();
            officer.getByTestId("answer-text-input").fill("사유지라 치울 수 없습니다.");
            officer.getByTestId("draft-submit").click();
            assertThat(officer.getByTestId("draft-waits")).isVisible();
            look(officer, "draft-waits-390");

            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
                lead.navigate(url("/staff/queue?view=approval"));
                assertThat(lead.getByTestId("row-draft").first()).isVisible();
            });
            look(lead, "queue-approval-1440");
            lead.navigate(url(path));
            assertThat(lead.getByTestId("draft-text")).containsText("사유지라 치울 수 없습니다.");
            lead.getByTestId("give-back").locator("summary").click();
            lead.getByTestId("give-back-submit").click();
            assertThat(lead.locator("#approval-reason-error")).isVisible();
            look(lead, "draft-return-error-1440");
            lead.getByTestId("give-back-reason").fill("근거를 적어 주세요.");
            lead.getByTestId("give-back-submit").click();
            assertThat(lead.getByTestId("done")).isVisible();

            officer.navigate(url(path));
            assertThat(officer.getByTestId("draft-reason")).containsText("근거를 적어 주세요.");
            look(officer, "draft-returned-390");
            assertThat(officer.getByTestId("answer-text-input")).hasValue("사유지라 치울 수 없습니다.");
            officer.getByTestId("answer-text-input").fill("사유지라 치울 수 없습니다(폐기물관리법 제8조).");
            officer.getByTestId("draft-submit").click();
            assertThat(officer.getByTestId("draft-waits")).isVisible();
            Assertions.assertThat(product.texts(phone)).hasSize(2);
            lead.navigate(url(path));
            look(lead, "draft-1440");
            lead.getByTestId("approve").click();
            assertThat(lead.getByTestId("answer").first()).containsText("폐기물관리법 제8조");
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(
                            () -> Assertions.assertThat(product.texts(phone)).hasSize(3));
        }
    }

    @Test
    void whatIsMissingIsAskedForByTextAndSentFromThePhoneWithAPhoto() throws Exception {
        String phone = "01077005678";
        JsonNode filed = JSON.readTree(product.post(
                        "/api/v1/complaints",
                        Complaints.of("놀이터 옆 쓰레기", "며칠째 쌓여 있습니다.", "waste", phone),
                        bearer(product.accounts().intake().key()))
                .body());
        String number = filed.get("receiptNumber").asString();
        await().atMost(Duration.ofSeconds(15)).until(() -> product.texts(phone).size() == 2);
        Path photo = directory.resolve("playground.png");
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
        try (BrowserContext desk = context(390, 844);
                BrowserContext resident = context(390, 844)) {
            Page officer = signedIn(desk, "officer", "cleaning");
            officer.navigate(url("/staff/queue?view=unassigned"));
            look(officer, "queue-390");
            officer.navigate(url("/staff/complaints/" + number));
            look(officer, "case-390");
            officer.getByTestId("supplement-request").locator("summary").click();
            officer.getByTestId("supplement-request-submit").click();
            assertThat(officer.getByTestId("supplement-request-words-error")).isVisible();
            officer.getByTestId("supplement-request-words").fill("어느 놀이터인지 사진을 보내 주세요.");
            look(officer, "supplement-request-390");
            officer.getByTestId("supplement-request-submit").click();
            assertThat(officer.getByTestId("status")).containsText("보완요청");
            look(officer, "case-waiting-390");

            Page page = resident.newPage();
            page.navigate(linkIn(phone, 3));
            assertThat(page.getByTestId("request")).containsText("어느 놀이터인지 사진을 보내 주세요.");
            look(page, "link-390");
            page.getByTestId("supply-text").fill("화정3동 놀이터입니다.");
            page.getByTestId("supply-photos").setInputFiles(photo);
            look(page, "link-photo-390");
            page.getByTestId("supply-submit").click();
            assertThat(page.getByTestId("done")).isVisible();
            look(page, "link-done-390");

            officer.reload();
            assertThat(officer.getByTestId("supplied")).containsText("화정3동 놀이터입니다.");
            for (int n = 0; n < 2; n++) {
                officer.getByTestId("extension").locator("summary").click();
                officer.getByTestId("extension-words").fill("수거 업체를 찾고 있습니다.");
                officer.getByTestId("extension-submit").click();
                assertThat(officer.getByTestId("done")).isVisible();
            }
            look(officer, "case-extended-390");
            page.navigate(linkIn(phone, 6));
            look(page, "consent-390");
            page.getByTestId("agree").click();
            assertThat(page.getByTestId("done")).isVisible();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> product.texts(phone).size() == 7);
            page.navigate(url("/complaints/lookup"));
            page.getByTestId("receipt-number-input").fill(number);
            page.getByTestId("lookup-code-input").fill(filed.get("lookupCode").asString());
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("status")).isVisible();
            look(page, "case-resident-390");
        }
    }

    @Test
    void whoHasLostNumberAndCodeFindsTheirComplaintsByPhone() throws Exception {
        String phone = "01077003456";
        product.post(
                "/api/v1/complaints",
                Complaints.of("놀이터 그네가 끊어졌어요", "아이들이 다칠 수 있습니다.", "waste", phone),
                bearer(product.accounts().intake().key()));
        await().atMost(Duration.ofSeconds(15)).until(() -> product.texts(phone).size() == 2);
        try (BrowserContext resident = context(390, 844)) {
            Page page = resident.newPage();
            page.navigate(url("/complaints/lookup"));
            page.locator("details.fold > summary").click();
            page.getByTestId("to-mine").click();
            page.getByTestId("submit").click();
            assertThat(page.locator("#phone-error")).isVisible();
            look(page, "mine-phone-390");
            page.getByTestId("phone").fill("010 7700 3456");
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("code")).isVisible();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> product.texts(phone).size() == 3);
            String text = product.texts(phone).getLast().get("text").asString();
            String code = text.replaceAll("(?s).*인증번호 (\\d{6}).*", "$1");
            page.getByTestId("code").fill(code.equals("000000") ? "000001" : "000000");
            page.getByTestId("submit").click();
            assertThat(page.locator("#code-error")).containsText("4번 더");
            look(page, "mine-code-390");
            page.getByTestId("code").fill(code);
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("mine-list")).containsText("놀이터 그네가 끊어졌어요");
            look(page, "mine-390");
            page.getByTestId("open").click();
            assertThat(page.getByTestId("status")).isVisible();
            page.navigate(url("/complaints/mine"));
            page.getByTestId("leave").click();
            page.navigate(url("/complaints/mine"));
            assertThat(page.getByTestId("mine-phone-form")).isVisible();
        }
    }

    @Test
    void aResidentSubscribesToNewsASecondPersonApprovesThemAndTheLinkStopsThem() throws Exception {
        String phone = "01077004567";
        try (BrowserContext resident = context(390, 844);
                BrowserContext desk = context(1440, 900);
                BrowserContext second = context(390, 844)) {
            Page page = resident.newPage();
            page.navigate(url("/"));
            page.getByTestId("home-sms").click();
            look(page, "sms-phone-390");
            page.getByTestId("phone").fill(phone);
            page.getByTestId("submit").click();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> product.texts(phone).size() == 1);
            String text = product.texts(phone).getLast().get("text").asString();
            page.getByTestId("code").fill(text.replaceAll("(?s).*인증번호 (\\d{6}).*", "$1"));
            page.getByTestId("submit").click();
            page.getByTestId("topic-waste").check();
            page.getByTestId("area-some").check();
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("dong-error")).isVisible();
            page.getByTestId("dong-29140760").check();
            look(page, "sms-choose-390");
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("record")).containsText("청소·재활용 소식을 받겠다고 하셨습니다");
            look(page, "sms-chosen-390");

            Page writer = signedIn(desk, "lead", "construction");
            go(writer, "nav-mailings");
            writer.getByTestId("new").click();
            writer.getByTestId("topic").selectOption("waste");
            writer.getByTestId("area-some").check();
            writer.getByTestId("dong-29140760").check();
            writer.getByTestId("text").fill("<b>화정1동</b> 재활용 수거일이 화요일로 바뀝니다.");
            assertThat(writer.getByTestId("sms-preview")).containsText("바이트", patiently());
            look(writer, "mailing-form-1440");
            writer.getByTestId("save").click();
            assertThat(writer.getByTestId("reach")).containsText("1명", patiently());
            assertThat(writer.getByTestId("sample")).containsText("<b>화정1동</b>");
            writer.getByTestId("submission").click();
            assertThat(writer.getByTestId("not-by-you")).isVisible();
            look(writer, "mailing-submitted-1440");

            Page approver = signedIn(second, "admin", "-");
            approver.navigate(writer.url().replaceAll("\\?.*", ""));
            approver.getByTestId("approval").click();
            assertThat(approver.getByTestId("state")).hasAttribute("data-state", "done", soon());
            look(approver, "mailing-done-390");
            approver.navigate(url("/staff/mailings"));
            look(approver, "mailings-390");

            await().atMost(Duration.ofSeconds(15))
                    .until(() -> product.texts(phone).size() == 2);
            Matcher link = Pattern.compile("http://\\S+/o/\\S+")
                    .matcher(product.texts(phone).getLast().get("text").asString());
            Assertions.assertThat(link.find()).isTrue();
            page.navigate(link.group().replace("127.0.0.1", "localhost"));
            assertThat(page.getByTestId("done")).hasCount(0);
            look(page, "news-link-390");
            page.getByTestId("stop-topic").click();
            assertThat(page.getByTestId("done")).isVisible();
            page.getByTestId("to-sms").click();
            assertThat(page.getByTestId("record")).containsText("그만 받겠다고 하셨습니다");
            assertThat(page.getByTestId("topic-waste")).not().isChecked();
        }
    }

    @Test
    void aLeadsNewWordsAreTestedOnTheirOwnPhoneApprovedBySomebodyElseAndToldFromThenOn() throws Exception {
        for (int width : new int[] {390, 1440}) {
            String own = "0107700600" + width / 1_000;
            String words = "[{office}] " + width + "번째로 민원을 잘 받았습니다.\n접수번호 {receiptNumber}";
            try (BrowserContext desk = context(width, 900);
                    BrowserContext second = context(width, 900)) {
                Page lead = signedIn(desk, "lead", "construction");
                go(lead, "nav-templates");
                look(lead, "templates-" + width);
                lead.getByTestId("step-received").locator("a").first().click();
                lead.getByTestId("text").fill("접수번호 {receiptNumbers} — 받았습니다");
                lead.getByTestId("preview-button").click();
                assertThat(lead.getByTestId("faults")).containsText("receiptNumbers");
                look(lead, "template-faults-" + width);
                lead.getByTestId("text").fill(words);
                assertThat(lead.getByTestId("live-size")).containsText("바이트", patiently());
                lead.getByTestId("preview-button").click();
                assertThat(lead.getByTestId("everyday-size")).containsText("바이트");
                assertThat(lead.getByTestId("longest-size")).containsText("바이트");
                look(lead, "template-preview-" + width);
                lead.getByTestId("save").click();
                assertThat(lead.getByTestId("own-draft")).isVisible();
                assertThat(lead.getByTestId("approve")).hasCount(0);

                lead.getByTestId("phone").fill(own);
                lead.getByTestId("test-send").click();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> product.texts(own).size() == 1);
                lead.getByTestId("test-code").fill(text(own, 0).replaceAll("(?s).*인증번호 (\\d{6}).*", "$1"));
                look(lead, "template-test-" + width);
                lead.getByTestId("test-check").click();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> product.texts(own).size() == 2);
                Assertions.assertThat(text(own, 1)).startsWith("[시험] ").contains(width + "번째로 민원을");

                Page approver = signedIn(second, "admin", "-");
                approver.navigate(lead.url().replaceAll("(/staff/templates/[^/]+/[^/]+/[^/?]+).*", "$1"));
                assertThat(approver.getByTestId("draft-text")).containsText(width + "번째로");
                look(approver, "template-draft-" + width);
                approver.getByTestId("approve").click();
                assertThat(approver.getByTestId("told-text")).containsText(width + "번째로");
                look(approver, "template-approved-" + width);
                if (width == 390) {
                    approver.getByTestId("nav-menu").click();
                    look(approver, "menu-390");
                }
            }
            awaitTold(width + "번째로 민원을 잘 받았습니다.", width);
        }
    }

    /** What is approved is told within seconds: complaints are filed until one is told so. */
    private static void awaitTold(String words, int width) {
        AtomicInteger filed = new AtomicInteger();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    String phone = "01077%02d%04d".formatted(width / 100, filed.getAndIncrement());
                    product.post(
                            "/api/v1/complaints",
                            Complaints.of("맨홀 소리", "덜컹거립니다.", "street-light", phone),
                            bearer(product.accounts().intake().key()));
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> !product.texts(phone).isEmpty());
                    return text(phone, 0).contains(words);
                });
    }

    private static String text(String phone, int number) throws Exception {
        return product.texts(phone).get(number).get("text").asString();
    }

    @Test
    void aMailingReachesThoseWhoStillWantIt() throws Exception {
        for (int width : new int[] {390, 1440}) {
            Map<String, String> tokens = new LinkedHashMap<>();
            for (int person = 0; person < 4; person++) {
                String phone = "010770" + (width / 1_000 + 7) + "00" + person + "0";
                tokens.put(phone, verified(phone));
                subscribe(tokens.get(phone), List.of(Map.of("topic", "culture", "dongs", List.of())));
            }
            String gone = "010770" + (width / 1_000 + 7) + "0030";
            try (BrowserContext desk = context(width, 900);
                    BrowserContext second = context(width, 900)) {
                Page writer = signedIn(desk, "lead", "construction");
                go(writer, "nav-mailings");
                writer.getByTestId("new").click();
                writer.getByTestId("topic").selectOption("culture");
                writer.getByTestId("subject").fill("가을 음악회 안내에 꼭 오시라는 아주 긴 제목");
                writer.getByTestId("text").fill("토요일 오후 3시 구청 광장에서 음악회가 열립니다.");
                writer.getByTestId("save").click();
                assertThat(writer.locator("#subject-error")).isVisible();
                look(writer, "mailing-subject-error-" + width);
                writer.getByTestId("subject").fill("가을 음악회");
                writer.getByTestId("save").click();
                assertThat(writer.getByTestId("sample-subject")).containsText("가을 음악회");
                assertThat(writer.getByTestId("reach")).containsText("4명", patiently());
                look(writer, "mailing-written-" + width);
                writer.getByTestId("submission").click();
                assertThat(writer.getByTestId("not-by-you")).isVisible();

                subscribe(tokens.get(gone), List.of());
                Page approver = signedIn(second, "admin", "-");
                approver.navigate(writer.url().replaceAll("\\?.*", ""));
                approver.getByTestId("approval").click();
                assertThat(approver.getByTestId("state")).hasAttribute("data-state", "done", soon());
                assertThat(approver.getByTestId("count").first()).hasText("3", delivered());
                assertThat(approver.getByTestId("reach")).containsText("3명");
                look(approver, "mailing-to-three-" + width);
            }
            for (String phone : tokens.keySet()) {
                Assertions.assertThat(product.texts(phone).stream()
                                .filter(text -> text.get("text").asString().contains("음악회")))
                        .as(phone)
                        .hasSize(phone.equals(gone) ? 0 : 1);
                subscribe(tokens.get(phone), List.of());
            }
        }
    }

    /** The token of a phone that showed the code it was sent. */
    private static String verified(String phone) throws Exception {
        String id = JSON.readTree(product.post("/api/v1/phone-verifications", Map.of("phone", phone), Map.of())
                        .body())
                .get("verificationId")
                .asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> !product.texts(phone).isEmpty());
        String code = text(phone, 0).replaceAll("(?s).*인증번호 (\\d{6}).*", "$1");
        return JSON.readTree(
                        product.post("/api/v1/phone-verifications/" + id + "/check", Map.of("code", code), Map.of())
                                .body())
                .get("phoneToken")
                .asString();
    }

    private static void subscribe(String token, List<Map<String, Object>> subscriptions) throws Exception {
        HttpResponse<String> chosen = product.put(
                "/api/v1/my/subscriptions",
                Map.of("subscriptions", subscriptions, "ads", false, "adsAtNight", false),
                Map.of("X-Phone-Token", token));
        Assertions.assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
    }

    private static LocatorAssertions.HasTextOptions delivered() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasAttributeOptions soon() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }

    @Test
    void fivePeopleAreAnsweredAsOneAndOneOfThemAsksAgain() throws Exception {
        List<JsonNode> filed = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            String phone = "0107700200" + person;
            filed.add(JSON.readTree(product.post(
                            "/api/v1/complaints",
                            Complaints.of("공원 운동기구 고장", "허리돌리기가 부러졌습니다.", "waste", phone),
                            bearer(product.accounts().intake().key()))
                    .body()));
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> product.texts(phone).size() == 2);
        }
        List<String> numbers =
                filed.stream().map(one -> one.get("receiptNumber").asString()).toList();
        try (BrowserContext desk = context(1440, 900);
                BrowserContext intake = context(390, 844);
                BrowserContext resident = context(390, 844)) {
            Page officer = signedIn(desk, "officer", "cleaning");
            officer.navigate(url("/staff/complaints/" + numbers.getFirst()));
            officer.getByTestId("merge").locator("summary").click();
            officer.getByTestId("merge-receiptNumbers").fill(String.join("\n", numbers.subList(1, 3)));
            officer.getByTestId("merge-words").fill("같은 운동기구");
            officer.getByTestId("merge-submit").click();
            assertThat(officer.getByTestId("merge-form")).isVisible();
            look(officer, "merge-refused-1440");
            officer.getByTestId("merge-receiptNumbers").fill(String.join("\n", numbers.subList(1, 5)));
            officer.getByTestId("merge-submit").click();
            assertThat(officer.getByTestId("members")).containsText(numbers.getLast());
            look(officer, "merged-1440");

            Page page = resident.newPage();
            page.navigate(url("/complaints/lookup"));
            page.getByTestId("receipt-number-input").fill(numbers.getLast());
            page.getByTestId("lookup-code-input")
                    .fill(filed.getLast().get("lookupCode").asString());
            page.getByTestId("submit").click();
            assertThat(page.getByTestId("status")).isVisible();
            officer.getByTestId("outcome-불수용").check();
            officer.getByTestId("answer-text-input").fill("내년에 바꿉니다.");
            officer.getByTestId("answer-submit").click();
            assertThat(page.getByTestId("answer").first()).containsText("내년에 바꿉니다.", patiently());
            page.locator("#reopening summary").click();
            page.getByTestId("reopening-submit").click();
            assertThat(page.locator("#reopening-error")).isVisible();
            look(page, "reopening-error-390");
            page.getByTestId("reopening-text").fill("아이들이 다칩니다.");
            page.getByTestId("reopening-submit").click();
            assertThat(page.getByTestId("done")).isVisible();
            look(page, "reopened-390");
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> product.texts("01077002004").size() == 5);

            officer.navigate(url("/staff/complaints/" + numbers.getLast()));
            assertThat(officer.getByTestId("again").first()).containsText("아이들이 다칩니다.");
            officer.getByTestId("to-related").click();
            assertThat(officer.getByTestId("related")).isVisible();
            look(officer, "related-1440");
            page.getByTestId("slip").first().click();
            assertThat(page.getByTestId("paper")).containsText(numbers.getLast());
            look(page, "slip-390");
            Page register = signedIn(intake, "intake", "civil-service");
            go(register, "nav-register");
            assertThat(register.getByTestId("register")).containsText(numbers.getFirst());
            look(register, "register-390");
            Assertions.assertThat(
                            register.request().get(url("/staff/register.pdf")).body())
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            go(register, "nav-letters");
            look(register, "letters-390");
        }
    }

    @Test
    void anAdministratorDraftsAPolicyComparesItAndActivatesIt() throws Exception {
        for (int width : new int[] {390, 1440}) {
            try (BrowserContext desk = context(width, 900)) {
                Page page = signedIn(desk, "admin", "-");
                go(page, "nav-policy");
                String tomorrow =
                        LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1).toString();
                page.locator("#effectiveFrom").fill(tomorrow);
                page.locator("#lunchFrom").fill("08:00");
                page.getByTestId("save").click();
                assertThat(page.getByTestId("error-summary")).isVisible();
                if (width == 390) {
                    look(page, "policy-error-" + width);
                }
                page.locator("#lunchFrom").fill("12:30");
                page.getByTestId("save").click();
                page.getByTestId("compare").click();
                assertThat(page.getByTestId("comparison")).isVisible();
                look(page, "policy-compared-" + width);
                page.getByTestId("activate").click();
                assertThat(page.getByTestId("done")).isVisible();
                page.getByTestId("undo").click();
                assertThat(page.getByTestId("undo")).hasCount(0);
            }
        }
    }

    @Test
    void anAdministratorDeclaresADayOffLateLooksFirstAndTakesItBack() throws Exception {
        String phone = "01077009012";
        JsonNode filed = JSON.readTree(product.post(
                        "/api/v1/complaints",
                        Complaints.of("구정 건의", "횡단보도에 그늘막을 놓아 주세요.", "suggestion", phone),
                        bearer(product.accounts().intake().key()))
                .body());
        await().atMost(Duration.ofSeconds(15)).until(() -> product.texts(phone).size() == 2);
        String before = dueAt(filed);
        // A working day, whenever this runs: the deadline itself.
        String day = before.substring(0, 10);
        for (int width : new int[] {390, 1440}) {
            try (BrowserContext desk = context(width, 900)) {
                Page page = signedIn(desk, "admin", "-");
                go(page, "nav-calendar");
                page.getByTestId("preview-button").click();
                assertThat(page.getByTestId("error-summary")).isVisible();
                look(page, "calendar-error-" + width);
                page.getByTestId("date").fill(day);
                page.getByTestId("name").fill("임시공휴일");
                page.getByTestId("kind").selectOption("temporary");
                page.getByTestId("preview-button").click();
                assertThat(page.getByTestId("preview-cases")).containsText("바뀌는 민원은");
                look(page, "calendar-preview-" + width);
                page.getByTestId("tell").check();
                page.getByTestId("confirm").click();
                assertThat(page.getByTestId("done")).isVisible();
                assertThat(page.getByTestId("progress").first()).containsText("다시 계산했습니다", patiently());
                look(page, "calendar-done-" + width);
                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(() -> assertThat(dueAt(filed)).isGreaterThan(before));

                page.getByTestId("own-" + day).getByTestId("undo").click();
                look(page, "calendar-undo-" + width);
                page.getByTestId("confirm").click();
                assertThat(page.getByTestId("own-empty")).isVisible();
                go(page, "nav-reports");
                assertThat(page.getByTestId("report-empty")).isVisible();
                look(page, "reports-" + width);
                go(page, "nav-calendar");
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(dueAt(filed)).isEqualTo(before));
            }
        }
        assertThat(product.texts(phone).stream()
                        .filter(text -> text.get("text").asString().contains("처리기한이 바뀌었습니다")))
                .as("told when the office chose to, and not when it was taken back")
                .hasSize(2);
    }

    @Test
    void anOfficerFindsACaseByItsWordsAndByItsNumber() throws Exception {
        String phone = "01077009077";
        String number = JSON.readTree(product.post(
                                "/api/v1/complaints",
                                Complaints.of(
                                        "놀이터 그네가 부러졌어요 <b>위험</b>",
                                        "상무시민공원 놀이터의 그네 의자가 부러져 아이가 다칠 뻔했습니다. 연락은 010-7700-9077로 주세요. "
                                                + "미끄럼틀 나사도 풀려 있습니다.",
                                        "trees-parks",
                                        phone),
                                bearer(product.accounts().intake().key()))
                        .body())
                .get("receiptNumber")
                .asString();
        for (int width : new int[] {390, 1440}) {
            try (BrowserContext desk = context(width, 900)) {
                Page page = signedIn(desk, "intake", "civil-service");
                look(page, "queue-find-" + width);
                page.getByTestId("find-q").fill("부러진 그네");
                page.getByTestId("find-submit").click();
                assertThat(page.getByTestId("found-" + number)).containsText("<b>위험</b>");
                assertThat(page.getByTestId("found-" + number).locator("mark").first())
                        .hasText("그네");
                assertThat(page.getByTestId("found-" + number)).not().containsText("7700");
                look(page, "find-" + width);
                page.getByTestId("find-q").fill("!?");
                page.getByTestId("find-submit").click();
                assertThat(page.getByTestId("error-q")).isVisible();
                look(page, "find-error-" + width);
                page.getByTestId("find-q").fill("010-7700-9077");
                page.getByTestId("find-submit").click();
                assertThat(page.getByTestId("find-by-number")).isVisible();
                look(page, "find-person-" + width);
                page.getByTestId("find-q").fill("우주선 착륙장");
                page.getByTestId("find-submit").click();
                assertThat(page.getByTestId("find-none")).isVisible();
                look(page, "find-none-" + width);
                page.getByTestId("find-q").fill(number.replace("-", ""));
                page.getByTestId("find-submit").click();
                assertThat(page).hasURL(Pattern.compile(".*/staff/complaints/" + number));
            }
        }
    }

    private static String dueAt(JsonNode filed) throws Exception {
        return JSON.readTree(product.get(
                                8080,
                                "/api/v1/complaints/"
                                        + filed.get("receiptNumber").asString(),
                                Map.of("X-Lookup-Code", filed.get("lookupCode").asString()))
                        .body())
                .at("/deadline/dueAt")
                .asString();
    }

    private static String linkIn(String phone, int text) {
        List<JsonNode> texts =
                await().atMost(Duration.ofSeconds(15)).until(() -> product.texts(phone), all -> all.size() >= text);
        Matcher link = Pattern.compile("http://\\S+/s/\\S+")
                .matcher(texts.get(text - 1).get("text").asString());
        Assertions.assertThat(link.find()).isTrue();
        // The cookies of this test's browser are of localhost.
        return link.group().replace("127.0.0.1", "localhost");
    }

    private static Page signedIn(BrowserContext desk, String role, String departmentId) throws Exception {
        return chromium.signedIn(desk, role, departmentId);
    }

    @Test
    void englishPagesAreEnglishAndFreeOfSeriousBarriers() throws Exception {
        try (BrowserContext visitor = context(390, 844)) {
            Page page = visitor.newPage();
            page.navigate(url("/?lang=en"));
            for (String path : List.of("/", "/complaints/new", "/complaints/lookup", "/deadlines", "/staff/login")) {
                page.navigate(url(path));
                assertThat(page.locator("html")).hasAttribute("lang", "en");
                look(page, "english" + path.replace('/', '-') + "-390");
            }
        }
    }

    @Test
    void everyPublicPageIsFreeOfSeriousBarriersAtBothWidths() {
        for (int width : new int[] {390, 1440}) {
            try (BrowserContext visitor = context(width, 900)) {
                Page page = visitor.newPage();
                for (String path :
                        List.of("/", "/complaints/new", "/complaints/lookup", "/deadlines", "/staff/login")) {
                    page.navigate(url(path));
                    look(page, "public" + path.replace('/', '-') + "-" + width);
                }
                page.navigate(url("/deadlines?receivedAt=2026-11-23&period=7d"));
                look(page, "public-deadlines-result-" + width);
                page.navigate(url("/nowhere"));
                look(page, "public-error-" + width);
            }
        }
    }

    private static BrowserContext context(int width, int height) {
        return chromium.context(width, height);
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static String url(String path) {
        return chromium.url(path);
    }
}
