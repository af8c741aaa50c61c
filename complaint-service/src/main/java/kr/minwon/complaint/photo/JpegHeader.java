package kr.minwon.complaint.photo;

/** Reads the markers of a JPEG. */
final class JpegHeader {
    private static final int START_OF_FRAME_PROGRESSIVE = 0xC2;
    private static final int START_OF_SCAN = 0xDA;

    private JpegHeader() {}

    /** Whether the picture comes in passes; such a file is held in memory whole. */
    static boolean isProgressive(byte[] file) {
        int at = 2;
        while (at + 3 < file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            // SOF2, SOF6, SOF10, SOF14: the progressive ones.
            if ((marker & 0xF3) == START_OF_FRAME_PROGRESSIVE) {
                return true;
            }
            if (marker == START_OF_SCAN) {
                return false;
            }
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        }
        return false;
    }
}
