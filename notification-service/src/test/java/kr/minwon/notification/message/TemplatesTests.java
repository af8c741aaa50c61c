package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.koreansms.SenderNumber;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTests {
    private static final Templates SEEDED = Seeded.templates();
    private static final Map<String, String> USUAL = Map.of(
            "receiptNumber", "2611-4821-9375",
            "department", "건설과",
            "contact", "062-360-7114",
            "officer", "홍길동",
            "outcome", "수용",
            "dueAt", "12월 1일(화) 18시");

    @Test
    void receivedIsAnSms() {
        Content content = SEEDED.render("seogu", Step.RECEIVED, USUAL);
        assertThat(content.text()).isEqualTo("[서구청] 민원이 접수되었습니다.\n접수번호 2611-4821-9375");
        assertThat(SmsText.measure(content.text()).type()).isEqualTo(SmsSize.Type.SMS);
        assertThat(content.templateVersion()).isEqualTo("received-ko-1");
        assertThat(content.encoding()).isEqualTo(Encoding.EUC_KR);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyTextBeginsWithTheOfficeAndNamesTheReceiptNumber(Step step) {
        assertThat(SEEDED.render("seogu", step, USUAL).text())
                .startsWith("[서구청] ")
                .contains("2611-4821-9375");
        assertThat(SEEDED.render("namgu", step, USUAL).text()).startsWith("[구청] ");
    }

    /** 민원처리법 시행령 §31. */
    @Test
    void noticesNameDepartmentOfficerAndContact() {
        assertThat(SEEDED.render("seogu", Step.ASSIGNED, USUAL).text())
                .contains("건설과", "062-360-7114", "12월 1일(화) 18시");
        assertThat(SEEDED.render("seogu", Step.ANSWERED, USUAL).text()).contains("건설과", "홍길동", "062-360-7114", "수용");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void theLongestValuesStayWithinAnLms(Step step) {
        Map<String, String> longest = new HashMap<>();
        USUAL.keySet().forEach(name -> longest.put(name, "힝".repeat(5_000)));
        Content content = SEEDED.render("seogu", step, longest);
        assertThat(SmsText.measure(content.text()).type()).isIn(SmsSize.Type.SMS, SmsSize.Type.LMS);

        longest.replaceAll((name, value) -> "똠".repeat(5_000));
        assertThat(SEEDED.render("seogu", step, longest).text().length() * 2).isLessThanOrEqualTo(SmsText.LMS_BYTES);
    }

    @Test
    void whatEucKrLacksIsReplacedOrGoesInUcs2() {
        assertThat(render("건설과 — 도로•보안등\u200B").encoding()).isEqualTo(Encoding.EUC_KR);
        assertThat(render("건설과 — 도로•보안등\u200B").text()).contains("건설과 - 도로·보안등");
        assertThat(render("똠방과").encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(render("똠방과").text()).contains("똠방과");
        assertThat(render("\uD83D과").text()).contains("□과");
    }

    @Test
    void aValueCannotBeginALineOfItsOwnOrFillAnotherVariable() {
        assertThat(render("건설과\n[경찰청] 계좌로\r\n보내세요").text())
                .contains("건설과 [경찰청] 계좌로 보내세요")
                .hasLineCount(3);
        assertThat(render("{contact}$1\\").text()).contains("{contact}$1\\ ");
    }

    private static Content render(String department) {
        Map<String, String> values = new HashMap<>(USUAL);
        values.put("department", department);
        return SEEDED.render("seogu", Step.ASSIGNED, values);
    }

    @Test
    void anOfficesOwnTemplateGoesFirst() {
        Templates own = new Templates(
                List.of(
                        new Template("*", Step.RECEIVED, "ko", "any", "모두"),
                        new Template("seogu", Step.RECEIVED, "ko", "own", "서구"),
                        new Template("*", Step.ASSIGNED, "ko", "a", "{department} {contact} {dueAt}"),
                        new Template("*", Step.ANSWERED, "ko", "n", "{department} {officer} {contact}"),
                        new Template("*", Step.WITHDRAWN, "ko", "w", "취하")),
                List.of(office("seogu", "ko"), office("*", "ko")));
        assertThat(own.render("seogu", Step.RECEIVED, USUAL).templateVersion()).isEqualTo("own");
        assertThat(own.render("bukgu", Step.RECEIVED, USUAL).templateVersion()).isEqualTo("any");
    }

    @Test
    void refusesANoticeThatLeavesOutWhatTheLawAsksFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("*", Step.ANSWERED, "ko", "x", "{department} {contact}"))
                .withMessageContaining("시행령 제31조");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("*", Step.ASSIGNED, "ko", "x", "{department} {dueAt}"));
    }

    @Test
    void refusesAnOfficeWithoutATemplateInItsLanguage() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Templates(List.of(), List.of(office("*", "ko"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Templates(
                        List.of(new Template("*", Step.RECEIVED, "ko", "r", "x")), List.of(office("*", "en"))));
    }

    private static Office office(String id, String language) {
        return new Office(id, "서구청", language, new SenderNumber("0623607114"));
    }
}
