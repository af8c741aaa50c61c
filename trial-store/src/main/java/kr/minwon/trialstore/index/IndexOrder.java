package kr.minwon.trialstore.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an index gives a sort: from which field on its order is the asked one, and whether backwards.
 *
 * @param start the first field that orders; those before it must have one value in each stretch
 * @param backwards whether the index is read from its end
 */
record IndexOrder(int start, boolean backwards) {

    static @Nullable IndexOrder of(OrderedIndex index, Conditions conditions, @Nullable Document sort) {
        if (sort == null || sort.isEmpty()) {
            return null;
        }
        IndexedFields fields = index.fields();
        int start = -1;
        int next = 0;
        Boolean backwards = null;
        for (Map.Entry<String, Object> key : sort.entrySet()) {
            if (!(key.getValue() instanceof Number direction)) {
                return null;
            }
            if (isFixed(fields, conditions, key.getKey())) {
                continue;
            }
            int field = fields.indexOf(key.getKey());
            if (field < next || fields.multikey(field)) {
                return null;
            }
            if (start < 0) {
                start = field;
            } else if (!allFixed(fields, conditions, next, field)) {
                return null;
            }
            boolean against = direction.intValue() > 0 != fields.ascending(field);
            if (backwards != null && backwards != against) {
                return null;
            }
            backwards = against;
            next = field + 1;
        }
        return backwards == null ? null : new IndexOrder(start, backwards);
    }

    private static boolean allFixed(IndexedFields fields, Conditions conditions, int from, int to) {
        for (int field = from; field < to; field++) {
            if (!isFixed(fields, conditions, fields.path(field))) {
                return false;
            }
        }
        return true;
    }

    /** An equality fixes the order by a field only where no document has an array in it. */
    private static boolean isFixed(IndexedFields fields, Conditions conditions, String path) {
        int field = fields.indexOf(path);
        return field >= 0 && !fields.multikey(field) && conditions.fixes(path);
    }
}
