package kr.minwon.trialstore;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The images of a collection, each in a slot that it keeps; a freed slot is used again. */
final class ImageTable {

    /** Stands in a slot without an image; no document is that short. */
    private static final byte[] FREE = {};

    private final BitSet free = new BitSet();
    private byte[][] images = {};
    private int size;
    private int lowestFree;
    private long bytes;

    /** Puts an image in a free slot. */
    int add(byte[] image) {
        int slot = free.nextSetBit(lowestFree);
        if (slot < 0) {
            slot = size;
        }
        set(slot, image);
        lowestFree = slot + 1;
        return slot;
    }

    /** Puts an image in a slot, or null to free it; answers what was there. */
    byte @Nullable [] set(int slot, byte @Nullable [] image) {
        if (slot >= images.length) {
            int length = images.length;
            images = Arrays.copyOf(images, Math.max(slot + 16, length + (length >> 1)));
            Arrays.fill(images, length, images.length, FREE);
        }
        byte[] before = images[slot];
        byte[] after = image == null ? FREE : image;
        images[slot] = after;
        size = Math.max(size, slot + 1);
        bytes += after.length - before.length;
        free.set(slot, image == null);
        if (image == null) {
            lowestFree = Math.min(lowestFree, slot);
        }
        return before == FREE ? null : before;
    }

    byte @Nullable [] get(int slot) {
        return has(slot) ? images[slot] : null;
    }

    /** Slots with an image, in order. */
    IntStream slots() {
        return IntStream.range(0, size).filter(this::has);
    }

    /** Slots with an image, last first. */
    IntStream slotsBackwards() {
        return IntStream.range(0, size).map(i -> size - 1 - i).filter(this::has);
    }

    /** The images as they are now; later changes do not reach the list. */
    List<byte[]> snapshot() {
        byte[][] copy = new byte[count()][];
        int next = 0;
        for (int slot = 0; slot < size; slot++) {
            if (has(slot)) {
                copy[next++] = images[slot];
            }
        }
        return Arrays.asList(copy);
    }

    int count() {
        return size - free.cardinality();
    }

    /** Length of all images. */
    long bytes() {
        return bytes;
    }

    private boolean has(int slot) {
        return slot < size && images[slot] != FREE;
    }
}
