package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLinksTests {
    private static final String TOKEN = "261148219375s1-AAECAwQFBgcICQoL";

    @ParameterizedTest
    @ValueSource(strings = {"https://minwon.seogu.example", "https://minwon.seogu.example/", " http://127.0.0.1:8080 "})
    void aLinkIsTheTokenUnderThePublicAddress(String url) {
        assertThat(new AnswerLinks(url, any -> TOKEN).of("sealed"))
                .isEqualTo(url.strip().replaceAll("/$", "") + "/s/" + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "minwon.example",
                "ftp://minwon.example",
                "https://",
                "https://minwon.example?a=b",
                "https://minwon.example#a",
                "https://a@minwon.example",
                "https://minwon.example/a b",
                "https://minwon.example/민원",
                "https://minwon.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesWhatIsNoPublicAddress(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerLinks(url, any -> TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "../staff", "a?b", "똠"})
    void refusesWhatIsNoToken(String token) {
        AnswerLinks links = new AnswerLinks("https://minwon.example", any -> token);
        assertThatIllegalArgumentException().isThrownBy(() -> links.of("sealed"));
    }

    @Test
    void aMaskedTextHasNoToken() {
        assertThat(AnswerLinks.masked("보완하기: https://a.example/s/" + TOKEN + "\n담당: 건설과"))
                .isEqualTo("보완하기: https://a.example/s/…\n담당: 건설과");
        assertThat(AnswerLinks.masked("담당: 건설과")).isEqualTo("담당: 건설과");
        assertThat(AnswerLinks.masked("내일 물이 끊깁니다.\n수신거부 https://a.example/o/AbCdEfGhIjKl-_Op\n무료수신거부 080-123-4567"))
                .isEqualTo("내일 물이 끊깁니다.\n수신거부 https://a.example/o/…\n무료수신거부 080-123-4567");
    }
}
