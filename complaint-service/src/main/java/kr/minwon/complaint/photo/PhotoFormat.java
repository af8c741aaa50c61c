package kr.minwon.complaint.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that are taken, told by content and never by name. */
enum PhotoFormat {
    JPEG("jpeg", 100_000_000L),
    PNG("png", 100_000_000L),
    /** The first frame. */
    GIF("gif", 100_000_000L),
    /** Decoded whole and in plain Java, at 25 bytes of heap a pixel where the others need 3 for those they keep. */
    WEBP("webp", 5_000_000L);

    private final String readerName;
    private final long mostPixels;

    PhotoFormat(String readerName, long mostPixels) {
        this.readerName = readerName;
        this.mostPixels = mostPixels;
    }

    String readerName() {
        return readerName;
    }

    /** Most pixels (width × height) that are decoded. */
    long mostPixels() {
        return mostPixels;
    }

    static Optional<PhotoFormat> of(byte[] bytes) {
        if (starts(bytes, 0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
            return Optional.of(JPEG);
        }
        if (starts(bytes, 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})) {
            return Optional.of(PNG);
        }
        if (starts(bytes, 0, ascii("GIF87a")) || starts(bytes, 0, ascii("GIF89a"))) {
            return Optional.of(GIF);
        }
        if (starts(bytes, 0, ascii("RIFF")) && starts(bytes, 8, ascii("WEBP"))) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int from, byte[] mark) {
        return bytes.length >= from + mark.length
                && Arrays.equals(bytes, from, from + mark.length, mark, 0, mark.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
