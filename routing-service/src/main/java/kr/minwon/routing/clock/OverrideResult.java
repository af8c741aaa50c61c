package kr.minwon.routing.clock;

/** What becomes of a calendar that an office overrides: one with all its days off, or the first that cannot be one. */
public sealed interface OverrideResult {
    /** The office's own calendar; the one it was made of is as before. */
    record Overridden(WorkCalendar calendar) implements OverrideResult {}

    /**
     * Nobody works on that day anyway: the date is likely a wrong one.
     *
     * @param already what the day is, such as {@code 추석} or {@code 토요일}
     */
    record AlreadyOff(CalendarOverride refused, String already) implements OverrideResult {}

    /** The calendar does not reach there. */
    record OutsideYears(CalendarOverride refused) implements OverrideResult {}
}
