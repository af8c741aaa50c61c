package kr.minwon.trialstore.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import kr.minwon.trialstore.index.Condition.Compared;
import kr.minwon.trialstore.index.Condition.OneOf;
import kr.minwon.trialstore.index.Condition.Present;
import org.jspecify.annotations.Nullable;

/** Follows conditions along the fields of an index: equalities as far as they go, then one range. */
final class IndexWalk {

    /** More points than this are not worth looking up one by one. */
    private static final int MOST_POINTS = 20_000;

    private record Start(SortKey key, int[] ends) {}

    private final IndexedFields fields;
    private final Conditions conditions;
    private final List<KeyRange> ranges = new ArrayList<>();
    private boolean leavesOutMissing;
    private int score;

    IndexWalk(OrderedIndex index, Conditions conditions) {
        this.fields = index.fields();
        this.conditions = conditions;
        follow(index.leavesOutMissing());
    }

    /** The stretches of the index that hold every match. */
    List<KeyRange> ranges() {
        return ranges;
    }

    /** Two for each equality, one for a range at the end. */
    int score() {
        return score;
    }

    /** Whether a match has one of the index's fields for certain, so that a sparse index holds it. */
    boolean leavesOutMissing() {
        return leavesOutMissing;
    }

    private void follow(boolean sparse) {
        List<Start> starts = List.of(new Start(new SortKey(), new int[0]));
        int field = 0;
        OneOf points = field < fields.count() ? pointsOn(field) : null;
        while (points != null && (long) starts.size() * points.values().size() <= MOST_POINTS) {
            starts = extend(starts, points, fields.ascending(field));
            leavesOutMissing |= points.leavesOutMissing();
            score += 2;
            field++;
            points = field < fields.count() ? pointsOn(field) : null;
        }
        List<Condition> bounds = field < fields.count() && points == null ? boundsOn(field) : List.of();
        leavesOutMissing |= !bounds.isEmpty();
        boolean narrows = bounds.stream().anyMatch(b -> b instanceof Compared || sparse);
        score += narrows ? 1 : 0;
        boolean ascending = field < fields.count() && fields.ascending(field);
        for (Start start : starts) {
            KeyRange range = range(start, bounds, ascending);
            if (!range.isEmpty()) {
                ranges.add(range);
            }
        }
    }

    private @Nullable OneOf pointsOn(int field) {
        return conditions.on(fields.path(field)).stream()
                .filter(OneOf.class::isInstance)
                .map(OneOf.class::cast)
                .min((a, b) -> Integer.compare(a.values().size(), b.values().size()))
                .orElse(null);
    }

    /** Of an array each condition may hold for another element: then only one of them bounds the index. */
    private List<Condition> boundsOn(int field) {
        List<Condition> bounds = conditions.on(fields.path(field)).stream()
                .filter(c -> c instanceof Compared || c instanceof Present)
                .toList();
        if (!fields.multikey(field)) {
            return bounds;
        }
        return bounds.stream()
                .filter(Compared.class::isInstance)
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static List<Start> extend(List<Start> starts, OneOf points, boolean ascending) {
        TreeSet<byte[]> encoded = new TreeSet<>(Arrays::compareUnsigned);
        points.values()
                .forEach(value ->
                        encoded.add(new SortKey().append(value, ascending).toBytes()));
        List<Start> extended = new ArrayList<>();
        for (Start start : starts) {
            for (byte[] point : encoded) {
                SortKey key = start.key().copy().raw(point);
                int[] ends = Arrays.copyOf(start.ends(), start.ends().length + 1);
                ends[ends.length - 1] = key.length();
                extended.add(new Start(key, ends));
            }
        }
        return extended;
    }

    private static KeyRange range(Start start, List<Condition> bounds, boolean ascending) {
        byte[] from = start.key().toBytes();
        byte[] to = start.key().copy().raw(SortKey.BEHIND).toBytes();
        for (Condition bound : bounds) {
            if (bound instanceof Compared compared) {
                byte[] low = low(start.key(), compared, ascending);
                byte[] high = high(start.key(), compared, ascending);
                from = Arrays.compareUnsigned(low, from) > 0 ? low : from;
                to = Arrays.compareUnsigned(high, to) < 0 ? high : to;
            }
        }
        return new KeyRange(from, to, start.ends());
    }

    private static byte[] low(SortKey prefix, Compared compared, boolean ascending) {
        if (compared.comparison().isUpperBound() == ascending) {
            return prefix.copy()
                    .appendBracket(compared.value(), ascending, false)
                    .toBytes();
        }
        SortKey key = prefix.copy().append(compared.value(), ascending);
        return compared.comparison().includesEqual()
                ? key.toBytes()
                : key.raw(SortKey.BEHIND).toBytes();
    }

    private static byte[] high(SortKey prefix, Compared compared, boolean ascending) {
        if (compared.comparison().isUpperBound() != ascending) {
            return prefix.copy()
                    .appendBracket(compared.value(), ascending, true)
                    .toBytes();
        }
        SortKey key = prefix.copy().append(compared.value(), ascending);
        return compared.comparison().includesEqual() ? key.raw(SortKey.BEHIND).toBytes() : key.toBytes();
    }
}
