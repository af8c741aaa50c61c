package kr.minwon.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class SeoulMomentTests {
    private static Words words(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("gateway-messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, locale);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T23:30:00+09:00, 내일 오전 8시, 'tomorrow, 8 AM'",
        "2026-11-24T00:30:00+09:00, 오늘 오전 8시, 'today, 8 AM'",
        "2026-11-23T00:30:00+09:00, 내일 오전 8시, 'tomorrow, 8 AM'",
        "2026-11-22T23:59:59+09:00, 11월 24일(화) 오전 8시, 'Tue 24 November, 8 AM'",
    })
    void aNearDayIsSaidAsPeopleSayIt(String now, String korean, String english) {
        SeoulMoment morning = SeoulMoment.of("2026-11-24T08:00:00+09:00").orElseThrow();
        Clock clock = Clock.fixed(OffsetDateTime.parse(now).toInstant(), ZoneOffset.UTC);
        assertThat(morning.nearby(words(Locale.KOREAN), clock)).isEqualTo(korean);
        assertThat(morning.nearby(words(Locale.ENGLISH), clock)).isEqualTo(english);
        assertThat(SeoulMoment.of("2026-11-24T08:30:00+09:00").orElseThrow().nearby(words(Locale.KOREAN), clock))
                .endsWith("오전 8시 30분");
    }
}
