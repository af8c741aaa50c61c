package kr.minwon.notification.dispatch;

import java.util.concurrent.TimeUnit;

/** Lets so many pass in a second, evenly; what was not used is not saved up. */
final class Beat {
    private final long apart;
    private long nextAt = System.nanoTime();

    /** @param perSecond 0 for no limit */
    Beat(int perSecond) {
        this.apart = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits for one's turn. */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(turn());
    }

    private synchronized long turn() {
        long now = System.nanoTime();
        long at = Math.max(now, nextAt);
        nextAt = at + apart;
        return at - now;
    }
}
