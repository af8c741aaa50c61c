package kr.minwon.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaffSessionTests {
    private static final Instant NINE = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void endsAfterHalfAnHourOfIdling() {
        StaffSession session = StaffSession.begin(NINE);
        assertThat(session.isOver(NINE.plus(Duration.ofMinutes(30)).minusMillis(1)))
                .isFalse();
        assertThat(session.isOver(NINE.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        StaffSession session = StaffSession.begin(NINE);
        Instant end = NINE.plus(Duration.ofHours(12));
        session.setLastAccessedTime(end.minusSeconds(1));
        assertThat(session.isOver(end.minusMillis(1))).isFalse();
        assertThat(session.isOver(end)).isTrue();
        assertThat(session.expiresAt()).isEqualTo(end);
    }

    @Test
    void isWrittenWhenItChangedAndForItsUseOnceAMinute() {
        StaffSession session = StaffSession.begin(NINE);
        assertThat(session.isWorthWriting(MINUTE)).isTrue();
        session.written();
        assertThat(session.isWorthWriting(MINUTE)).isFalse();

        session.setLastAccessedTime(NINE.plusSeconds(59));
        assertThat(session.isWorthWriting(MINUTE)).isFalse();
        session.setLastAccessedTime(NINE.plusSeconds(60));
        assertThat(session.isWorthWriting(MINUTE)).isTrue();
        session.written();

        session.setAttribute("account", "a1");
        assertThat(session.isWorthWriting(MINUTE)).isTrue();
        session.written();
        session.setAttribute("account", "a1");
        assertThat(session.isWorthWriting(MINUTE)).isFalse();
        session.removeAttribute("account");
        assertThat(session.isWorthWriting(MINUTE)).isTrue();
        session.written();

        session.changeSessionId();
        assertThat(session.isWorthWriting(MINUTE)).isTrue();
    }

    @Test
    void holdsAFewShortTextsAndNothingElse() {
        StaffSession session = StaffSession.begin(NINE);
        assertThatThrownBy(() -> session.setAttribute("x", new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.setAttribute("x", "a".repeat(257)))
                .isInstanceOf(IllegalArgumentException.class);
        for (int at = 0; at < 8; at++) {
            session.setAttribute("a" + at, "b");
        }
        assertThatThrownBy(() -> session.setAttribute("a9", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(session.attributes()).hasSize(8).containsEntry("a0", "b");
    }

    @Test
    void hasAnIdThatNobodyGuesses() {
        StaffSession session = StaffSession.begin(NINE);
        String first = session.getId();
        assertThat(first)
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(StaffSession.begin(NINE).getId());
        assertThat(session.changeSessionId()).isNotEqualTo(first).isEqualTo(session.getId());
    }

    @Test
    void remembersUnderWhichIdItIsStored() {
        StaffSession session = StaffSession.stored("old", Map.of("account", "a1"), NINE, NINE);
        assertThat(session.storedId()).isEqualTo("old");
        session.changeSessionId();
        assertThat(session.storedId()).isEqualTo("old");
        session.written();
        assertThat(session.storedId()).isEqualTo(session.getId());
    }
}
