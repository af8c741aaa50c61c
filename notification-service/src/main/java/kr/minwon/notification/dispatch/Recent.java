package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How often something happened of late: a sliding window in sixty parts, so up to a part more than the window. */
final class Recent {
    private static final int PARTS = 60;

    private final long partMillis;
    private final long[] partOf = new long[PARTS];
    private final int[] counts = new int[PARTS];

    Recent(Duration window) {
        this.partMillis = Math.max(1, window.toMillis() / PARTS);
    }

    void add(Instant at) {
        long part = part(at);
        int slot = (int) Math.floorMod(part, (long) PARTS);
        if (partOf[slot] != part) {
            partOf[slot] = part;
            counts[slot] = 0;
        }
        counts[slot]++;
    }

    int sum(Instant at) {
        long last = part(at);
        int sum = 0;
        for (int slot = 0; slot < PARTS; slot++) {
            if (partOf[slot] > last - PARTS && partOf[slot] <= last) {
                sum += counts[slot];
            }
        }
        return sum;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    private long part(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), partMillis);
    }
}
