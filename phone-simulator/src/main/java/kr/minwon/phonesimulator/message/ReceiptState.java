package kr.minwon.phonesimulator.message;

/** The final states of SMPP 3.4 that a receipt may report. */
public enum ReceiptState {
    DELIVRD(2, "000"),
    EXPIRED(3, "003"),
    UNDELIV(5, "001"),
    REJECTD(8, "008");

    private final int messageState;
    private final String error;

    ReceiptState(int messageState, String error) {
        this.messageState = messageState;
        this.error = error;
    }

    /** The value of the message_state parameter. */
    public byte messageState() {
        return (byte) messageState;
    }

    /** The three digits after {@code err:}. */
    public String error() {
        return error;
    }
}
