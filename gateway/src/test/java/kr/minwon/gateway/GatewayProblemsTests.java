package kr.minwon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import kr.minwon.problems.ProblemTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayProblemsTests {
    private final ProblemTexts texts = new ProblemTexts(List.of(ProblemTexts.bundle("problems/gateway")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-api-key",
                "bad-csrf",
                "too-many-filings",
                "too-many-lookups",
                "too-many-sign-ins",
                "too-many-requests",
                "too-many-codes",
                "service-away",
                "service-slow"
            })
    void haveASentenceInBothLanguages(String slug) {
        for (String part : List.of(".title", ".detail")) {
            assertThat(texts.text(slug + part, Locale.KOREAN)).containsPattern("[가-힣]");
            assertThat(texts.text(slug + part, Locale.ENGLISH)).doesNotContainPattern("[가-힣]");
        }
    }
}
