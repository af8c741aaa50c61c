package kr.minwon.trialstore.index;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The slots of index entries; a document with an array has several entries and is given once. */
final class Slots implements Iterator<Integer> {

    private final Iterator<byte[]> entries;
    private final @Nullable Set<Integer> given;
    private @Nullable Integer next;

    Slots(Iterator<byte[]> entries, boolean repeats) {
        this.entries = entries;
        this.given = repeats ? new HashSet<>() : null;
    }

    @Override
    public boolean hasNext() {
        while (next == null && entries.hasNext()) {
            int slot = OrderedIndex.slotOf(entries.next());
            next = given == null || given.add(slot) ? slot : null;
        }
        return next != null;
    }

    @Override
    public Integer next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Integer slot = next;
        next = null;
        return slot;
    }
}
