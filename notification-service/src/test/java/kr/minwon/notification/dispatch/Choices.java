package kr.minwon.notification.dispatch;

import java.time.Duration;

/** The published figures, but for slowness, which tests reach sooner. */
final class Choices {
    private Choices() {}

    static ChoiceSettings settings() {
        return new ChoiceSettings(
                10,
                50,
                Duration.ofSeconds(60),
                Duration.ofSeconds(3),
                15,
                Duration.ofMinutes(5),
                20,
                Duration.ofMinutes(1),
                Duration.ofHours(1));
    }
}
