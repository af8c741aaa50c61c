package kr.minwon.outbox;

/** The outbox's meters; their names are public API. */
public enum OutboxMetric {
    /** Gauge: documents with something pending, as of the last sweep. Tag {@code topic}. */
    PENDING("minwon.outbox.pending"),
    /** Gauge, seconds: age of the oldest pending event, as of the last sweep; 0 when there is none. Tag {@code topic}. */
    OLDEST_AGE("minwon.outbox.oldest.age"),
    /** Distribution: documents cleared by one write. Tag {@code topic}. */
    BATCH_SIZE("minwon.outbox.batch.size"),
    /** Counter: events the broker acknowledged. Tag {@code topic}. */
    RELAYED("minwon.outbox.relayed"),
    /** Counter: sends that failed; the event stays and is sent again. Tag {@code topic}. */
    SEND_FAILURES("minwon.outbox.send.failures"),
    /** Gauge: documents in which an event waits for its predecessor. Tag {@code topic}: of the consuming document. */
    EARLY("minwon.inbox.early"),
    /** Gauge, seconds: age of the oldest such event. Tag {@code topic}. */
    EARLY_AGE("minwon.inbox.early.age"),
    /** Counter: events put aside as unreadable. Tag {@code topic}. */
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
