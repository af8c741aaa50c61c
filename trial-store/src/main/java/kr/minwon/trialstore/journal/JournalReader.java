package kr.minwon.trialstore.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads a journal from its beginning and tells the end of what is whole. */
final class JournalReader {

    static final byte[] MAGIC = "minwon trial store 1\n".getBytes(StandardCharsets.US_ASCII);

    private static final int BLOCK = 1 << 20;

    private final JournalFile file;
    private final long length;

    /** A window of the file, so that a small record is not a read of its own. */
    private byte[] window = new byte[0];

    private long windowStart;

    JournalReader(JournalFile file) throws IOException {
        this.file = file;
        this.length = file.length();
    }

    /** Gives every change of every whole record; answers where the whole records end. */
    long read(Consumer<Change> changes) throws IOException {
        long position = checkMagic();
        while (position < length) {
            byte[] header = bytes(position, RecordCodec.HEADER);
            int size = header.length < RecordCodec.HEADER
                    ? -1
                    : ByteBuffer.wrap(header).getInt();
            if (size <= 0 || size > RecordCodec.LONGEST || position + RecordCodec.HEADER + size > length) {
                return torn(position, header.length < RecordCodec.HEADER || size > 0 && size <= RecordCodec.LONGEST);
            }
            byte[] payload = bytes(position + RecordCodec.HEADER, size);
            long next = position + RecordCodec.HEADER + size;
            if (RecordCodec.crc(payload, 0, size) != ByteBuffer.wrap(header).getInt(4)) {
                return torn(position, next == length);
            }
            RecordCodec.decode(payload).forEach(changes);
            position = next;
        }
        return position;
    }

    /**
     * A process killed while writing leaves a beginning of its last record, and a loss of power leaves zeros: nobody
     * was told that it was written. Anything else is damage, which must not be cut off silently.
     */
    private long torn(long position, boolean lastRecord) throws IOException {
        if (lastRecord || onlyZeros(position)) {
            return position;
        }
        throw new IOException("The journal is damaged at byte " + position + " of " + length
                + ", not at its end. Put a backup in its place, or cut it there (truncate -s " + position
                + ") and lose what follows.");
    }

    private boolean onlyZeros(long from) throws IOException {
        for (long position = from; position < length; position += BLOCK) {
            for (byte b : bytes(position, (int) Math.min(BLOCK, length - position))) {
                if (b != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private long checkMagic() throws IOException {
        byte[] found = bytes(0, MAGIC.length);
        if (!Arrays.equals(found, Arrays.copyOf(MAGIC, found.length))) {
            throw new IOException("This is no journal of a trial store, or one of another version");
        }
        return found.length < MAGIC.length ? 0 : MAGIC.length;
    }

    private byte[] bytes(long position, int size) throws IOException {
        if (position < windowStart || position + size > windowStart + window.length) {
            byte[] fresh = new byte[(int) Math.min(Math.max(size, BLOCK), Math.max(0, length - position))];
            int read = file.read(position, fresh);
            window = read == fresh.length ? fresh : Arrays.copyOf(fresh, read);
            windowStart = position;
        }
        int from = (int) (position - windowStart);
        return Arrays.copyOfRange(window, from, Math.min(from + size, window.length));
    }
}
