package kr.minwon.notification.figures;

import java.time.Duration;

/** How long to rest after some work, so that what is urgent has the store and the processor meanwhile. */
@FunctionalInterface
public interface Rest {
    void after(Duration work) throws InterruptedException;

    /** Work takes at most one part in so many of the time. */
    static Rest share(int parts) {
        return work -> Thread.sleep(work.multipliedBy(parts - 1L));
    }
}
