package kr.minwon.notification.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one number has texted lately: enough to know a text that is brought again, a flood, and a machine that says the same
 * over and over.
 *
 * @param hour in which the counts are
 * @param stored texts of that hour that were kept
 * @param filed complaints of that hour, each of which is answered by a text
 * @param more texts of that hour that were not kept
 * @param lately the latest texts, oldest first, at most {@value #MOST_LATELY}
 */
public record Sender(Instant hour, int stored, int filed, int more, List<Said> lately) {
    public static final Sender NEW = new Sender(Instant.EPOCH, 0, 0, 0, List.of());

    static final int MOST_LATELY = 30;
    /** A carrier that has no answer brings a text again within this time; nobody means it twice. */
    static final Duration BROUGHT_AGAIN = Duration.ofMinutes(10);
    /** The same words are not filed twice within this time. */
    private static final Duration THE_SAME = Duration.ofDays(30);

    /**
     * A text.
     *
     * @param key tells it from every other: the provider's id, else of its words
     * @param words keyed hash of its words
     */
    public record Said(String key, String words, Instant at) {}

    public Sender {
        lately = List.copyOf(lately);
    }

    /** What is known of a text. */
    public sealed interface Verdict {
        /**
         * It came before, at that time.
         *
         * @param repeated whether its words had come still earlier
         */
        record Known(Instant at, boolean repeated) implements Verdict {}

        /** It is kept. */
        record Kept(Sender next, boolean mayFile, boolean repeated) implements Verdict {}

        /** Too many in an hour: it is counted and not kept. */
        record Flood(Sender next) implements Verdict {}
    }

    /**
     * Takes a text.
     *
     * @param byId whether its key is the provider's id, which is never another text's
     * @param files whether it would file a complaint
     */
    Verdict take(Said said, boolean byId, boolean files, ReplySettings settings) {
        for (Said before : lately) {
            boolean soon = Duration.between(before.at(), said.at()).abs().compareTo(BROUGHT_AGAIN) <= 0;
            if (before.key().equals(said.key()) && (byId || soon)) {
                return new Verdict.Known(before.at(), isRepeated(said, before));
            }
        }
        Instant now = said.at().truncatedTo(ChronoUnit.HOURS);
        boolean sameHour = hour.equals(now);
        int storedNow = sameHour ? stored : 0;
        int filedNow = sameHour ? filed : 0;
        if (storedNow >= settings.perHour()) {
            return new Verdict.Flood(new Sender(now, storedNow, filedNow, more + 1, lately));
        }
        boolean repeated = isRepeated(said, null);
        boolean mayFile = files && !repeated && filedNow < settings.filingsPerHour();
        List<Said> all = new ArrayList<>(lately);
        all.add(said);
        int from = Math.max(0, all.size() - MOST_LATELY);
        return new Verdict.Kept(
                new Sender(now, storedNow + 1, mayFile ? filedNow + 1 : filedNow, 0, all.subList(from, all.size())),
                mayFile,
                repeated);
    }

    private boolean isRepeated(Said said, @Nullable Said itself) {
        return lately.stream()
                .filter(before -> !before.equals(itself) && before.words().equals(said.words()))
                .anyMatch(before -> (itself == null || before.at().isBefore(itself.at()))
                        && Duration.between(before.at(), said.at()).compareTo(THE_SAME) < 0);
    }
}
