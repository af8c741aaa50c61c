package kr.minwon.gateway.pages.resident;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.live.LiveChanges;
import kr.minwon.gateway.pages.PageSettings;
import kr.minwon.problems.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Streams of server-sent events to pages that show a case: {@code changed} whenever it did, a heartbeat otherwise. A
 * stream holds its request's (virtual) thread. Streams are counted, by address and in all; they end after a while, and
 * at once when the gateway stops, so that it can.
 */
@Component
class LiveStreams implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    private static final byte[] START = "retry: 3000\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    /** Before the web server waits for its requests to end. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE;

    private final PageSettings.Live settings;
    private final LiveChanges changes;
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Semaphore free;
    private final Set<Semaphore> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveStreams(PageSettings settings, LiveChanges changes) {
        this.settings = settings.live();
        this.changes = changes;
        this.free = new Semaphore(settings.live().streams());
    }

    /**
     * A stream that is wanted.
     *
     * @param address who is counted for it
     * @param topic what {@link LiveChanges} calls the case
     * @param shown digest of what the page shows
     * @param digest reads the case's digest now
     */
    record Wanted(String address, String topic, String shown, Supplier<String> digest) {}

    /** Takes a place for a stream from an address; false when it has, or all have, enough of them. */
    boolean enter(String address) {
        if (!free.tryAcquire()) {
            return false;
        }
        boolean[] entered = {false};
        byAddress.compute(address, (known, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < settings.streamsPerAddress();
            return entered[0] ? before + 1 : count;
        });
        if (!entered[0]) {
            free.release();
        }
        return entered[0];
    }

    /** Gives the place back. */
    void leave(String address) {
        byAddress.computeIfPresent(address, (known, count) -> count > 1 ? count - 1 : null);
        free.release();
    }

    /** Writes events until the reader goes away, the time is over or the gateway stops. */
    void follow(Wanted wanted, OutputStream page) throws IOException {
        Semaphore told = new Semaphore(0);
        open.add(told);
        try (LiveChanges.Subscription subscription = changes.subscribe(wanted.topic(), told::release)) {
            log.trace("following with {}", subscription);
            write(page, START);
            String shown = wanted.shown();
            long end = System.nanoTime() + settings.longest().toNanos();
            boolean waited = true;
            while (waited && running && System.nanoTime() < end) {
                String now = read(wanted.digest(), shown);
                if (now.equals(shown)) {
                    write(page, HEARTBEAT);
                } else {
                    shown = now;
                    write(page, event(now));
                }
                waited = await(told, settings.recheck());
            }
        } finally {
            open.remove(told);
        }
    }

    private static String read(Supplier<String> digest, String shown) {
        try {
            return digest.get();
        } catch (ServiceProblem | ProblemException away) {
            // The page keeps what it shows; the next look is not far.
            log.debug("a live page cannot be read now: {}", away.getMessage());
            return shown;
        }
    }

    /** Waits until told of a change or for the longest time; false when this thread is to end. */
    private static boolean await(Semaphore told, Duration longest) {
        try {
            if (told.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                told.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] event(String digest) {
        return ("event: changed\nid: " + digest + "\ndata: " + digest + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(OutputStream page, byte[] bytes) throws IOException {
        page.write(bytes);
        page.flush();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Semaphore::release);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
