package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a complaint has come.
 *
 * @param acceptedAt when the statutory clock started (접수)
 * @param assignments departments it has had
 * @param requests the last requests that are recognised by nothing else when they are sent again
 * @param drafting answers that wait for approval; never shown to the resident
 */
public record Progress(
        ComplaintStatus status,
        @Nullable Instant acceptedAt,
        @Nullable Department department,
        @Nullable Deadline deadline,
        int assignments,
        @Nullable Officer officer,
        List<Answer> answers,
        @Nullable Rating rating,
        @Nullable Withdrawal withdrawal,
        Procedure procedure,
        Timeline timeline,
        List<MessageState> messages,
        List<RequestMark> requests,
        Drafting drafting) {
    public Progress {
        answers = List.copyOf(answers);
        messages = List.copyOf(messages);
        requests = List.copyOf(requests);
    }

    /** When it was answered or ended otherwise; null while it is open. */
    public @Nullable Instant finishedAt() {
        if (status.isOpen()) {
            return null;
        }
        Ending ending = procedure.ending();
        if (withdrawal != null) {
            return withdrawal.at();
        }
        return ending != null ? ending.at() : answers.getLast().at();
    }
}
