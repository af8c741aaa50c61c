package kr.minwon.trialstore.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of all write commands in order, appended before a command is answered.
 *
 * <p>What was appended survives the process. It survives a loss of power once {@link #force()} has returned. Appending
 * and the end of a rewrite need the caller's lock; everything else does not.
 */
public final class Journal implements AutoCloseable {

    private static final String NAME = "store.journal";
    private static final int BLOCK = 1 << 20;

    private final Path directory;
    private final JournalFile.Opener opener;
    private final FileChannel lock;
    private JournalFile file;
    private volatile long length;
    private volatile boolean unforced;
    private volatile @Nullable IOException failure;

    private Journal(Path directory, JournalFile.Opener opener, FileChannel lock, JournalFile file) {
        this.directory = directory;
        this.opener = opener;
        this.lock = lock;
        this.file = file;
    }

    /** Opens the journal of a directory and gives all its changes; a torn record at its end is cut off. */
    public static Journal open(Path directory, Consumer<Change> changes) throws IOException {
        return open(directory, DiskFile::new, changes);
    }

    static Journal open(Path directory, JournalFile.Opener opener, Consumer<Change> changes) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock = lock(directory);
        try {
            Files.deleteIfExists(fresh(directory));
            JournalFile file = opener.open(directory.resolve(NAME));
            Journal journal = new Journal(directory, opener, lock, file);
            journal.start(new JournalReader(file).read(changes));
            return journal;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("store.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another store in this JVM holds it.
        }
        channel.close();
        throw new IOException("Another trial store has " + directory + " open");
    }

    private void start(long whole) throws IOException {
        if (file.length() > whole) {
            file.truncate(whole);
        }
        if (whole == 0) {
            file.write(0, JournalReader.MAGIC, JournalReader.MAGIC.length);
            file.force();
        }
        length = file.length();
    }

    /** Bytes on disk. */
    public long length() {
        return length;
    }

    /** Why nothing can be appended any more, until the store is opened again. */
    public @Nullable IOException failure() {
        return failure;
    }

    /** Appends the changes of one command, all or none. After an exception nothing of them is in the journal. */
    public void append(List<Change> changes) throws IOException {
        IOException broken = failure;
        if (broken != null) {
            throw broken;
        }
        byte[] bytes = RecordCodec.encode(changes);
        try {
            file.write(length, bytes, bytes.length);
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
        length += bytes.length;
        unforced = true;
    }

    /** A half-written record must not stand before a later one. */
    private void cutBack(IOException cause) {
        try {
            file.truncate(length);
        } catch (IOException e) {
            cause.addSuppressed(e);
            failure = cause;
        }
    }

    /** Makes everything appended survive a loss of power. A disk that fails here can no longer be believed. */
    public void force() throws IOException {
        if (!unforced) {
            return;
        }
        unforced = false;
        try {
            file.force();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Writes a fresh journal beside this one that begins with the whole state as of a position in this one. */
    public Rewrite rewrite(Iterator<Change> state, long asOf) throws IOException {
        Path path = fresh(directory);
        Files.deleteIfExists(path);
        JournalFile target = opener.open(path);
        try {
            target.write(0, JournalReader.MAGIC, JournalReader.MAGIC.length);
            long end = writeAll(target, JournalReader.MAGIC.length, state);
            target.force();
            return new Rewrite(target, path, end, asOf);
        } catch (IOException | RuntimeException e) {
            target.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static long writeAll(JournalFile target, long start, Iterator<Change> state) throws IOException {
        long position = start;
        List<Change> block = new ArrayList<>();
        int size = 0;
        while (state.hasNext()) {
            Change change = state.next();
            block.add(change);
            size += change.body().length + change.collection().length() + 32;
            if (size >= BLOCK || !state.hasNext()) {
                byte[] record = RecordCodec.encode(block);
                target.write(position, record, record.length);
                position += record.length;
                block.clear();
                size = 0;
            }
        }
        return position;
    }

    /** A fresh journal about to take the place of the old one. */
    public final class Rewrite {

        private final JournalFile target;
        private final Path path;
        private final long end;
        private final long asOf;

        private Rewrite(JournalFile target, Path path, long end, long asOf) {
            this.target = target;
            this.path = path;
            this.end = end;
            this.asOf = asOf;
        }

        /** Adds what was appended meanwhile and takes the old one's place, whole or not at all. */
        public void finish() throws IOException {
            long position;
            try {
                position = copyTail();
                target.force();
                Files.move(path, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                target.close();
                Files.deleteIfExists(path);
                throw e;
            }
            JournalFile old = file;
            file = target;
            length = position;
            unforced = false;
            old.close();
            forceDirectory();
        }

        private long copyTail() throws IOException {
            long position = end;
            for (long from = asOf; from < length; from += BLOCK) {
                byte[] tail = new byte[(int) Math.min(BLOCK, length - from)];
                if (file.read(from, tail) < tail.length) {
                    throw new IOException("the journal is shorter than what was appended to it");
                }
                target.write(position, tail, tail.length);
                position += tail.length;
            }
            return position;
        }
    }

    /** Makes the new name durable. Windows opens no directories; there it is as durable as the system makes it. */
    private void forceDirectory() throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private static Path fresh(Path directory) {
        return directory.resolve(NAME + ".new");
    }

    @Override
    public void close() throws IOException {
        try {
            force();
        } finally {
            file.close();
            lock.close();
        }
    }
}
