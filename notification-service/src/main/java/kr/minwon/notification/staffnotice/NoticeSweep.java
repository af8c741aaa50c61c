package kr.minwon.notification.staffnotice;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes notices of staff that are old, whether or not they were settled. */
public final class NoticeSweep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NoticeSweep.class);
    private static final int AT_ONCE = 500;

    private final StaffNotices notices;
    private final NoticeSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("staff-notices").daemon().factory());

    public NoticeSweep(StaffNotices notices, NoticeSettings settings, Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    public void start() {
        if (!timer.isShutdown()) {
            long every = settings.sweepEvery().toMillis();
            timer.scheduleWithFixedDelay(this::round, 0, every, TimeUnit.MILLISECONDS);
        }
    }

    /** Deletes them, until there are no more. */
    void round() {
        try {
            int deleted;
            do {
                deleted = notices.deleteBefore(clock.instant().minus(settings.keptFor()), AT_ONCE);
            } while (deleted == AT_ONCE && !timer.isShutdown());
        } catch (RuntimeException e) {
            log.warn("old notices of staff are not deleted now: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
