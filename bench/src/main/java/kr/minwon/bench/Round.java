package kr.minwon.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One round at one subject: complaints at fixed times, each measured from the time it was due, so that a stall counts
 * for every request it held up (no coordinated omission).
 */
record Round(
        String subject,
        Histogram handedOver,
        Histogram answered,
        int filed,
        int refused,
        int incomplete,
        int doubled,
        double cpuMillisPerComplaint,
        double writesPerComplaint,
        long residentMiB) {
    private static final int TEXTS = 2;
    private static final Duration DRAIN = Duration.ofSeconds(60);

    /** @param phoneBase first of the phones of this round, none of which was used before */
    static Round run(Subject subject, Options options, int seconds, int phoneBase)
            throws IOException, InterruptedException {
        int total = options.rate() * seconds;
        int before = subject.submitCount();
        double writesBefore = subject.storeWrites();
        Duration cpuBefore = subject.cpu();
        Histogram answered = new Histogram(3);
        Map<String, Long> dueMillis = new LinkedHashMap<>();
        ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(total);
        long startNanos = System.nanoTime();
        long startMillis = System.currentTimeMillis();
        for (int n = 0; n < total; n++) {
            long due = startNanos + n * 1_000_000_000L / options.rate();
            sleepUntil(due);
            String phone = "010%08d".formatted(phoneBase + n);
            dueMillis.put(phone, startMillis + (due - startNanos) / 1_000_000);
            subject.fileAsync(phone, UUID.randomUUID().toString(), n).whenComplete((answer, failure) -> {
                statuses.add(failure == null ? answer.statusCode() : 0);
                synchronized (answered) {
                    answered.recordValue(Math.max(0, (System.nanoTime() - due) / 1_000_000));
                }
                done.countDown();
            });
        }
        done.await(DRAIN.toSeconds(), TimeUnit.SECONDS);
        int filed = (int) statuses.stream().filter(status -> status == 201).count();
        Map<String, List<Long>> handed = awaitTexts(subject, before, filed * TEXTS);
        double cpu = subject.cpu().minus(cpuBefore).toMillis() / (double) Math.max(1, filed);
        double writesAfter = subject.storeWrites();
        Histogram latency = new Histogram(3);
        int incomplete = 0;
        int doubled = 0;
        for (Map.Entry<String, Long> one : dueMillis.entrySet()) {
            List<Long> times = handed.getOrDefault(one.getKey(), List.of());
            if (times.size() < TEXTS) {
                incomplete++;
            }
            if (times.size() > TEXTS) {
                doubled++;
            }
            for (long time : times) {
                latency.recordValue(Math.max(0, time - one.getValue()));
            }
        }
        return new Round(
                subject.name(),
                latency,
                answered,
                filed,
                total - filed,
                incomplete,
                doubled,
                cpu,
                writesBefore < 0 ? -1 : (writesAfter - writesBefore) / Math.max(1, filed),
                subject.residentMiB());
    }

    private static Map<String, List<Long>> awaitTexts(Subject subject, int before, int expected)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + DRAIN.toNanos();
        while (System.nanoTime() < until && subject.submitCount() - before < expected) {
            Thread.sleep(200);
        }
        return new LinkedHashMap<>(subject.handedOver(before));
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** The rounds of one subject as one. */
    static List<Round> of(List<Round> rounds, String subject) {
        return new ArrayList<>(
                rounds.stream().filter(round -> round.subject().equals(subject)).toList());
    }
}
