package kr.minwon.routing.clock;

import java.time.Instant;
import java.util.List;

/** What the calculator answers. */
public sealed interface DeadlineResult {
    /**
     * A deadline (처리기한).
     *
     * @param clockStart from when the period runs
     * @param dueAt until when the petition is to be answered
     * @param steps why, one Korean sentence each, for the petitioner
     */
    record Deadline(Instant clockStart, Instant dueAt, List<String> steps) implements DeadlineResult {
        public Deadline {
            steps = List.copyOf(steps);
        }
    }

    /** The count leaves the years whose holidays are known. */
    record UnknownYear(int year) implements DeadlineResult, DueResult {}
}
