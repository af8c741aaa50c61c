package kr.minwon.phonesimulator.delivery;

/** Which receipts of texts over HTTP go anywhere; of the others the client asks. */
@FunctionalInterface
public interface ReceiptPosts {

    /** Whether receipts of that provider are posted. */
    boolean reach(String provider);
}
