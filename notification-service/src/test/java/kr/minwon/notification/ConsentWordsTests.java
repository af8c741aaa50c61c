package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.consent.ConsentWords;
import kr.minwon.notification.consent.ConsentWords.Version;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.subscription.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ConsentWordsTests {
    private static final Purpose WASTE = new Purpose("news/waste");

    private final ConsentWords words = ConsentWordsFile.read();

    private static ConsentEntry said(Purpose purpose, boolean given, Channel channel, String words) {
        return new ConsentEntry(purpose, given, channel, words, null, Instant.EPOCH);
    }

    private static ConsentEntry onThePage(Purpose purpose, boolean given, String words) {
        return said(purpose, given, Channel.VERIFIED_PHONE, words);
    }

    @Test
    void anEntryLeadsToTheSentenceInItsLanguage() {
        assertThat(words.sentence(onThePage(WASTE, true, "sms-1/ko: 화정1동 화정2동")))
                .get()
                .asString()
                .startsWith("고르신 소식을 문자로");
        assertThat(words.sentence(onThePage(WASTE, true, "sms-1/en")))
                .get()
                .asString()
                .startsWith("The number is used only");
        assertThat(words.sentence(onThePage(Purpose.ADS_AT_NIGHT, true, "sms-1/ko")))
                .contains("광고를 밤 9시부터 아침 8시 사이에도 받겠습니다");
        assertThat(words.sentence(onThePage(Purpose.CASE_NOTICES, false, "page-1/ko")))
                .get()
                .asString()
                .endsWith("문자 그만 받기");
    }

    @Test
    void whatNoPageSaidHasNoSentence() {
        assertThat(words.sentence(said(WASTE, false, Channel.TEXT, "sms-1/ko"))).isEmpty();
        assertThat(words.sentence(onThePage(WASTE, false, "sms-1/ko"))).isEmpty();
        assertThat(words.sentence(onThePage(WASTE, true, "sms-1"))).isEmpty();
        assertThat(words.sentence(onThePage(WASTE, true, "sms-99/ko"))).isEmpty();
    }

    @Test
    void onlyVersionsOfTheFormAreItsWords() {
        assertThat(words.areOf(ConsentWords.CORNER, "sms-1/en")).isTrue();
        for (String other : List.of("sms-1", "sms-1/fr", "page-1/ko", "", "sms-1/ko: 화정1동", "=1+1")) {
            assertThat(words.areOf(ConsentWords.CORNER, other)).as(other).isFalse();
        }
    }

    @Test
    void theLatestVersionIsTheLastOfItsForm() {
        ConsentWords two = new ConsentWords(List.of(
                new Version("sms-1", "ko", Map.of()),
                new Version("sms-2", "ko", Map.of()),
                new Version("page-1", "ko", Map.of())));
        assertThat(two.latest(ConsentWords.CORNER, "ko")).isEqualTo("sms-2/ko");
        assertThat(two.areOf(ConsentWords.CORNER, "sms-1/ko")).isTrue();
    }

    @Test
    void everyTopicHasASentence() {
        Topics topics = TopicFile.read(new ClassPathResource("notification/topics.json"));
        for (String language : List.of("ko", "en")) {
            String latest = words.latest(ConsentWords.CORNER, language);
            assertThat(topics.of("seogu"))
                    .isNotEmpty()
                    .allSatisfy(topic -> assertThat(words.sentence(onThePage(topic.purpose(), true, latest)))
                            .isPresent());
        }
    }
}
