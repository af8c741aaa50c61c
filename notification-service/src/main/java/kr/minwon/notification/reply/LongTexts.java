package kr.minwon.notification.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one number that come in pieces; few at once, so that nobody fills the store.
 *
 * @param from whose they are
 */
public record LongTexts(String from, List<LongText> texts) {
    /** At once, of a number. */
    static final int MOST = 8;
    /** A carrier brings a piece again within this time; a phone uses a reference again after it. */
    static final Duration KEPT = Duration.ofMinutes(10);

    public LongTexts {
        texts = List.copyOf(texts);
    }

    static LongTexts of(String from) {
        return new LongTexts(from, List.of());
    }

    /**
     * With one piece more.
     *
     * @param now what there is now
     * @param ready what is to be understood: whole, or pushed out by too many others
     */
    record Next(LongTexts now, List<LongText> ready) {}

    Next plus(Piece piece, Instant at) {
        List<LongText> all = new ArrayList<>();
        LongText its = null;
        for (LongText one : texts) {
            if (its == null && one.isOf(piece) && one.takes(piece)) {
                its = one.has(piece) ? one : one.plus(piece, at);
                all.add(its);
            } else if (!one.given() || at.isBefore(one.latest().plus(KEPT))) {
                all.add(one);
            }
        }
        List<LongText> ready = new ArrayList<>();
        if (its == null) {
            if (all.size() >= MOST) {
                all.removeIf(LongText::given);
            }
            if (all.size() >= MOST) {
                // It stays until it was understood.
                ready.add(
                        all.stream().min(Comparator.comparing(LongText::since)).orElseThrow());
            }
            its = LongText.of(piece, at);
            all.add(its);
        }
        if (its.isWhole() && !its.given()) {
            ready.add(its);
        }
        return new Next(new LongTexts(from, all), ready);
    }

    /** Those that have waited long enough for the rest. */
    List<LongText> late(Instant now, Duration within) {
        return texts.stream()
                .filter(one -> !one.given() && !one.dueAt(within, KEPT).isAfter(now))
                .toList();
    }

    /** After those were understood; what was understood long ago is forgotten. */
    LongTexts given(List<LongText> done, Instant now) {
        return new LongTexts(
                from,
                texts.stream()
                        .map(one -> done.stream().anyMatch(other -> isSame(one, other)) ? one.asGiven() : one)
                        .filter(one -> !one.given() || now.isBefore(one.latest().plus(KEPT)))
                        .toList());
    }

    private static boolean isSame(LongText one, LongText other) {
        return one.to().equals(other.to())
                && one.reference() == other.reference()
                && one.total() == other.total()
                && one.since().equals(other.since())
                && one.parts().size() == other.parts().size();
    }

    /** When there is something to do with one of them; null when none is there. */
    public @Nullable Instant dueAt(Duration within) {
        Optional<Instant> first =
                texts.stream().map(one -> one.dueAt(within, KEPT)).min(Comparator.naturalOrder());
        return first.orElse(null);
    }
}
