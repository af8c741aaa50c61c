package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the office answered (처리결과의 통지, 민원처리법 §27).
 *
 * @param approvedBy who approved it (결재); null where nobody had to
 * @param objectionUntil the last day to object to it, as routing counted it; null where there is none, or not yet
 * @param request recognises a repeat of the request that brought it
 */
public record Answer(
        Instant at,
        Outcome outcome,
        String text,
        Department department,
        Officer officer,
        @Nullable Officer approvedBy,
        @Nullable LocalDate objectionUntil,
        @Nullable RequestMark request) {
    /** The same with the last day to object to it. */
    Answer objectionUntil(LocalDate day) {
        return new Answer(at, outcome, text, department, officer, approvedBy, day, request);
    }
}
