package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Step;

/** Whether a text is still worth sending. */
public final class Staleness {
    private final StaleSettings settings;
    private final Cases cases;
    private final Clock clock;

    public Staleness(StaleSettings settings, Cases cases, Clock clock) {
        this.settings = settings;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Why it is worth nothing any more, in Korean; nothing while it is worth sending.
     *
     * @throws RuntimeException when it has waited long and the store is away
     */
    Optional<String> of(Message message) {
        Duration age = Duration.between(message.queuedAt(), clock.instant());
        if (age.compareTo(settings.of(Step.ofNth(message.step()))) > 0) {
            return Optional.of("보낼 수 있는 기한이 지났습니다 (대기 " + written(age) + ")");
        }
        if (age.compareTo(settings.supersededAfter()) <= 0) {
            return Optional.empty();
        }
        return lastStep(message)
                .filter(last -> last.endsTheCase() && !last.isOf(message))
                .map(last -> "뒤에 나온 문자(" + last.name() + ")로 필요 없게 되었습니다");
    }

    private static String written(Duration age) {
        return age.toHours() > 0 ? age.toHours() + "시간" : age.toMinutes() + "분";
    }

    /** The step of the latest text of the case. */
    private Optional<Last> lastStep(Message message) {
        CaseRecord found = cases.all(List.of(message.about().complaintId()))
                .get(message.about().complaintId());
        return found == null
                ? Optional.empty()
                : Optional.ofNullable(found.lastMessageId()).map(Last::new);
    }

    /** @param id of the latest text */
    private record Last(String id) {
        String name() {
            return id.split("/", -1)[1];
        }

        boolean endsTheCase() {
            return Step.ofNth(name()).endsTheCase();
        }

        boolean isOf(Message message) {
            return id.equals(message.id());
        }
    }
}
