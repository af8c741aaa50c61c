package kr.minwon.phonesimulator.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One append-only file of JSON lines.
 *
 * <p>A line is handed to the operating system, whole, before {@link #append} returns, so it survives
 * a kill of this process at any moment. A line that a kill tore is cut when the file is opened.
 *
 * <p>Threads that use a journal must not be interrupted: an interrupt closes a {@link FileChannel}.
 */
public final class Journal implements AutoCloseable {

    /** Is shown each line that was found on opening. */
    @FunctionalInterface
    public interface Reader {
        void line(int number, byte[] json);
    }

    private static final int CHUNK = 1 << 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final FileChannel channel;
    private final boolean fsync;
    // ends[n] is where line n ends, its line feed included; line n starts where n - 1 ended
    private long[] ends = new long[1024];
    private int count;

    private Journal(FileChannel channel, boolean fsync) {
        this.channel = channel;
        this.fsync = fsync;
    }

    /** Opens or creates the file, shows its lines to {@code reader} and cuts a torn last one. */
    public static Journal open(Path file, boolean fsync, Reader reader) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(channel, fsync);
            journal.own(file);
            journal.load(reader);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("The journal %s cannot be opened".formatted(file), e);
        }
    }

    private void own(Path file) throws IOException {
        try {
            // held until the process ends or the channel is closed; a killed process leaves none behind
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // another simulator in this same process
        }
        channel.close();
        throw new IllegalStateException("%s is used by another simulator that is running".formatted(file));
    }

    private void load(Reader reader) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (long position = 0; channel.read(chunk.clear(), position) > 0; position += chunk.limit()) {
            chunk.flip();
            byte[] octets = chunk.array();
            int start = 0;
            for (int at = 0; at < chunk.limit(); at++) {
                if (octets[at] == '\n') {
                    line.write(octets, start, at - start);
                    start = at + 1;
                    endsAt(position + start);
                    reader.line(count - 1, line.toByteArray());
                    line.reset();
                }
            }
            line.write(octets, start, chunk.limit() - start);
        }
        channel.truncate(size());
    }

    /**
     * Appends one line and returns its number, from 0.
     *
     * @throws UncheckedIOException when the disk refuses; nothing of the line is then kept
     */
    public int append(byte[] json) {
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        lock.lock();
        try {
            long start = size();
            try {
                long position = start;
                while (line.hasRemaining()) {
                    position += channel.write(line, position);
                }
                if (fsync) {
                    channel.force(false);
                }
                endsAt(position);
                return count - 1;
            } catch (IOException e) {
                channel.truncate(start);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal could not be written", e);
        } finally {
            lock.unlock();
        }
    }

    /** The lines {@code from} (inclusive) to {@code to} (exclusive) as they stand in the file, fewer if there are no more. */
    public byte[] read(int from, int to) {
        long start;
        int length;
        lock.lock();
        try {
            int first = Math.clamp(from, 0, count);
            int last = Math.clamp(to, first, count);
            start = start(first);
            length = Math.toIntExact(start(last) - start);
        } finally {
            lock.unlock();
        }
        try {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining()) {
                // a clear between may have made the file shorter
                if (channel.read(buffer, start + buffer.position()) < 0) {
                    break;
                }
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal could not be read", e);
        }
    }

    /** How many lines there are. */
    public int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets every line. */
    public void clear() {
        lock.lock();
        try {
            channel.truncate(0);
            count = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The journal could not be cleared", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size() {
        return start(count);
    }

    private long start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    private void endsAt(long position) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = position;
    }
}
