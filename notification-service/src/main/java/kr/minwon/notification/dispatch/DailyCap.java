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

/**
 * How many texts a phone gets on a day. Whoever files in a stranger's name has their phone ring; past the cap a text is
 * dropped, and staff see that and why. Codes have limits of their own. Counted in this process and bounded in memory: the
 * phone not heard of for longest gives way.
 */
public final class DailyCap {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int PHONES = 50_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Integer> counts = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > PHONES;
        }
    };
    private LocalDate day = LocalDate.EPOCH;

    /** @param most texts to one phone of one office on a day */
    public DailyCap(int most, Clock clock) {
        if (most < 1) {
            throw new IllegalArgumentException("minwon.sms.cap-per-phone is at least 1");
        }
        this.most = most;
        this.clock = clock;
    }

    /** Takes one of the day's texts; when there is none left, why the phone gets no more. */
    synchronized Optional<Reason> take(Message message, String phone) {
        turn();
        String key = key(message, phone);
        if (isCounted(message) && counts.getOrDefault(key, 0) >= most) {
            return Optional.of(new Reason("more than " + most + " texts today", Cause.TOO_MANY_TODAY));
        }
        if (isCounted(message)) {
            counts.merge(key, 1, Integer::sum);
        }
        return Optional.empty();
    }

    /** Gives back one that did not go out. */
    synchronized void giveBack(Message message, String phone) {
        if (isCounted(message)) {
            counts.computeIfPresent(key(message, phone), (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private void turn() {
        LocalDate today = clock.instant().atZone(SEOUL).toLocalDate();
        if (!today.equals(day)) {
            counts.clear();
            day = today;
        }
    }

    private static boolean isCounted(Message message) {
        return message.isOfCase() || message.isDigest() || message.isOfMailing();
    }

    private static String key(Message message, String phone) {
        return message.about().officeId() + "/" + phone;
    }
}
