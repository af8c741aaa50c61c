package kr.minwon.trialstore.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A journal file on disk. A RandomAccessFile, because an interrupted thread would close a FileChannel for all. */
final class DiskFile implements JournalFile {

    private final RandomAccessFile file;

    DiskFile(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public synchronized long length() throws IOException {
        return file.length();
    }

    @Override
    public synchronized void write(long position, byte[] bytes, int length) throws IOException {
        file.seek(position);
        file.write(bytes, 0, length);
    }

    @Override
    public synchronized int read(long position, byte[] buffer) throws IOException {
        file.seek(position);
        int read = 0;
        while (read < buffer.length) {
            int more = file.read(buffer, read, buffer.length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        return read;
    }

    @Override
    public synchronized void truncate(long length) throws IOException {
        file.setLength(length);
    }

    /** Not synchronized: writes go on while the disk is waited for. */
    @Override
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
