package kr.minwon.gateway.pages.resident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "제 번호는 800101-1234567입니다",
                "8001011234567",
                "010-1234-5678로 주세요",
                "01012345678",
                "062 123 4567",
                "차는 12가3456",
                "123가 4567이 서 있어요"
            })
    void isSeenInATextThatHoldsIt(String text) {
        assertThat(PersonalData.in("제목", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "골목 보안등이 꺼졌어요",
                "화정3동 12-3 앞",
                "2026-11-23부터 15일째",
                "접수번호 2611-4821-9375",
                "501302-9999999",
                "3가지 5000원"
            })
    void isNotSeenWhereThereIsNone(String text) {
        assertThat(PersonalData.in(text, null)).isFalse();
    }
}
