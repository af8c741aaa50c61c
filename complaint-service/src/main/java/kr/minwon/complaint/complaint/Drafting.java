package kr.minwon.complaint.complaint;

import org.jspecify.annotations.Nullable;

/**
 * The answers that were drafted for a case: how many, and the one that stands.
 *
 * @param revisions how many were drafted, whatever became of them
 * @param current null when none stands
 */
public record Drafting(int revisions, @Nullable AnswerDraft current) {
    /** Nothing was drafted. */
    public static final Drafting NONE = new Drafting(0, null);

    Drafting with(AnswerDraft next) {
        return new Drafting(next.revision(), next);
    }

    Drafting dropped() {
        return new Drafting(revisions, null);
    }
}
