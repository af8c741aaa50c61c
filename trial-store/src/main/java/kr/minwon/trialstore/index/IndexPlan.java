package kr.minwon.trialstore.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stretches of one index that hold every match of a filter, and whether reading them gives the sort. */
public final class IndexPlan {

    private final OrderedIndex index;
    private final List<KeyRange> ranges;
    private final @Nullable IndexOrder order;
    private final int score;

    private IndexPlan(OrderedIndex index, List<KeyRange> ranges, @Nullable IndexOrder order, int score) {
        this.index = index;
        this.ranges = ranges;
        this.order = order;
        this.score = score;
    }

    /**
     * Chooses an index: a unique key wholly named first, then the one with most fields named, then one that gives the
     * sort.
     *
     * @param limited whether few matches are wanted, which makes reading a whole index in order worth it
     * @return null if no index helps
     */
    public static @Nullable IndexPlan choose(
            List<OrderedIndex> indexes, Document filter, @Nullable Document sort, boolean limited) {
        Conditions conditions = Conditions.of(filter);
        IndexPlan best = null;
        for (OrderedIndex index : indexes) {
            IndexOrder order = IndexOrder.of(index, conditions, sort);
            best = better(best, plan(index, List.of(conditions), order, limited));
            for (List<Document> branches : conditions.alternatives()) {
                List<Conditions> each = branches.stream().map(conditions::and).toList();
                best = better(best, plan(index, each, order, limited));
            }
        }
        return best;
    }

    private static @Nullable IndexPlan plan(
            OrderedIndex index, List<Conditions> branches, @Nullable IndexOrder order, boolean limited) {
        List<KeyRange> ranges = new ArrayList<>();
        int score = Integer.MAX_VALUE;
        for (Conditions branch : branches) {
            IndexWalk walk = new IndexWalk(index, branch);
            if (index.leavesOutMissing() && !walk.leavesOutMissing()) {
                return null;
            }
            ranges.addAll(walk.ranges());
            score = Math.min(score, walk.score());
        }
        IndexOrder given =
                order != null && ranges.stream().allMatch(range -> range.fixed() >= order.start()) ? order : null;
        return branches.isEmpty() || (score == 0 && !(given != null && limited))
                ? null
                : new IndexPlan(index, ranges, given, score);
    }

    private static @Nullable IndexPlan better(@Nullable IndexPlan known, @Nullable IndexPlan other) {
        return known == null || (other != null && other.rank() > known.rank()) ? other : known;
    }

    private int rank() {
        return (isKeyLookup() ? 1_000 : 0) + 2 * score + (order != null ? 1 : 0);
    }

    /** Whether each stretch can hold one document at most. */
    public boolean isKeyLookup() {
        int all = index.fields().count();
        return index.isUnique() && ranges.stream().allMatch(range -> range.fixed() == all);
    }

    /** How many keys a look-up names. */
    public int keys() {
        return ranges.size();
    }

    /** Whether {@link #slots()} come in the order of the sort. */
    public boolean isSorted() {
        return order != null;
    }

    /** The slots of all candidates, each once, read as they are asked for. */
    public Iterator<Integer> slots() {
        int start = order == null ? 0 : order.start();
        TreeMap<byte[], List<KeyRange>> groups = new TreeMap<>(Arrays::compareUnsigned);
        ranges.forEach(range -> groups.computeIfAbsent(range.prefix(start), any -> new ArrayList<>())
                .add(range));
        List<EntryReader> readers = new ArrayList<>();
        groups.forEach((prefix, group) ->
                readers.add(new EntryReader(index, joined(group), prefix.length, order != null && order.backwards())));
        Iterator<byte[]> entries = readers.size() == 1 ? readers.get(0) : new MergedEntries(readers);
        return new Slots(entries, index.fields().isMultikey());
    }

    /** Branches of an {@code $or} may overlap; what remains is in order and apart. */
    private static List<KeyRange> joined(List<KeyRange> ranges) {
        List<KeyRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(KeyRange::from, Arrays::compareUnsigned));
        List<KeyRange> apart = new ArrayList<>();
        for (KeyRange range : sorted) {
            int last = apart.size() - 1;
            if (last >= 0 && apart.get(last).touches(range)) {
                apart.set(last, apart.get(last).joined(range));
            } else {
                apart.add(range);
            }
        }
        return apart;
    }
}
