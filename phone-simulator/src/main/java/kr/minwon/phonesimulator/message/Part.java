package kr.minwon.phonesimulator.message;

/**
 * Which piece of a concatenated message this is.
 *
 * @param reference the sender's number for the whole message
 * @param total how many pieces it has
 * @param number which piece this is, from 1
 */
public record Part(int reference, int total, int number) {

    /** Whether the numbers make sense; a phone ignores those that do not. */
    public boolean plausible() {
        return total > 1 && total <= 255 && number >= 1 && number <= total;
    }
}
