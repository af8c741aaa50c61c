package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.TextsToPhone;

/**
 * How many texts a phone gets on a day. Whoever files in a stranger's name has their phone ring; past the cap a text is
 * dropped, and staff see that and why. Codes have limits of their own. What is stored is read at the first text of a phone
 * and day, so that a start forgets nothing, and again when a part of what was left is used: of several instances each lets at
 * most that part more go than it would if it knew of the others at once. Bounded in memory: a phone that gave way is read
 * again.
 */
public final class DailyCap {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int PHONES = 50_000;
    /** What is stored is read again after this part of what was left. */
    private static final int PART = 8;

    private final int most;
    private final TextsToPhone stored;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > PHONES;
        }
    };
    private LocalDate day = LocalDate.EPOCH;

    /**
     * What is known of a phone's day.
     *
     * @param gone texts that went
     * @param unread how many more may go before the store is read again
     */
    private record Count(int gone, int unread) {
        static final Count NONE = new Count(0, 0);

        Count with(int more) {
            return new Count(Math.max(0, gone + more), Math.max(0, unread - more));
        }
    }

    /**
     * @param most texts to one phone of one office on a day
     * @param stored what every instance has handed over
     */
    public DailyCap(int most, TextsToPhone stored, Clock clock) {
        if (most < 1) {
            throw new IllegalArgumentException("minwon.sms.cap-per-phone is at least 1");
        }
        this.most = most;
        this.stored = stored;
        this.clock = clock;
    }

    /** Of this process alone. */
    DailyCap(int most, Clock clock) {
        this(most, TextsToPhone.NONE, clock);
    }

    /**
     * Takes one of the day's texts; when there is none left, why the phone gets no more.
     *
     * @param phone 11 digits
     * @throws RuntimeException when the store is away
     */
    Optional<Reason> take(Message message, String phone) {
        if (!isCounted(message)) {
            return Optional.empty();
        }
        String key = key(message, phone);
        if (mustRead(key)) {
            LocalDate today = today();
            // Not while all others wait: whoever reads the same at the same time finds the same.
            int gone = stored.since(
                    message.about().officeId(), phone, today.atStartOfDay(SEOUL).toInstant(), most);
            read(key, today, gone);
        }
        return taken(key)
                ? Optional.empty()
                : Optional.of(new Reason("more than " + most + " texts today", Cause.TOO_MANY_TODAY));
    }

    /** Gives back one that did not go out. */
    synchronized void giveBack(Message message, String phone) {
        if (isCounted(message)) {
            counts.computeIfPresent(key(message, phone), (key, count) -> count.with(-1));
        }
    }

    private synchronized boolean mustRead(String key) {
        turn();
        Count known = counts.getOrDefault(key, Count.NONE);
        return known.gone() < most && known.unread() == 0;
    }

    private synchronized void read(String key, LocalDate at, int gone) {
        turn();
        if (at.equals(day)) {
            // What was taken here a moment ago may not be stored yet.
            int all = Math.max(gone, counts.getOrDefault(key, Count.NONE).gone());
            counts.put(key, new Count(all, Math.max(1, (most - all) / PART)));
        }
    }

    private synchronized boolean taken(String key) {
        turn();
        Count known = counts.getOrDefault(key, Count.NONE);
        if (known.gone() >= most) {
            return false;
        }
        counts.put(key, known.with(1));
        return true;
    }

    private void turn() {
        LocalDate today = today();
        if (!today.equals(day)) {
            counts.clear();
            day = today;
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(SEOUL).toLocalDate();
    }

    private static boolean isCounted(Message message) {
        return message.isOfCase() || message.isDigest() || message.isOfMailing();
    }

    private static String key(Message message, String phone) {
        return message.about().officeId() + "/" + phone;
    }
}
