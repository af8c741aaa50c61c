package kr.minwon.indexproof;

import java.util.List;

/**
 * An index that the code declares.
 *
 * @param keys the fields in their order
 * @param sparse leaves out documents without the field, so it serves only filters that ask for the field
 */
public record DeclaredIndex(String collection, List<Key> keys, boolean unique, boolean sparse) {

    /** A field of an index and whether it ascends. */
    public record Key(String field, boolean ascending) {}

    public DeclaredIndex {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an index has at least one field");
        }
    }

    /** A plain index; a field that descends is written with a leading minus, such as {@code "-dueAt"}. */
    public static DeclaredIndex on(String collection, String... fields) {
        return new DeclaredIndex(collection, keysOf(fields), false, false);
    }

    /** A unique index. */
    public static DeclaredIndex unique(String collection, String... fields) {
        return new DeclaredIndex(collection, keysOf(fields), true, false);
    }

    /** A sparse index of one field. */
    public static DeclaredIndex sparse(String collection, String field) {
        return new DeclaredIndex(collection, keysOf(field), false, true);
    }

    /** A unique and sparse index of one field. */
    public static DeclaredIndex uniqueSparse(String collection, String field) {
        return new DeclaredIndex(collection, keysOf(field), true, true);
    }

    private static List<Key> keysOf(String... fields) {
        return List.of(fields).stream()
                .map(field -> field.startsWith("-") ? new Key(field.substring(1), false) : new Key(field, true))
                .toList();
    }

    @Override
    public String toString() {
        return collection
                + keys.stream()
                        .map(key -> (key.ascending() ? "" : "-") + key.field())
                        .toList()
                + (unique ? " unique" : "")
                + (sparse ? " sparse" : "");
    }
}
