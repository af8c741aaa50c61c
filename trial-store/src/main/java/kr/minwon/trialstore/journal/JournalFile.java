package kr.minwon.trialstore.journal;

import java.io.IOException;

/** The file under a journal; tests put a failing one in its place. */
interface JournalFile extends AutoCloseable {

    /** Opens the file of a path, creating it if need be. */
    interface Opener {
        JournalFile open(java.nio.file.Path path) throws IOException;
    }

    long length() throws IOException;

    /** Writes all bytes at a position, or throws. */
    void write(long position, byte[] bytes, int length) throws IOException;

    /** Reads as many bytes as there are, up to the length of the buffer; answers how many. */
    int read(long position, byte[] buffer) throws IOException;

    void truncate(long length) throws IOException;

    /** Makes what was written survive a loss of power. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
