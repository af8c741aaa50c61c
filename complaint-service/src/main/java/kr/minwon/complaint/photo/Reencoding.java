package kr.minwon.complaint.photo;

/** What became of a file. */
sealed interface Reencoding {
    /**
     * A JPEG of ours.
     *
     * @param width pixels
     * @param height pixels
     */
    record Done(byte[] jpeg, int width, int height) implements Reencoding {}

    /** It is not taken. */
    record Refused(PhotoRefusal refusal) implements Reencoding {}
}
