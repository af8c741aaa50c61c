package kr.minwon.notification.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The life of one process of the service. At its end nothing more happens in it: every thread that comes by stands still
 * for ever, as after kill -9.
 */
final class Life {
    /** Where a process may be killed. */
    enum Point {
        BEFORE_THE_CLAIM,
        AFTER_THE_CLAIM,
        /** The provider has it and has not answered. */
        AFTER_THE_SUBMIT,
        AFTER_THE_ANSWER,
        AFTER_THE_RECORD,
        /** Lives on. */
        NEVER
    }

    private final Point end;
    private final AtomicInteger left;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    /** @param times how often the point is passed before it is the end */
    Life(Point end, int times) {
        this.end = end;
        this.left = new AtomicInteger(times);
    }

    static Life endless() {
        return new Life(Point.NEVER, 0);
    }

    void at(Point point) {
        synchronized (this) {
            if (point == end && left.getAndDecrement() == 0) {
                over.countDown();
            }
        }
        standStillIfOver();
    }

    /** Does one thing whole, or nothing of it if this is over. */
    <T> T whole(Supplier<T> thing) {
        synchronized (this) {
            if (!isOver()) {
                return thing.get();
            }
        }
        standStillIfOver();
        throw new AssertionError("the dead do not go on");
    }

    void standStillIfOver() {
        while (over.getCount() == 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // The dead do not wake up.
            }
        }
    }

    /** Kills it now, wherever it is. */
    synchronized void kill() {
        over.countDown();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    void awaitEnd() throws InterruptedException {
        if (!over.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("it came never to " + end);
        }
    }
}
