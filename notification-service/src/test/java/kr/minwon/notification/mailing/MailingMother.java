package kr.minwon.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Sizing;
import kr.minwon.notification.subscription.Dong;
import kr.minwon.notification.subscription.Topic;
import kr.minwon.notification.subscription.Topics;
import org.jspecify.annotations.Nullable;

/** Mailings for tests. */
final class MailingMother {
    static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");
    static final Letter NEWS = new Letter("safety", List.of(), null, "내일 오전 9시부터 물이 끊깁니다.", false, null);
    static final Letter ADS = new Letter("safety", List.of(), null, "김장 축제에 오세요.", true, null);
    static final Letter TITLED = new Letter("safety", List.of(), "단수 안내", "내일 물이 끊깁니다.", false, null);
    static final Letter TITLED_ADS = new Letter("safety", List.of(), "김장 축제", "김장 축제에 오세요.", true, null);
    static final Topics TOPICS = new Topics(
            List.of(new Topic("*", "safety", new Purpose("news/safety"), "재난·안전", "Safety", "", "", "", "", true)),
            List.of(new Dong("seogu", "29140760", "화정1동", "Hwajeong 1-dong")));
    static final OptOutSettings WITH_FREE_NUMBER = new OptOutSettings(Map.of("seogu", "080-123-4567"), null, null);
    static final OptOutSettings WITHOUT_FREE_NUMBER = new OptOutSettings(Map.of(), null, null);

    private MailingMother() {}

    static Wording wording(OptOutSettings optOut) {
        return new Wording(MessageMother.templates(), optOut, new Sizing(false), "https://minwon.example/");
    }

    static MailingSettings settings(int mostWaiting, int page) {
        return new MailingSettings(
                Duration.ofSeconds(1), mostWaiting, page, Duration.ofMinutes(10), Duration.ofDays(3), "", Map.of());
    }

    /** A draft of whose request nothing is known. */
    static Mailing written(
            String id, String officeId, @Nullable String departmentId, Letter letter, String purpose, Signature by) {
        return Mailing.written(id, officeId, departmentId, letter, purpose, by, null);
    }

    static Mailing in(MailingState state) {
        Mailing draft = written("m1", "seogu", "construction", NEWS, "news/safety", by(Mailing.WRITTEN, "acc-writer"));
        return switch (state) {
            case DRAFT -> draft;
            case SUBMITTED -> draft.moved(Move.SUBMIT, by("submission", "acc-writer"));
            case APPROVED -> in(MailingState.SUBMITTED).moved(Move.APPROVE, by("approval", "acc-lead"));
            case SENDING -> in(MailingState.APPROVED).moved(Move.START, Signature.ofTime(Move.START, AT));
            case PAUSED -> in(MailingState.SENDING).moved(Move.PAUSE, by("pause", "acc-lead"));
            case DONE -> in(MailingState.SENDING).moved(Move.FINISH, Signature.ofTime(Move.FINISH, AT));
            case CANCELLED -> draft.moved(Move.CANCEL, by("cancellation", "acc-lead"));
        };
    }

    static Signature by(String what, String who) {
        return new Signature(what, who, who, "", AT);
    }
}
