package kr.minwon.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.minwon.gateway.clients.OpenComplaint;
import kr.minwon.gateway.pages.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;

class OpenRequestsTests {
    private static OpenComplaint complaint(String title, String body) {
        return new OpenComplaint(
                "2611-4821-9375",
                "accepted",
                "접수",
                true,
                title,
                body,
                "street-light",
                "가로등·보안등",
                null,
                "2026-11-23T10:12:30+09:00",
                "2026-11-23T10:12:30+09:00",
                null,
                null,
                null);
    }

    private static Object description(String title, String body) {
        Answer answer =
                OpenRequests.of(List.of(complaint(title, body)), new Words(new StaticMessageSource(), Locale.KOREAN));
        Answer.Many many = (Answer.Many) answer.content();
        return ((Map<?, ?>) many.each().getFirst()).get("description");
    }

    @ParameterizedTest
    @CsvSource({
        "골목이 어둡습니다.,골목이 어둡습니다. 밤마다.,'골목이 어둡습니다.\n\n골목이 어둡습니다. 밤마다.'",
        "골목이 어둡습니다.,골목이 어둡습니다.,골목이 어둡습니다.",
        "가로등,꺼졌습니다.,'가로등\n\n꺼졌습니다.'",
        "*** 골…,*** 골목이 어둡습니다.,*** 골목이 어둡습니다."
    })
    void aTitleCutFromTheBodyIsNotSaidTwice(String title, String body, String description) {
        assertThat(description(title, body)).isEqualTo(description);
    }
}
