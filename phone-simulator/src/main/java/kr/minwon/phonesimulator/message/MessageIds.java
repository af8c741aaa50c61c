package kr.minwon.phonesimulator.message;

/**
 * How {@code submit_sm_resp} writes a message id.
 *
 * <p>Some SMSCs answer hexadecimal and write decimal in the receipt: a trap worth testing against.
 */
public enum MessageIds {
    DECIMAL,
    HEX;

    /** The id as an answer carries it. */
    public String answered(long id) {
        return this == HEX ? Long.toHexString(id) : Long.toString(id);
    }
}
