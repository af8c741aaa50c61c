package kr.minwon.routing.workitem;

/** How the clock of an item that is not over stands. */
public enum Standing {
    /** It runs. */
    RUNNING,
    /** It stands while a supplement is awaited. */
    WAITING,
    /** Nobody has accepted the petition: what runs is the time to do so. */
    FILED
}
