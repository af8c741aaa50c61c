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
                "service-slow",
                "open311-no-key",
                "open311-bad-key",
                "open311-unknown-jurisdiction",
                "open311-unknown-service",
                "open311-unknown-request",
                "open311-unknown-token",
                "open311-unknown-resource",
                "open311-no-form"
            })
    void haveASentenceInBothLanguages(String slug) {
        for (String part : List.of(".title", ".detail")) {
            assertThat(texts.text(slug + part, Locale.KOREAN)).containsPattern("[가-힣]");
            assertThat(texts.text(slug + part, Locale.ENGLISH)).doesNotContainPattern("[가-힣]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required",
                "half-a-point",
                "no-location",
                "degrees",
                "not-a-url",
                "unknown-value",
                "too-long-value",
                "w3c-moment",
                "date-order",
                "too-many-days",
                "whole-number"
            })
    void saysWhatIsWrongWithAFieldInBothLanguages(String code) {
        assertThat(texts.text("field." + code, Locale.KOREAN, 1, 2))
                .containsPattern("[가-힣]")
                .doesNotContain("{");
        assertThat(texts.text("field." + code, Locale.ENGLISH, 1, 2)).doesNotContainPattern("[가-힣{]");
    }
}
