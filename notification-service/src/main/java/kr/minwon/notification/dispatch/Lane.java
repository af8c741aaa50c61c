package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/** Messages of one case to one phone, in order; only {@link Lanes} and whoever was given the lane touch it. */
final class Lane {
    private final String name;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private final Map<String, Long> passedOver = new HashMap<>();
    private @Nullable Urgency readyAs;
    private Urgency takenAs = Urgency.NOTICE;
    private @Nullable Urgency hurriedTo;
    private int failures;
    private boolean claimInDoubt;

    Lane(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Deque<Message> waiting() {
        return waiting;
    }

    /** That of its most urgent message: what goes before it has to hurry too. */
    Urgency urgency() {
        return Stream.concat(waiting.stream().map(Message::urgency), Stream.ofNullable(hurriedTo))
                .min(Comparator.naturalOrder())
                .orElse(Urgency.NOTICE);
    }

    /** What is so urgent waits for it in another lane. */
    void hurriedTo(Urgency urgency) {
        if (hurriedTo == null || urgency.compareTo(hurriedTo) < 0) {
            hurriedTo = urgency;
        }
    }

    /** Among which lanes it is ready; null while it is not. */
    @Nullable
    Urgency readyAs() {
        return readyAs;
    }

    void readyAs(@Nullable Urgency urgency) {
        readyAs = urgency;
    }

    /** Against which limits it was taken. */
    Urgency takenAs() {
        return takenAs;
    }

    void takenAs(Urgency urgency) {
        takenAs = urgency;
    }

    /** One more failure in a row; answers how many there are. */
    int failed() {
        return ++failures;
    }

    /** Whether the store did not say what became of the last claim of the first message. */
    boolean isClaimInDoubt() {
        return claimInDoubt;
    }

    void claimInDoubt(boolean inDoubt) {
        claimInDoubt = inDoubt;
    }

    /** A provider would not take the first message now: it is not asked for this one for a while. */
    void passOver(String provider, Duration pause) {
        passedOver.put(provider, System.nanoTime() + pause.toNanos());
    }

    boolean isPassedOver(String provider) {
        Long until = passedOver.get(provider);
        return until != null && until - System.nanoTime() > 0;
    }

    /** Whether some provider is not asked for the first message now. */
    boolean passesOver() {
        return passedOver.keySet().stream().anyMatch(this::isPassedOver);
    }

    /** The first message is another one now. */
    void reset() {
        passedOver.clear();
        failures = 0;
        claimInDoubt = false;
    }
}
