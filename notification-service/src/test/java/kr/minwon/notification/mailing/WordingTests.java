package kr.minwon.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.message.AnswerLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {
    private static final Wording WORDING = MailingMother.wording(MailingMother.WITH_FREE_NUMBER);

    @Test
    void newsBeginWithTheOfficeAndEndWithTheLinkThatStopsThem() {
        String text = WORDING.content(MailingMother.in(MailingState.SENDING), "AbCdEfGhIjKlMnOp")
                .text();
        assertThat(text).isEqualTo("[서구청] 내일 오전 9시부터 물이 끊깁니다.\n수신거부 https://minwon.example/o/AbCdEfGhIjKlMnOp");
        assertThat(AnswerLinks.masked(text)).endsWith("/o/…").doesNotContain("AbCd");
        assertThat(WORDING.sample("seogu", MailingMother.NEWS)).hasSameSizeAs(text);
        assertThat(WORDING.size("seogu", MailingMother.NEWS).type()).isEqualTo(SmsSize.Type.LMS);
    }

    /** 정보통신망법 §50④. */
    @Test
    void advertisingSaysSoNamesItsSenderAndEndsWithTheFreeNumber() {
        assertThat(WORDING.sample("seogu", MailingMother.ADS))
                .startsWith("(광고)[서구청 0623607114] 김장 축제에 오세요.")
                .endsWith("\n무료수신거부 080-123-4567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(광고) 무료 강좌",
                "( 광고 )무료",
                "(광 고) 무료",
                "（광고）무료",
                "[광고] 무료",
                "【광고】 무료",
                "〔광 고〕무료",
                "(광/고) 무료",
                "안녕하세요. (광고) 무료 강좌"
            })
    void theMarkIsKnownHoweverItIsWritten(String words) {
        assertThat(Wording.isMarked(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"광고물을 정비합니다.", "불법 광고 신고", "(광고물) 철거", "(광주 고등학교)", "[공고] 광고 심의", "(광)고"})
    void wordsAboutAdvertisingAreNoMark(String words) {
        assertThat(Wording.isMarked(words)).isFalse();
    }

    @Test
    void aTextWithASubjectIsAnLmsAndThatOfAdvertisingSaysSo() {
        assertThat(WORDING.subject(MailingMother.NEWS)).isNull();
        assertThat(WORDING.subject(MailingMother.TITLED)).isEqualTo("단수 안내");
        assertThat(WORDING.subject(MailingMother.TITLED_ADS)).isEqualTo("(광고) 김장 축제");
        Mailing titled = MailingMother.written(
                "m1",
                "seogu",
                null,
                MailingMother.TITLED,
                "news/safety",
                MailingMother.by(Mailing.WRITTEN, "acc-writer"));
        assertThat(WORDING.content(titled, "AbCdEfGhIjKlMnOp").subject()).isEqualTo("단수 안내");
        assertThat(WORDING.size("seogu", MailingMother.TITLED).type()).isEqualTo(SmsSize.Type.LMS);
    }

    /** Over SMPP it is the first line of the text. */
    @Test
    void aSubjectCountsWithTheTextSoThatItFitsWhicheverProviderGetsIt() {
        Letter untitled = new Letter("safety", List.of(), null, MailingMother.TITLED.text(), false, null);
        int without = WORDING.size("seogu", untitled).bytes();
        assertThat(WORDING.size("seogu", MailingMother.TITLED).bytes())
                .isEqualTo(without + SmsText.measure("단수 안내\n").bytes());

        int room = SmsText.LMS_BYTES - without;
        String full = MailingMother.TITLED.text() + "a".repeat(room);
        Letter just = new Letter("safety", List.of(), null, full, false, null);
        Letter tooLong = new Letter("safety", List.of(), "단수", full, false, null);
        assertThat(WORDING.size("seogu", just).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(WORDING.size("seogu", tooLong).type()).isEqualTo(SmsSize.Type.TOO_LONG);
    }

    @Test
    void whatIsNotFreeIsNoFreeNumber() {
        assertThat(WORDING.mayAdvertise("seogu")).isTrue();
        assertThat(WORDING.mayAdvertise("namgu")).isFalse();
        assertThat(MailingMother.WITH_FREE_NUMBER.officesOf("0801234567")).containsExactly("seogu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptOutSettings(Map.of("seogu", "062-360-7114"), null, null));
    }
}
