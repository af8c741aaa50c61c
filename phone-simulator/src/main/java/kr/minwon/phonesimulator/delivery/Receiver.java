package kr.minwon.phonesimulator.delivery;

/** Whoever takes deliveries: a bound session, or an address that receipts are posted to. */
public interface Receiver {

    /** Who is bound. */
    String systemId();

    /** Whether it is one that this delivery may be brought by. */
    boolean takes(Delivery delivery);

    /**
     * Sends one delivery and waits for its answer.
     *
     * @return the answer's command_status, or what means the same
     * @throws DeliveryFailed when none came
     */
    int deliver(Delivery delivery) throws DeliveryFailed;

    /** Whether it makes sense to send at all. */
    boolean open();

    /** A delivery that was not answered. */
    class DeliveryFailed extends Exception {
        private static final long serialVersionUID = 1;

        /** For this reason. */
        public DeliveryFailed(Throwable cause) {
            super(cause);
        }
    }
}
