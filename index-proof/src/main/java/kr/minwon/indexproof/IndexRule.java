package kr.minwon.indexproof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.indexproof.DeclaredIndex.Key;
import kr.minwon.indexproof.FilterShape.Comparison;
import org.jspecify.annotations.Nullable;

/** Decides whether an index serves a shape: it narrows by its first fields and, if asked to sort, is read in order. */
final class IndexRule {
    private final Collection<DeclaredIndex> declared;

    IndexRule(Collection<DeclaredIndex> declared) {
        this.declared = declared;
    }

    boolean serves(QueryShape shape) {
        return serves(shape, shape.filter());
    }

    private boolean serves(QueryShape shape, FilterShape filter) {
        Comparison id = filter.fields().get("_id");
        if (id == Comparison.EQUALITY || id == Comparison.IN) {
            return true;
        }
        if (indexesOf(shape.collection()).stream().anyMatch(index -> serves(index, filter, shape))) {
            return true;
        }
        return !filter.alternatives().isEmpty()
                && filter.alternatives().stream().allMatch(branch -> serves(shape, merged(filter, branch)));
    }

    private static FilterShape merged(FilterShape outer, FilterShape branch) {
        Map<String, Comparison> fields = new HashMap<>(outer.fields());
        branch.fields().forEach((field, how) -> fields.merge(field, how, FilterShape::stronger));
        return new FilterShape(fields, branch.alternatives());
    }

    private List<DeclaredIndex> indexesOf(String collection) {
        List<DeclaredIndex> all = new ArrayList<>();
        all.add(DeclaredIndex.unique(collection, "_id"));
        declared.stream().filter(index -> index.collection().equals(collection)).forEach(all::add);
        return all;
    }

    private static boolean serves(DeclaredIndex index, FilterShape filter, QueryShape shape) {
        List<Key> keys = index.keys();
        Comparison first = filter.fields().get(keys.getFirst().field());
        if (index.sparse() && (!narrows(first) || first == Comparison.NULL)) {
            return false;
        }
        int equal = 0;
        while (equal < keys.size()
                && isPoint(filter.fields().get(keys.get(equal).field()))) {
            equal++;
        }
        if (shape.sort().isEmpty()) {
            return narrows(first);
        }
        boolean pageFromTheBeginning = shape.limited()
                && filter.fields().isEmpty()
                && filter.alternatives().isEmpty();
        return (narrows(first) || pageFromTheBeginning) && sortsFrom(keys, filter, equal, shape.sort());
    }

    /** The sort must be what follows the equal fields of the index, all one way or all the other. */
    private static boolean sortsFrom(List<Key> keys, FilterShape filter, int equal, List<String> sort) {
        for (Key key : keys.subList(0, equal)) {
            // An $in is many points: the index is in order of a later field only within each.
            if (filter.fields().get(key.field()) == Comparison.IN) {
                return false;
            }
        }
        List<String> open = sort.stream()
                .filter(field -> !isPoint(filter.fields().get(plain(field))))
                .toList();
        if (equal + open.size() > keys.size()) {
            return false;
        }
        boolean sameWay = true;
        boolean otherWay = true;
        for (int i = 0; i < open.size(); i++) {
            Key key = keys.get(equal + i);
            if (!key.field().equals(plain(open.get(i)))) {
                return false;
            }
            boolean ascending = !open.get(i).startsWith("-");
            sameWay &= key.ascending() == ascending;
            otherWay &= key.ascending() != ascending;
        }
        return sameWay || otherWay;
    }

    private static String plain(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }

    private static boolean isPoint(@Nullable Comparison how) {
        return how == Comparison.EQUALITY || how == Comparison.NULL || how == Comparison.IN;
    }

    private static boolean narrows(@Nullable Comparison how) {
        return how != null && how != Comparison.UNSERVABLE;
    }
}
