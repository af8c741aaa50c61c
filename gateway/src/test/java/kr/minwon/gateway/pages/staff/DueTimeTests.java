package kr.minwon.gateway.pages.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import kr.minwon.gateway.pages.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class DueTimeTests {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00+09:00, 2026-11-23T10:12:00+09:00, soon, 1시간 12분 남음",
        "2026-11-23T09:00:00+09:00, 2026-11-23T11:00:00+09:00, soon, 2시간 남음",
        "2026-11-23T09:59:30+09:00, 2026-11-23T10:00:00+09:00, soon, 1분 남음",
        "2026-11-23T09:00:00+09:00, 2026-11-24T18:00:00+09:00, soon, 내일까지",
        "2026-11-23T23:30:00+09:00, 2026-11-26T10:00:00+09:00, '', 3일 남음",
        "2026-11-23T10:00:00+09:00, 2026-11-23T10:00:00+09:00, overdue, 0분 지남",
        "2026-11-23T10:00:00+09:00, 2026-11-23T09:10:00+09:00, overdue, 50분 지남",
        "2026-11-23T10:00:00+09:00, 2026-11-23T05:00:00+09:00, overdue, 5시간 지남",
        "2026-11-23T10:00:00+09:00, 2026-11-21T09:00:00+09:00, overdue, 2일 지남",
        "2026-11-22T16:00:00Z, 2026-11-23T18:00:00+09:00, soon, 17시간 남음"
    })
    void isSaidInWords(String now, String due, String urgency, String words) {
        assertThat(DueTime.of(due, korean(), at(now))).contains(new DueTime(urgency, words));
    }

    @Test
    void isNothingForNoDeadline() {
        Clock now = at("2026-11-23T09:00:00+09:00");
        assertThat(DueTime.of(null, korean(), now)).isEmpty();
        assertThat(DueTime.of("soon", korean(), now)).isEmpty();
    }

    private static Clock at(String now) {
        return Clock.fixed(OffsetDateTime.parse(now).toInstant(), ZoneOffset.UTC);
    }

    private static Words korean() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("gateway-messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, Locale.KOREAN);
    }
}
