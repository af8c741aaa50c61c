package kr.minwon.trialstore.index;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads stretches of an index one after the other. */
final class EntryReader implements Iterator<byte[]> {

    private final OrderedIndex index;
    private final Iterator<KeyRange> ranges;
    private final int prefix;
    private final boolean backwards;
    private Iterator<byte[]> current = Collections.emptyIterator();

    EntryReader(OrderedIndex index, List<KeyRange> ranges, int prefix, boolean backwards) {
        this.index = index;
        this.ranges = (backwards ? ranges.reversed() : ranges).iterator();
        this.prefix = prefix;
        this.backwards = backwards;
    }

    /** How many leading bytes all its entries share; the order begins behind them. */
    int prefix() {
        return prefix;
    }

    boolean backwards() {
        return backwards;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && ranges.hasNext()) {
            var entries = index.between(ranges.next());
            current = backwards ? entries.descendingIterator() : entries.iterator();
        }
        return current.hasNext();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
