package kr.minwon.phonesimulator.delivery;

/** A bound session that takes deliver_sm. */
public interface Receiver {

    /** Who is bound. */
    String systemId();

    /**
     * Sends one deliver_sm and waits for its answer.
     *
     * @return the answer's command_status
     * @throws DeliveryFailed when none came
     */
    int deliver(DeliverPdu pdu) throws DeliveryFailed;

    /** Whether it makes sense to send at all. */
    boolean open();

    /** A deliver_sm that was not answered. */
    class DeliveryFailed extends Exception {
        private static final long serialVersionUID = 1;

        /** For this reason. */
        public DeliveryFailed(Throwable cause) {
            super(cause);
        }
    }
}
