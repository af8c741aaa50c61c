package kr.minwon.notification.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import kr.minwon.notification.message.Message;

/** Messages of one case to one phone, in order; only {@link Lanes} and whoever was given the lane touch it. */
final class Lane {
    private final String name;
    private final Deque<Message> waiting = new ArrayDeque<>();
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

    /** The first message is another one now. */
    void reset() {
        failures = 0;
        claimInDoubt = false;
    }
}
