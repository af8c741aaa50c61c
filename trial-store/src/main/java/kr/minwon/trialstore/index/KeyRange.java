package kr.minwon.trialstore.index;

import java.util.Arrays;

/**
 * A stretch of an index.
 *
 * @param from first key in it
 * @param to first key behind it
 * @param ends where in {@code from} each leading field ends that has one value in the whole stretch
 */
record KeyRange(byte[] from, byte[] to, int[] ends) {

    /** The bytes of the first fields, which must each have one value. */
    byte[] prefix(int fields) {
        return fields == 0 ? new byte[0] : Arrays.copyOf(from, ends[fields - 1]);
    }

    /** How many leading fields have one value. */
    int fixed() {
        return ends.length;
    }

    boolean isEmpty() {
        return Arrays.compareUnsigned(from, to) >= 0;
    }

    boolean touches(KeyRange next) {
        return Arrays.compareUnsigned(to, next.from) >= 0;
    }

    KeyRange joined(KeyRange next) {
        return new KeyRange(from, Arrays.compareUnsigned(to, next.to) >= 0 ? to : next.to, ends);
    }
}
