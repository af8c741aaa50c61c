package kr.minwon.trialstore.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of one index, and the keys a document has by them: one, or one for each element of an array. */
final class IndexedFields {

    private final String[] paths;
    private final boolean[] ascending;
    private final boolean[] multikey;
    private final boolean leavesOutMissing;

    IndexedFields(List<IndexKey> keys, boolean leavesOutMissing) {
        this.paths = keys.stream().map(IndexKey::getKey).toArray(String[]::new);
        this.ascending = new boolean[paths.length];
        this.multikey = new boolean[paths.length];
        this.leavesOutMissing = leavesOutMissing;
        for (int i = 0; i < paths.length; i++) {
            ascending[i] = keys.get(i).isAscending();
        }
    }

    int count() {
        return paths.length;
    }

    String path(int field) {
        return paths[field];
    }

    boolean ascending(int field) {
        return ascending[field];
    }

    /** Whether some document has, or had, an array in the field. */
    boolean multikey(int field) {
        return multikey[field];
    }

    boolean isMultikey() {
        for (boolean field : multikey) {
            if (field) {
                return true;
            }
        }
        return false;
    }

    int indexOf(String path) {
        return Arrays.asList(paths).indexOf(path);
    }

    boolean sameAs(IndexedFields other) {
        return Arrays.equals(paths, other.paths) && Arrays.equals(ascending, other.ascending);
    }

    List<byte[]> keysOf(Document document) {
        List<Collection<?>> values = new ArrayList<>(paths.length);
        boolean present = false;
        String array = null;
        for (int i = 0; i < paths.length; i++) {
            Object value = valueAt(document, paths[i]);
            present |= !isMissing(value);
            if (value instanceof Collection<?> elements) {
                array = refuseParallel(array, paths[i]);
                multikey[i] = true;
                values.add(elements.isEmpty() ? List.of(SortKey.EMPTY_ARRAY) : elements);
            } else {
                values.add(Collections.singletonList(value));
            }
        }
        if (leavesOutMissing && !present) {
            return List.of();
        }
        if (array == null) {
            SortKey key = new SortKey();
            for (int i = 0; i < paths.length; i++) {
                key.append(values.get(i).iterator().next(), ascending[i]);
            }
            return List.of(key.toBytes());
        }
        List<byte[]> keys = new ArrayList<>();
        expand(values, 0, new SortKey(), keys);
        return keys;
    }

    /**
     * Whether both have the same keys for certain, without making them: texts and arrays of texts, which is what has many
     * keys. False says nothing.
     */
    boolean sameTexts(Document before, Document after) {
        for (String path : paths) {
            Object one = valueAt(before, path);
            if (!isText(one) || !Objects.equals(one, valueAt(after, path))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String
                || (value instanceof Collection<?> elements && elements.stream().allMatch(String.class::isInstance));
    }

    static boolean same(List<byte[]> some, List<byte[]> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!Arrays.equals(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void expand(List<Collection<?>> values, int field, SortKey start, List<byte[]> keys) {
        if (field == paths.length) {
            keys.add(start.toBytes());
            return;
        }
        for (Object value : values.get(field)) {
            expand(values, field + 1, start.copy().append(value, ascending[field]), keys);
        }
    }

    private static @Nullable Object valueAt(Document document, String path) {
        return path.indexOf('.') < 0
                ? document.getOrMissing(path)
                : Utils.getSubdocumentValueCollectionAware(document, path);
    }

    private static boolean isMissing(@Nullable Object value) {
        if (value instanceof Collection<?> elements && !elements.isEmpty()) {
            return elements.stream().allMatch(Missing.class::isInstance);
        }
        return value instanceof Missing;
    }

    /** Two fields of the elements of one array may be indexed together, two arrays may not. */
    private static String refuseParallel(@Nullable String array, String path) {
        if (array != null && !Utils.firstFragment(array).equals(Utils.firstFragment(path))) {
            throw new CannotIndexParallelArraysError(List.of(array, path));
        }
        return path;
    }
}
