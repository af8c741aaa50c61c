package kr.minwon.outbox;

/** The outbox's meters; their names are public API. */
public enum OutboxMetric {
    /** Gauge: documents with something pending, at most 10,000, as of the last sweep. Tags {@code topic}, {@code collection}. */
    PENDING("minwon.outbox.pending"),
    /** Gauge, seconds: age of the oldest pending event, as of the last sweep; 0 when there is none. Tags {@code topic}, {@code collection}. */
    OLDEST_AGE("minwon.outbox.oldest.age"),
    /** Distribution: documents cleared by one write. Tags {@code topic}, {@code collection}. */
    BATCH_SIZE("minwon.outbox.batch.size"),
    /** Counter: events the broker acknowledged. Tags {@code topic}, {@code collection}. */
    RELAYED("minwon.outbox.relayed"),
    /** Counter: sends that failed; the event stays and is sent again. Tags {@code topic}, {@code collection}. */
    SEND_FAILURES("minwon.outbox.send.failures"),
    /** Gauge: documents in which an event waits for its predecessor. Tags {@code topic}, {@code collection}: of the consuming document. */
    EARLY("minwon.inbox.early"),
    /** Gauge, seconds: age of the oldest such event. Tags {@code topic}, {@code collection}. */
    EARLY_AGE("minwon.inbox.early.age"),
    /** Counter: events put aside as dead letters. Tags {@code topic}, {@code group}. */
    DEAD_LETTERS("minwon.dead.letters");

    private final String meter;

    OutboxMetric(String meter) {
        this.meter = meter;
    }

    /** The meter's name. */
    public String meter() {
        return meter;
    }
}
