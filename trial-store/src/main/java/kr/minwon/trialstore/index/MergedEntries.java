package kr.minwon.trialstore.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Several readers of one index as one, in the order of what follows their prefixes: a sort under an {@code $in}. */
final class MergedEntries implements Iterator<byte[]> {

    private record Head(byte[] entry, EntryReader reader) {}

    private final PriorityQueue<Head> heads;

    MergedEntries(List<EntryReader> readers) {
        boolean backwards = !readers.isEmpty() && readers.get(0).backwards();
        Comparator<Head> order = MergedEntries::compare;
        this.heads = new PriorityQueue<>(backwards ? order.reversed() : order);
        readers.forEach(this::advance);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public byte[] next() {
        Head head = heads.remove();
        advance(head.reader());
        return head.entry();
    }

    private void advance(EntryReader reader) {
        if (reader.hasNext()) {
            heads.add(new Head(reader.next(), reader));
        }
    }

    private static int compare(Head a, Head b) {
        return Arrays.compareUnsigned(
                a.entry(),
                a.reader().prefix(),
                a.entry().length,
                b.entry(),
                b.reader().prefix(),
                b.entry().length);
    }
}
