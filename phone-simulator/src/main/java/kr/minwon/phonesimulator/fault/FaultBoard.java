package kr.minwon.phonesimulator.fault;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** The faults in force, and the counting that some of them need. They do not outlive a restart. */
public final class FaultBoard {

    private static final int THROTTLED = 0x58;
    private static final long SECOND = 1_000_000_000L;

    private final AtomicReference<Faults> faults = new AtomicReference<>(Faults.NONE);
    private final AtomicLong submits = new AtomicLong();
    private final LongSupplier nanos;
    private long windowStart;
    private int inWindow;

    /**
     * A board without faults.
     *
     * @param nanos a clock like {@link System#nanoTime}
     */
    public FaultBoard(LongSupplier nanos) {
        this.nanos = nanos;
        this.windowStart = nanos.getAsLong();
    }

    public Faults current() {
        return faults.get();
    }

    /** Puts these faults in force instead of those before; counting starts anew. */
    public void set(Faults next) {
        faults.set(next);
        submits.set(0);
        synchronized (this) {
            inWindow = 0;
            windowStart = nanos.getAsLong();
        }
    }

    /** Decides about one submit. */
    public Verdict judge(String destination) {
        Faults now = faults.get();
        if (now.throttlePerSecond() > 0 && !admitted(now.throttlePerSecond())) {
            return Verdict.reject(THROTTLED);
        }
        boolean itsTurn = now.rejectEvery() > 0 && submits.incrementAndGet() % now.rejectEvery() == 0;
        if (itsTurn || now.rejectNumbers().contains(destination) || chance(now.rejectPercent())) {
            return Verdict.reject(now.rejectStatus());
        }
        return now.dropAfterAccept() || chance(now.dropAfterAcceptPercent()) ? new Verdict(0, true) : Verdict.ACCEPT;
    }

    /** Decides what is wrong with the answer to one text over HTTP. */
    public HttpFault judgeAnswer() {
        Faults now = faults.get();
        return chance(now.httpFaultPercent()) ? now.httpFault() : HttpFault.NONE;
    }

    private synchronized boolean admitted(int perSecond) {
        long now = nanos.getAsLong();
        if (now - windowStart >= SECOND) {
            windowStart = now;
            inWindow = 0;
        }
        return ++inWindow <= perSecond;
    }

    private static boolean chance(int percent) {
        return percent > 0 && ThreadLocalRandom.current().nextInt(100) < percent;
    }
}
