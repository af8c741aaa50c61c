package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.message.LatestNotices.Made;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTests {
    private static final QuietSettings SETTINGS =
            new QuietSettings("21:00-08:00", Map.of("bukgu", "", "namgu", "12:00-13:00"));

    private static Instant at(String time) {
        return OffsetDateTime.parse(time + "+09:00").toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:59:59, ",
        "2026-11-23T21:00:00, 2026-11-24T08:00:00",
        "2026-11-23T23:59:59, 2026-11-24T08:00:00",
        "2026-12-31T22:00:00, 2027-01-01T08:00:00",
        "2026-11-24T00:00:00, 2026-11-24T08:00:00",
        "2026-11-24T07:59:59, 2026-11-24T08:00:00",
        "2026-11-24T08:00:00, ",
    })
    void aNoticeAtNightIsHeldUntilTheMorning(String now, String until) {
        assertThat(SETTINGS.heldUntil("seogu", Urgency.NOTICE, at(now))).isEqualTo(until == null ? null : at(until));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T11:59:59, ", "2026-11-23T12:30:00, 2026-11-23T13:00:00", "2026-11-23T22:00:00, "})
    void anOfficeHasHoursOfItsOwn(String now, String until) {
        assertThat(SETTINGS.heldUntil("namgu", Urgency.NOTICE, at(now))).isEqualTo(until == null ? null : at(until));
        assertThat(SETTINGS.heldUntil("bukgu", Urgency.NOTICE, at(now))).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Urgency.class, mode = EnumSource.Mode.EXCLUDE, names = "NOTICE")
    void whatIsWaitedForIsNeverHeld(Urgency urgency) {
        assertThat(SETTINGS.heldUntil("seogu", urgency, at("2026-11-23T23:00:00")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21-8", "21:00", "25:00-08:00", "21:00-21:00", "night"})
    void hoursOfAnotherFormAreRefused(String hours) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuietSettings(hours, Map.of()))
                .withMessageContaining(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T00:00:00", "2026-11-23T12:00:00", "2026-11-23T23:00:00"})
    void withoutAPolicyNothingIsHeld(String now) {
        assertThat(QuietSettings.NONE.heldUntil("seogu", Urgency.NOTICE, at(now)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T20:58:30, 2026-11-23T20:59:30", "2026-11-23T20:59:30, 2026-11-24T08:00:00"})
    void aBurstThatWouldEndAtNightIsToldInTheMorning(String begun, String until) {
        Made first = new Made(at(begun), null);
        Bursts bursts = new Bursts(
                new BurstSettings(1, Duration.ofSeconds(60)), (office, phone, since, most) -> List.of(first));
        Notices notices = new Notices(
                MessageMother.templates(),
                new AnswerLinks("https://minwon.example", token -> token),
                SETTINGS,
                bursts,
                Clock.fixed(at(begun).plusSeconds(10), ZoneOffset.UTC));
        CaseRecord recipient = CaseRecord.opened(
                MessageMother.about(MessageMother.complaintId()),
                MessageMother.PHONE,
                true,
                MessageMother.AT,
                Spoken.KOREAN);
        Map<String, String> values = Map.of(
                "dueAt", "2026-12-07T18:00:00+09:00",
                "department", "건설과",
                "officer", "김민수",
                "contact", "062-000-0000");
        assertThat(notices.of(recipient, Step.PROGRESS, 1, values, at(begun), null))
                .map(Message::notBefore)
                .contains(at(until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "12:00"})
    void hoursThatNeverEndAreRefused(String time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuietHours(LocalTime.parse(time), LocalTime.parse(time)));
    }
}
