package kr.minwon.notification;

/** The service's meters; their names are public API. */
public enum NotificationMetric {
    /**
     * Timer: from what a text tells of to its hand-over; its count is the texts that were handed over. Tags {@code step},
     * {@code provider}. Buckets at 500 ms, 1 s and 10 s.
     */
    HANDED_OVER("minwon.sms.handed.over"),
    /** Counter: hand-overs that ended otherwise. Tags {@code provider}, {@code outcome}: refused, busy, unknown. */
    NOT_HANDED_OVER("minwon.sms.not.handed.over"),
    /** Gauge: messages that wait in this instance's memory. Tag {@code lane}: code, urgent, notice. */
    WAITING("minwon.sms.waiting"),
    /** Gauge, seconds: how long the oldest waiting message has waited, wherever it is; 0 when none waits. */
    OLDEST_WAITING("minwon.sms.waiting.oldest"),
    /**
     * Gauge: messages of which nobody can tell whether the provider took them, and about which nobody has decided; counts
     * to 1,000. The same everywhere.
     */
    UNKNOWN("minwon.sms.unknown"),
    /** Counter: receipts that ended a message. Tags {@code provider}, {@code state}: delivered, failed. */
    RECEIPTS("minwon.sms.receipts"),
    /** Counter: receipts that belong to no message that is known. Tag {@code provider}. */
    STRAY_RECEIPTS("minwon.sms.receipts.stray"),
    /** Counter: receipts that name nothing but a phone, and fit more than one message in doubt. Tag {@code provider}. */
    AMBIGUOUS_RECEIPTS("minwon.sms.receipts.ambiguous"),
    /**
     * Counter: answers of providers that were asked about a message in doubt. Tags {@code provider}, {@code answer}: took,
     * ended, never-took, cannot-tell, away.
     */
    ASKED("minwon.sms.asked"),
    /** Counter: texts that people sent. Tag {@code meaning}: opted-out, not-understood, of-nobody. */
    REPLIES("minwon.sms.replies"),
    /** Gauge: 1 while the provider is there, answers and its breaker is not open. Tag {@code provider}. */
    PROVIDER_READY("minwon.sms.provider.ready"),
    /** Gauge: the points by which the provider is chosen now; they move on errors and slowness. Tag {@code provider}. */
    PROVIDER_POINTS("minwon.sms.provider.points"),
    /** Counter: messages that were not sent, because they had become worthless. Tag {@code step}. */
    DROPPED("minwon.sms.dropped"),
    /** Counter: notices that were told together with others, by one text. */
    MERGED("minwon.sms.merged");

    private final String meter;

    NotificationMetric(String meter) {
        this.meter = meter;
    }

    /** The meter's name. */
    public String meter() {
        return meter;
    }
}
