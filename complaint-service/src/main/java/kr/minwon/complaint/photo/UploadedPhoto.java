package kr.minwon.complaint.photo;

/**
 * A file as it was sent; whether it is a photo is not known yet.
 *
 * @param source opened when it is its turn, so that five photos are never in memory at once
 * @param digest SHA-256 of its bytes
 */
public record UploadedPhoto(Source source, byte[] digest) {
    /** Where the bytes are. */
    @FunctionalInterface
    public interface Source {
        /**
         * All bytes.
         *
         * @throws java.io.UncheckedIOException when they cannot be read
         */
        byte[] read();
    }
}
