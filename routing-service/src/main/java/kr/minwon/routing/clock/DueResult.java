package kr.minwon.routing.clock;

import java.time.Instant;

/** What the calculator answers to whom the reasons are no matter. */
public sealed interface DueResult permits DueResult.Due, DeadlineResult.UnknownYear {
    /**
     * A deadline (처리기한).
     *
     * @param clockStart from when the period runs
     * @param dueAt until when the petition is to be answered
     */
    record Due(Instant clockStart, Instant dueAt) implements DueResult {}
}
