package kr.minwon.notification.dispatch;

import java.util.concurrent.TimeUnit;

/** How many lanes of one urgency are out, and when the next may go; only {@link Lanes} touches it. */
final class Quota {
    private final LaneSettings.Limit limit;
    private final long apart;
    private int out;
    private long nextAt = System.nanoTime();

    Quota(LaneSettings.Limit limit) {
        this.limit = limit;
        this.apart = limit.perSecond() == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / limit.perSecond();
    }

    boolean allows(long now) {
        return (limit.atOnce() == 0 || out < limit.atOnce()) && now - nextAt >= 0;
    }

    void taken(long now) {
        out++;
        if (apart > 0) {
            // What was not used is not saved up.
            nextAt = Math.max(now - apart, nextAt) + apart;
        }
    }

    void back() {
        out--;
    }

    /** Nanoseconds until the pace allows one more; 0 when only those that are out stand in the way. */
    long pause(long now) {
        return Math.max(0, nextAt - now);
    }
}
