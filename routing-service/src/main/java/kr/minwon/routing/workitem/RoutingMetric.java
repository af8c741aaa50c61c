package kr.minwon.routing.workitem;

/** The service's meters; their names are public API. */
public enum RoutingMetric {
    /** Counter: assignments to a department, by rule or by hand. Tags {@code office}, {@code department}. */
    ASSIGNED("minwon.routing.assigned"),
    /** Counter: items that got an officer. Tags {@code office}, {@code department}. */
    CLAIMED("minwon.routing.claimed"),
    /** Counter: deadlines that were changed. Tags {@code office}, {@code department}. */
    DEADLINE_CHANGED("minwon.routing.deadline.changed"),
    /** Counter: further extensions that residents were asked about. Tags {@code office}, {@code department}. */
    EXTENSION_PROPOSED("minwon.routing.extension.proposed"),
    /** Counter: items that another office has now. Tags {@code office}, {@code department}. */
    SENT_AWAY("minwon.routing.sent.away"),
    /** Counter: reminders of staff. Tags {@code office}, {@code department}. */
    REMINDED("minwon.routing.reminded"),
    /** Counter: residents that were to be told how their case stands. Tags {@code office}, {@code department}. */
    PROGRESS_DUE("minwon.routing.progress.due"),
    /** Timer: from acceptance to the department's assignment by rule. Tag {@code office}. */
    ASSIGNMENT_DELAY("minwon.routing.assignment.delay"),
    /** Gauge, seconds: age of the oldest item that nobody has. Tags {@code office}, {@code department}. */
    UNASSIGNED_OLDEST_AGE("minwon.routing.unassigned.oldest.age"),
    /** Gauge: open items due within a working day. Tags {@code office}, {@code department}. */
    DUE_SOON("minwon.routing.due.soon"),
    /** Gauge: open items past their deadline. Tags {@code office}, {@code department}. */
    OVERDUE("minwon.routing.overdue");

    private final String meter;

    RoutingMetric(String meter) {
        this.meter = meter;
    }

    /** The meter's name. */
    public String meter() {
        return meter;
    }
}
