package kr.minwon.notification;

/** The service's meters; their names are public API. */
public enum NotificationMetric {
    /** Timer: from what a text tells of to its hand-over. Tag {@code step}. Buckets at 1 s and 10 s. */
    HANDED_OVER("minwon.sms.handed.over"),
    /** Counter: hand-overs that ended otherwise. Tag {@code outcome}: refused, busy, unknown. */
    NOT_HANDED_OVER("minwon.sms.not.handed.over"),
    /** Gauge: messages that wait for their hand-over, as of the last sweep. */
    WAITING("minwon.sms.waiting"),
    /** Gauge: messages of which nobody can tell whether the provider took them, as of the last sweep. */
    UNKNOWN("minwon.sms.unknown");

    private final String meter;

    NotificationMetric(String meter) {
        this.meter = meter;
    }

    /** The meter's name. */
    public String meter() {
        return meter;
    }
}
