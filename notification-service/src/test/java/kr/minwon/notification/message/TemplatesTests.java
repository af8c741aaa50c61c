package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kr.minwon.koreansms.SenderNumber;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTests {
    private static final Templates SEEDED = Seeded.templates();
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("receiptNumber", "2611-4821-9375"),
            Map.entry("department", "건설과"),
            Map.entry("contact", "062-360-7114"),
            Map.entry("officer", "홍길동"),
            Map.entry("outcome", "수용"),
            Map.entry("dueAt", "12월 1일(화) 18시"),
            Map.entry("answerBy", "12월 4일(금)"),
            Map.entry("request", "사진을 보내 주세요."),
            Map.entry("reason", "부품을 주문했습니다."),
            Map.entry("agency", "광주광역시청"),
            Map.entry("code", "123456"),
            Map.entry("minutes", "3"),
            Map.entry("count", "12"),
            Map.entry("link", "https://minwon.seogu.example/s/261148219375s1-AAECAwQFBgcICQoL"));
    /** A free text of syllables leaves the last byte of an LMS empty when there is only one. */
    private static final int HALF_A_SYLLABLE = 1;
    /** As long as a link may be. */
    private static final String LONGEST_LINK =
            "https://" + "a".repeat(AnswerLinks.MOST_CHARACTERS - "https://".length());

    @Test
    void receivedIsAnSms() {
        Content content = SEEDED.render("seogu", Step.RECEIVED, USUAL);
        assertThat(content.text()).isEqualTo("[서구청] 민원이 접수되었습니다.\n접수번호 2611-4821-9375");
        assertThat(SmsText.measure(content.text()).type()).isEqualTo(SmsSize.Type.SMS);
        assertThat(content.templateVersion()).isEqualTo("received-ko-1");
        assertThat(content.encoding()).isEqualTo(Encoding.EUC_KR);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "MAILING")
    void everyTextBeginsWithTheOfficeAndNamesItsNumber(Step step) {
        assertThat(SEEDED.render("seogu", step, USUAL).text())
                .startsWith("[서구청] ")
                .contains(
                        switch (step) {
                            case CODE -> "123456";
                            case DIGEST -> "12건";
                            default -> "2611-4821-9375";
                        });
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
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "MAILING")
    void theLongestValuesStayWithinAnLms(Step step) {
        Map<String, String> longest = new HashMap<>();
        USUAL.keySet().forEach(name -> longest.put(name, "힝".repeat(5_000)));
        longest.put("link", LONGEST_LINK);
        Content content = SEEDED.render("seogu", step, longest);
        assertThat(SmsText.measure(content.text()).type()).isIn(SmsSize.Type.SMS, SmsSize.Type.LMS);

        longest.replaceAll((name, value) -> name.equals("link") ? value : "똠a".repeat(5_000));
        assertThat(SEEDED.render("seogu", step, longest).text().length() * 2).isLessThanOrEqualTo(SmsText.LMS_BYTES);
    }

    private static Stream<String> freeTexts() {
        Stream<String> chosen = Stream.of(
                "가".repeat(1_000),
                "a".repeat(1_000),
                "7".repeat(1_000),
                "가 a\n".repeat(250),
                "똠".repeat(1_000),
                "a".repeat(999) + "똠",
                "똠" + "a".repeat(999),
                "가".repeat(999) + "똠",
                "a1".repeat(400) + "가".repeat(199) + "똠",
                "😀".repeat(500),
                "👨\u200D👩\u200D👧".repeat(125),
                "\uD83D".repeat(1_000),
                "a" + "\u0301".repeat(999),
                "\r\n\u0085\u2028".repeat(250),
                "https://example.org/" + "a".repeat(980),
                "{link}{contact}$1\\".repeat(50),
                "\u202E\uFEFF\u0000");
        Random random = new Random(17);
        String pieces = "가힝똠뷁aZ1 -\n\t—•😀👍🏽\u0301\u200D□";
        Stream<String> any = random.ints(300, 1, 1_000)
                .mapToObj(length -> random.ints(length, 0, pieces.codePointCount(0, pieces.length()))
                        .map(at -> pieces.codePointAt(pieces.offsetByCodePoints(0, at)))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Stream.concat(chosen, any);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"SUPPLEMENT", "EXTENDED", "CONSENT", "RETURNED", "TRANSFERRED"})
    void whateverAnOfficerWritesTheRestIsThereToTheEnd(Step step) {
        Content usual = SEEDED.render("seogu", step, USUAL);
        String written = step == Step.SUPPLEMENT ? USUAL.get("request") : USUAL.get("reason");
        List<String> around = List.of(usual.text().split(java.util.regex.Pattern.quote(written), -1));
        assertThat(around).hasSize(2);
        freeTexts().forEach(text -> {
            Map<String, String> values = new HashMap<>(USUAL);
            values.put("request", text);
            values.put("reason", text);
            Content content = SEEDED.render("seogu", step, values);
            assertThat(content.text())
                    .startsWith(around.get(0))
                    .endsWith(around.get(1))
                    .hasLineCount((int) usual.text().lines().count())
                    .doesNotContain("?");
            assertThat(octets(content).length).isLessThanOrEqualTo(SmsText.LMS_BYTES);
        });
    }

    private static byte[] octets(Content content) {
        return switch (content.encoding()) {
            case EUC_KR -> SmsText.encode(content.text()).orElseThrow();
            case UCS_2 -> content.text().getBytes(Charset.forName("UTF-16BE"));
        };
    }

    @Test
    void aFreeTextIsCutAtASyllableWhereTheRoomEnds() {
        assertThat(reason("가".repeat(300))).contains("사유: " + "가".repeat(300) + "\n");

        String cut = reason("가".repeat(1_000));
        assertThat(cut).containsPattern("사유: 가{900,}…\n");
        assertThat(SmsText.encode(cut).orElseThrow().length).isBetween(SmsText.LMS_BYTES - 1, SmsText.LMS_BYTES);

        String inUcs2 = reason("a".repeat(500) + "😀".repeat(400));
        assertThat(inUcs2).containsPattern("사유: a{500}(😀)+…\n");
        assertThat(inUcs2.length() * 2).isBetween(SmsText.LMS_BYTES - 3, SmsText.LMS_BYTES);
    }

    private static String reason(String reason) {
        Map<String, String> values = new HashMap<>(USUAL);
        values.put("reason", reason);
        return SEEDED.render("seogu", Step.EXTENDED, values).text();
    }

    @Test
    void refusesATemplateWithoutRoomForItsValues() {
        String law = "{reason} {department} {officer} {contact}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("*", Step.RETURNED, "ko", "x", law + "가".repeat(750)))
                .withMessageContaining("too long");
        assertThat(new Template("*", Step.RETURNED, "ko", "x", law + "가".repeat(700)).version())
                .isEqualTo("x");
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
    void whereNobodyTakesUcs2ASquareStandsForItAndTheContentNamesIt() {
        Templates byHttpAlone = SEEDED.with(sender -> !sender.equals("0620000000"));
        Map<String, String> values = new HashMap<>(USUAL);
        values.put("request", "똠방각하 — 👨\u200D👩\u200D👧와 뷁, 또 똠?");
        Content content = byHttpAlone.render("seogu", Step.SUPPLEMENT, values);
        assertThat(content.encoding()).isEqualTo(Encoding.EUC_KR);
        assertThat(content.text()).contains("요청: □방각하 - □와 □, 또 □?\n");
        assertThat(content.lost()).containsExactly("똠", "👨\u200D👩\u200D👧", "뷁");
        assertThat(content.asSms().lost()).isEqualTo(content.lost());
        assertThat(SmsText.encode(content.text())).isPresent();

        assertThat(byHttpAlone.render("seogu", Step.SUPPLEMENT, USUAL).lost()).isEmpty();
        assertThat(SEEDED.render("seogu", Step.SUPPLEMENT, values).encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(SEEDED.render("seogu", Step.SUPPLEMENT, values).lost()).isEmpty();
    }

    @Test
    void whatIsCutOffIsNotNamedAsLost() {
        Map<String, String> values = new HashMap<>(USUAL);
        values.put("request", "가".repeat(1_000) + "똠");
        Content content = SEEDED.with(sender -> false).render("seogu", Step.SUPPLEMENT, values);
        assertThat(content.lost()).isEmpty();
        assertThat(content.encoding()).isEqualTo(Encoding.EUC_KR);
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
        List<Template> templates = new ArrayList<>(MessageMother.templateOfEachStep());
        templates.add(new Template("seogu", Step.RECEIVED, "ko", "own", "서구"));
        Templates own = new Templates(templates, List.of(office("seogu", "ko"), office("*", "ko")));
        assertThat(own.render("seogu", Step.RECEIVED, USUAL).templateVersion()).isEqualTo("own");
        assertThat(own.render("bukgu", Step.RECEIVED, USUAL).templateVersion()).isEqualTo("received-any");
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "MAILING")
    void everyStepHasAnEnglishTextOfTheCharactersThatEveryPhoneReads(Step step) {
        Template english = SEEDED.builtIn("seogu", step, Spoken.ENGLISH).orElseThrow();
        assertThat(english.text()).matches("[\\x20-\\x7E\n]+");
        Map<String, String> values = new HashMap<>();
        StepVariables.known(step).forEach(one -> values.put(one.wireName(), one.example(Spoken.ENGLISH)));
        Content content = SEEDED.render("seogu", step, Spoken.ENGLISH, values);
        assertThat(content.text()).startsWith("[Seo-gu Office] ").doesNotContain("{");
        assertThat(content.templateVersion()).isEqualTo(step.wireName() + "-en-1");
        assertThat(content.encoding()).isEqualTo(Encoding.EUC_KR);
    }

    @Test
    void whoReadsWhatTheOfficeHasNoTextInIsToldInItsOwnLanguage() {
        assertThat(MessageMother.templates()
                        .render("seogu", Step.RECEIVED, Spoken.ENGLISH, USUAL)
                        .templateVersion())
                .isEqualTo("received-any");
    }

    @Test
    void anApprovedTextGoesBeforeTheProductsInItsLanguageOnly() {
        Template approved = new Template("seogu", Step.RECEIVED, "ko", "received-ko-sms-v1", "[{office}] 접수");
        Templates own = SEEDED.with(
                (office, step, language, channel) -> office.equals("seogu")
                                && step == Step.RECEIVED
                                && language.equals("ko")
                                && channel == Channel.SMS
                        ? Optional.of(approved)
                        : Optional.empty(),
                AlimtalkProfiles.NONE);
        assertThat(own.render("seogu", Step.RECEIVED, "ko", USUAL).templateVersion())
                .isEqualTo("received-ko-sms-v1");
        assertThat(own.render("seogu", Step.RECEIVED, "en", USUAL).templateVersion())
                .isEqualTo("received-en-1");
        assertThat(own.render("bukgu", Step.RECEIVED, "ko", USUAL).templateVersion())
                .isEqualTo("received-ko-1");
    }

    @Test
    void refusesWhatWouldGoOutUnfilledOrUnreadable() {
        assertThat(TemplateFault.of(Step.RECEIVED, Channel.SMS, "{office} {reason} {부서}"))
                .extracting(fault -> ((TemplateFault.UnknownVariable) fault).name())
                .containsExactly("reason", "부서");
        assertThat(TemplateFault.of(Step.RECEIVED, Channel.SMS, "{office 접수"))
                .containsExactly(new TemplateFault.StrayBrace());
        assertThat(TemplateFault.of(Step.RECEIVED, Channel.SMS, " \n")).containsExactly(new TemplateFault.Blank());
        assertThat(TemplateFault.of(Step.RECEIVED, Channel.SMS, "접수 — 똠\u202E\u0007"))
                .containsExactly(new TemplateFault.Unencodable(List.of("—", "똠", "\u202E", "\u0007")));
        assertThat(TemplateFault.of(Step.RECEIVED, Channel.ALIMTALK, "접수 — 똠\u202E"))
                .containsExactly(new TemplateFault.Unencodable(List.of("\u202E")));
        assertThat(TemplateFault.of(Step.RECEIVED, Channel.SMS, "가".repeat(1_001)))
                .containsExactly(new TemplateFault.TooLong(2));
        assertThat(TemplateFault.of(Step.ASSIGNED, Channel.SMS, "{department} {officer}"))
                .hasSize(2)
                .contains(new TemplateFault.Missing(List.of("contact", "dueAt")));
    }

    /** No value that there can be makes a longer text than those the preview shows. */
    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "MAILING")
    void theLongestValuesAreTheLongest(Step step) {
        Template template = SEEDED.builtIn("seogu", step, Spoken.KOREAN).orElseThrow();
        Map<String, String> longest = new HashMap<>();
        StepVariables.known(step).forEach(one -> longest.put(one.wireName(), one.longest()));
        int bytes = SmsText.encode(SEEDED.preview("seogu", template, longest).text())
                .orElseThrow()
                .length;
        for (String any : List.of("힝".repeat(3_000), "A".repeat(3_000), "가 1".repeat(900))) {
            Map<String, String> values = new HashMap<>(longest);
            StepVariables.known(step).stream()
                    .filter(one -> switch (one.kind()) {
                        case NAME, WORD, PHONE, FREE_TEXT -> true;
                        case MOMENT, DAY, NUMBER, LINK -> false;
                    })
                    .forEach(one -> values.put(one.wireName(), any));
            assertThat(SmsText.encode(SEEDED.preview("seogu", template, values).text())
                            .orElseThrow()
                            .length)
                    .isLessThanOrEqualTo(bytes + HALF_A_SYLLABLE);
        }
    }

    @Test
    void refusesANoticeThatLeavesOutWhatTheLawAsksFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("*", Step.ANSWERED, "ko", "x", "{department} {contact}"))
                .withMessageContaining("시행령 제31조");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("*", Step.ASSIGNED, "ko", "x", "{department} {dueAt}"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Template("*", Step.EXTENDED, "ko", "x", "{dueAt} {department} {officer} {contact}"))
                .withMessageContaining("{reason}");
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
