package kr.minwon.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.subscription.Topic;
import kr.minwon.notification.subscription.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a mailing goes that is approved now: what its approver is told before. */
class TimingTests {
    private static final Topics TOPICS = new Topics(
            List.of(
                    new Topic("*", "safety", new Purpose("news/safety"), "재난·안전", "Safety", "", "", "", "", true),
                    new Topic("*", "waste", new Purpose("news/waste"), "청소·재활용", "Waste", "", "", "", "", false)),
            List.of());

    private static Instant seoul(String time) {
        return OffsetDateTime.parse(time + "+09:00").toInstant();
    }

    private static Timing at(String now, String officeHours) {
        MailingSettings settings = new MailingSettings(
                Duration.ofSeconds(1), 10, 10, Duration.ofMinutes(10), Duration.ofDays(3), officeHours, Map.of());
        return new Timing(TOPICS, settings, Clock.fixed(seoul(now), ZoneOffset.UTC));
    }

    private static Mailing of(String topic, boolean advertising, @Nullable String sendAt) {
        Letter letter = new Letter(topic, List.of(), null, "안내", advertising, sendAt == null ? null : seoul(sendAt));
        return MailingMother.written(
                "m1",
                "seogu",
                "construction",
                letter,
                "news/" + topic,
                MailingMother.by(Mailing.WRITTEN, "acc-writer"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:59:59,,",
        "2026-11-23T21:00:00,,2026-11-24T08:00:00",
        "2026-11-24T00:30:00,,2026-11-24T08:00:00",
        "2026-11-24T08:00:00,,",
        "2026-11-23T10:00:00,2026-11-23T22:00:00,2026-11-24T08:00:00",
        "2026-11-23T22:00:00,2026-11-24T09:00:00,",
        "2026-11-23T22:00:00,2026-11-23T09:00:00,2026-11-24T08:00:00",
    })
    void newsWaitForTheMorning(String now, @Nullable String sendAt, @Nullable String until) {
        Instant expected = until == null ? null : seoul(until);
        assertThat(at(now, "21:00-08:00").heldUntil(of("waste", false, sendAt))).isEqualTo(expected);
        assertThat(at(now, "").heldUntil(of("waste", false, sendAt))).isNull();
        assertThat(at(now, "").heldUntil(of("waste", true, sendAt)))
                .as("advertising")
                .isEqualTo(expected);
    }

    @Test
    void whatIsUrgentWaitsForNoMorning() {
        Timing night = at("2026-11-23T23:00:00", "21:00-08:00");
        Mailing flood = of("safety", false, null);
        assertThat(night.heldUntil(flood)).isNull();
        assertThat(night.isUrgent(flood)).isTrue();
        assertThat(night.part(flood).urgent()).isTrue();
    }

    @Test
    void advertisingIsNeverUrgent() {
        Timing night = at("2026-11-23T23:00:00", "21:00-08:00");
        Mailing advertising = of("safety", true, null);
        assertThat(night.isUrgent(advertising)).isFalse();
        assertThat(night.part(advertising).urgent()).isFalse();
        assertThat(night.heldUntil(advertising)).isEqualTo(seoul("2026-11-24T08:00:00"));
    }

    @Test
    void aTextIsOfTheDepartmentThatWroteIt() {
        Mailing flood = of("safety", false, null);
        assertThat(at("2026-11-23T12:00:00", "").part(flood).departmentId()).isEqualTo("construction");
    }

    @Test
    void whatIsOverWaitsForNothing() {
        assertThat(at("2026-11-23T23:00:00", "21:00-08:00").heldUntil(MailingMother.in(MailingState.CANCELLED)))
                .isNull();
    }
}
