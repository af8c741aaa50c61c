package kr.minwon.complaint.complaint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers that were drafted for a case: how many, and the one that stands.
 *
 * @param revisions how many were drafted, whatever became of them
 * @param current null when none stands
 * @param authors the ids of those who saved a draft since the last one went out or was dropped, the last
 *     {@value Limits#DRAFT_AUTHORS}: none of them decides on it
 */
public record Drafting(int revisions, @Nullable AnswerDraft current, List<String> authors) {
    /** Nothing was drafted. */
    public static final Drafting NONE = new Drafting(0, null, List.of());

    public Drafting {
        authors = List.copyOf(authors);
    }

    /** With what somebody wrote, in place of a draft before. */
    Drafting drafted(AnswerDraft next) {
        Set<String> all = new LinkedHashSet<>(authors);
        all.remove(next.author().id());
        all.add(next.author().id());
        List<String> last = List.copyOf(all);
        return new Drafting(
                next.revision(), next, last.subList(Math.max(0, last.size() - Limits.DRAFT_AUTHORS), last.size()));
    }

    Drafting returned(AnswerDraft given) {
        return new Drafting(revisions, given, authors);
    }

    Drafting dropped() {
        return new Drafting(revisions, null, List.of());
    }

    /** Whether somebody shaped the draft that stands, if only by saving it anew. */
    boolean isBy(Officer officer) {
        return authors.contains(officer.id());
    }
}
