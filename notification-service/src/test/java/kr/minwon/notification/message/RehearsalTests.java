package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.Seeded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RehearsalTests {
    private static final Templates SEEDED = Seeded.templates();
    private static final AnswerLinks LINKS = new AnswerLinks("https://minwon.seogu.example", token -> token);
    private static final Sizing SIZING = new Sizing(false);
    private static final Rehearsal REHEARSAL = rehearsal(SEEDED);
    private static final Map<String, String> CASE = Map.of(
            "receiptNumber", "2611-4821-9375",
            "department", "건설과",
            "contact", "062-360-7114",
            "officer", "홍길동",
            "agency", "광주광역시청",
            "dueAt", "2026-12-01T18:00:00+09:00",
            "answerBy", "2026-12-04T18:00:00+09:00");

    private static Rehearsal rehearsal(Templates templates) {
        FramedNews news = new FramedNews() {
            @Override
            public String text(String officeId, String words, boolean advertising) {
                return (advertising ? "(광고)" : "") + "[서구청] " + words + "\n수신거부 https://minwon.example/o/0000";
            }

            @Override
            public @Nullable String subject(@Nullable String typed, boolean advertising) {
                return typed;
            }
        };
        return new Rehearsal(templates, LINKS, news, SIZING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {
                "SUPPLEMENT",
                "EXTENDED",
                "CONSENT",
                "RETURNED",
                "TRANSFERRED",
                "MERGED",
                "CLOSED",
                "DEADLINE",
                "REOPENED"
            })
    void whatIsShownIsWhatGoesOut(Step step) {
        for (String language : Spoken.LANGUAGES) {
            for (String words : List.of("사진을 보내 주세요.", "가".repeat(1_000), "똠방 — 😀")) {
                Rehearsal.Sent shown = REHEARSAL.of("seogu", step, language, CASE, words);
                Map<String, String> said = new HashMap<>();
                CASE.forEach((name, value) ->
                        said.put(name, Spoken.of(Variable.of(name).orElseThrow(), value, language)));
                said.put("request", words);
                said.put("reason", words);
                said.put("link", LINKS.of("261148219375s1-AAECAwQFBgcICQoL"));
                Content sent = SEEDED.render("seogu", step, language, said);
                assertThat(AnswerLinks.masked(shown.content().text())).isEqualTo(AnswerLinks.masked(sent.text()));
                assertThat(shown.content().text()).hasSameSizeAs(sent.text());
                assertThat(shown.content().encoding()).isEqualTo(sent.encoding());
                assertThat(shown.size())
                        .isEqualTo(SmsText.measure(shown.content().text()));
                assertThat(shown.assumed()).isEmpty();
                assertThat(shown.whole()).isEqualTo(!words.startsWith("가가"));
            }
        }
    }

    @Test
    void theTemplateMakesAnLmsOfAFewWords() {
        assertThat(SmsText.measure("사진을 보내 주세요.").type()).isEqualTo(SmsSize.Type.SMS);
        assertThat(REHEARSAL
                        .of("seogu", Step.SUPPLEMENT, Spoken.KOREAN, CASE, "사진을 보내 주세요.")
                        .size()
                        .type())
                .isEqualTo(SmsSize.Type.LMS);
    }

    @Test
    void whatIsNotKnownYetIsTakenAsLongAsItMayBeAndNamed() {
        Map<String, String> known = new HashMap<>(CASE);
        known.remove("dueAt");
        Rehearsal.Sent atMost = REHEARSAL.of("seogu", Step.EXTENDED, null, known, "부품 대기");
        assertThat(atMost.assumed()).containsExactly("dueAt");
        assertThat(atMost.size().bytes())
                .isGreaterThanOrEqualTo(REHEARSAL
                        .of("seogu", Step.EXTENDED, null, CASE, "부품 대기")
                        .size()
                        .bytes());
    }

    @Test
    void whereNobodyTakesUcs2TheWriterSeesWhatIsLost() {
        Rehearsal.Sent shown = rehearsal(SEEDED.with(sender -> false)).of("seogu", Step.CLOSED, null, CASE, "똠방 — 종결");
        assertThat(shown.content().text()).contains("□방 - 종결");
        assertThat(shown.content().lost()).containsExactly("똠");
        assertThat(shown.size().type()).isEqualTo(SmsSize.Type.LMS);
    }

    @Test
    void whatMacosTypedInPartsIsWhole() {
        String typed = Normalizer.normalize("사진을 보내 주세요.", Normalizer.Form.NFD);
        assertThat(REHEARSAL.of("seogu", Step.SUPPLEMENT, null, CASE, typed))
                .isEqualTo(REHEARSAL.of("seogu", Step.SUPPLEMENT, null, CASE, "사진을 보내 주세요."));
    }

    @Test
    void newsAreShownWithWhatStandsRoundThem() {
        Rehearsal.Sent shown = REHEARSAL.news("seogu", "내일 단수", null, true);
        assertThat(shown.content().text()).startsWith("(광고)[서구청] 내일 단수\n수신거부");
        assertThat(REHEARSAL.news("seogu", "내일 단수", "제목", false).size().type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(REHEARSAL.news("seogu", "똠", null, false).size().type()).isNull();
    }

    @Test
    void refusesAStepWhereNobodyWritesAnything() {
        assertThat(Rehearsal.written(Step.ANSWERED)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.of("seogu", Step.ANSWERED, null, CASE, "고쳤습니다"));
    }
}
