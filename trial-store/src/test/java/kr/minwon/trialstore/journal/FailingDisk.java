package kr.minwon.trialstore.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A disk that fails when a test wants it to, after half of what was to be written. */
public final class FailingDisk {

    /** Whether writing fails. */
    public volatile boolean full;

    /** Whether cutting back fails too. */
    public volatile boolean stuck;

    /** Whether forcing fails. */
    public volatile boolean lying;

    public Journal open(Path directory, Consumer<Change> changes) throws IOException {
        return Journal.open(directory, path -> new File(new DiskFile(path)), changes);
    }

    private final class File implements JournalFile {

        private final DiskFile disk;

        private File(DiskFile disk) {
            this.disk = disk;
        }

        @Override
        public void write(long position, byte[] bytes, int length) throws IOException {
            if (full) {
                disk.write(position, bytes, length / 2);
                throw new IOException("No space left on device");
            }
            disk.write(position, bytes, length);
        }

        @Override
        public void truncate(long length) throws IOException {
            if (stuck) {
                throw new IOException("Input/output error");
            }
            disk.truncate(length);
        }

        @Override
        public void force() throws IOException {
            if (lying) {
                throw new IOException("Input/output error");
            }
            disk.force();
        }

        @Override
        public long length() throws IOException {
            return disk.length();
        }

        @Override
        public int read(long position, byte[] buffer) throws IOException {
            return disk.read(position, buffer);
        }

        @Override
        public void close() throws IOException {
            disk.close();
        }
    }
}
