package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.minwon.notification.reply.InboundText;
import org.junit.jupiter.api.Test;

class AnsweredTests {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final InboundText FIVE = new InboundText("01012345678", "0620000000", "5");

    private final Answered answered = new Answered();

    @Test
    void theSameWordsAfterAnAnswerAreMeantAgain() {
        assertThat(answered.idOf(FIVE)).isNull();
        answered.answered(FIVE, SOON);
        String second = answered.idOf(FIVE);
        assertThat(second).isNotNull();
        assertThat(answered.idOf(FIVE))
                .as("it could not be stored, and is brought again")
                .isEqualTo(second);
        answered.answered(FIVE, SOON);
        assertThat(answered.idOf(FIVE)).isNotNull().isNotEqualTo(second);
        assertThat(answered.idOf(new InboundText("01012345678", "0620000000", "4")))
                .isNull();
    }

    @Test
    void whatWasNotAnsweredSoonOrOnAnotherSessionMayBeTheSame() {
        answered.answered(FIVE, Duration.ofSeconds(5));
        assertThat(answered.idOf(FIVE)).isNull();
        answered.answered(FIVE, SOON);
        assertThat(new Answered().idOf(FIVE)).isNull();
    }

    @Test
    void whatWasAnsweredLongAgoIsForgotten() {
        answered.answered(FIVE, SOON);
        for (int n = 0; n < 1_000; n++) {
            answered.answered(new InboundText("01012345678", "0620000000", "text " + n), SOON);
        }
        assertThat(answered.idOf(FIVE)).isNull();
    }
}
