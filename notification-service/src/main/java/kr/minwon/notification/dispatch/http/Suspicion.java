package kr.minwon.notification.dispatch.http;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider that left a call unanswered is suspected until it answers a harmless one. */
final class Suspicion implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Suspicion.class);
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    private final String provider;
    private final Check check;
    private final AtomicReference<@Nullable Thread> asking = new AtomicReference<>();

    /** Whether the provider is there. */
    @FunctionalInterface
    interface Check {
        boolean isThere() throws InterruptedException;
    }

    Suspicion(String provider, Check check) {
        this.provider = provider;
        this.check = check;
    }

    boolean isOn() {
        return asking.get() != null;
    }

    void raise() {
        Thread thread = Thread.ofVirtual().name("ask-" + provider).unstarted(this::ask);
        if (asking.compareAndSet(null, thread)) {
            log.warn("{} left a call unanswered: nothing more is handed over until it answers", provider);
            thread.start();
        }
    }

    private void ask() {
        try {
            for (long pause = FIRST_PAUSE; !check.isThere(); pause = Math.min(LONGEST_PAUSE, pause * 2)) {
                Thread.sleep(pause);
            }
            asking.set(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Thread thread = asking.get();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
