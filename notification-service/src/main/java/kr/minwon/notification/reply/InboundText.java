package kr.minwon.notification.reply;

/**
 * A text that somebody sent to an office.
 *
 * @param from who, 11 digits of a mobile, or whatever the carrier says
 * @param to the office's number, digits
 */
public record InboundText(String from, String to, String text) {
    /** Without the number and the text. */
    @Override
    public String toString() {
        return "an inbound text";
    }
}
