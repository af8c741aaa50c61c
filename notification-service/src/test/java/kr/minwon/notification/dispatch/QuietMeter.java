package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Urgency;

/** Counts what a test asks for. */
final class QuietMeter implements DispatchMeter {
    final AtomicInteger receipts = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();
    final AtomicInteger strays = new AtomicInteger();
    final AtomicInteger ambiguous = new AtomicInteger();
    final List<Inquiry.Fate> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger unknown = new AtomicInteger(-1);
    volatile Duration oldest = Duration.ZERO;

    @Override
    public void traced(Message message, Runnable handOver) {
        handOver.run();
    }

    @Override
    public void handedOver(Message message, String provider, Provider.Handover outcome, Instant at) {}

    @Override
    public void dropped(Message message) {
        dropped.incrementAndGet();
    }

    @Override
    public void waiting(Urgency urgency, int count) {}

    @Override
    public void oldestWaiting(Duration age) {
        oldest = age;
    }

    @Override
    public void unknown(int count) {
        unknown.set(count);
    }

    @Override
    public void receipt(String provider, MessageState state) {
        receipts.incrementAndGet();
    }

    @Override
    public void strayReceipt(String provider) {
        strays.incrementAndGet();
    }

    @Override
    public void ambiguousReceipt(String provider) {
        ambiguous.incrementAndGet();
    }

    @Override
    public void asked(String provider, Inquiry.Fate fate) {
        asked.add(fate);
    }
}
