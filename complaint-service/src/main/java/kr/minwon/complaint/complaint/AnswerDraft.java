package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waits for approval (기안), or was returned. Only the staff see it.
 *
 * @param revision counted over the whole case and never twice, so that nobody approves what they have not seen
 * @param author who answers if it is approved
 * @param answers what the resident had added when it was drafted
 * @param returned why it was returned; null while it waits
 */
public record AnswerDraft(
        int revision,
        Outcome outcome,
        String text,
        Officer author,
        Instant at,
        Additions answers,
        @Nullable Returned returned) {
    /** That it was returned to its author (반려). */
    public record Returned(String reason, Officer by, Instant at) {}

    /** Whether somebody is to decide on it. */
    public boolean isAwaiting() {
        return returned == null;
    }

    /** Whether the resident has added something since: it answers what is asked no more. */
    public boolean isOutdated(Procedure procedure) {
        return !answers.equals(Additions.of(procedure));
    }

    AnswerDraft returned(String reason, Officer by, Instant when) {
        return new AnswerDraft(revision, outcome, text, author, at, answers, new Returned(reason, by, when));
    }
}
