package kr.minwon.complaint.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the law's procedure has asked of the resident, what the resident asked for after an answer, with which petitions it
 * belongs together, and how a case ended without an answer.
 *
 * @param merger the petition it is handled with; null when it is handled for itself
 * @param group the petitions that are answered with it; null when there are none
 * @param changes what the resident changed before the end, oldest first
 * @param texts the resident's texts that it has taken, by which one that comes again is known
 * @param repeated the earlier petitions it repeats; null when it is no repeat
 */
public record Procedure(
        List<Supplement> supplements,
        @Nullable Consent consent,
        @Nullable Ending ending,
        List<Reopening> reopenings,
        @Nullable Merger merger,
        @Nullable Group group,
        @Nullable RepeatedPetition repeated,
        List<Change> changes,
        TakenTexts texts) {
    /** Nothing was asked. */
    public static final Procedure NONE =
            new Procedure(List.of(), null, null, List.of(), null, null, null, List.of(), TakenTexts.NONE);

    public Procedure {
        supplements = List.copyOf(supplements);
        reopenings = List.copyOf(reopenings);
        changes = List.copyOf(changes);
    }

    /** The last request for a supplement. */
    public Optional<Supplement> lastSupplement() {
        return supplements.isEmpty() ? Optional.empty() : Optional.of(supplements.getLast());
    }

    /** Whether others are answered with it. */
    public boolean leads() {
        return group != null && group.isTogether();
    }

    Procedure asked(Supplement one) {
        List<Supplement> more = new ArrayList<>(supplements);
        more.add(one);
        return new Procedure(more, consent, ending, reopenings, merger, group, repeated, changes, texts);
    }

    /** With the last request in another state. */
    Procedure changed(Supplement last) {
        List<Supplement> more = new ArrayList<>(supplements);
        more.set(more.size() - 1, last);
        return new Procedure(more, consent, ending, reopenings, merger, group, repeated, changes, texts);
    }

    Procedure with(Consent next) {
        return new Procedure(supplements, next, ending, reopenings, merger, group, repeated, changes, texts);
    }

    Procedure ended(@Nullable Ending how) {
        return new Procedure(supplements, consent, how, reopenings, merger, group, repeated, changes, texts);
    }

    Procedure with(Reopening next) {
        List<Reopening> more = new ArrayList<>(reopenings);
        more.add(next);
        return new Procedure(supplements, consent, ending, more, merger, group, repeated, changes, texts);
    }

    Procedure with(Change next) {
        List<Change> more = new ArrayList<>(changes);
        more.add(next);
        return new Procedure(supplements, consent, ending, reopenings, merger, group, repeated, more, texts);
    }

    Procedure with(@Nullable Merger next) {
        return new Procedure(supplements, consent, ending, reopenings, next, group, repeated, changes, texts);
    }

    Procedure with(Group next) {
        return new Procedure(supplements, consent, ending, reopenings, merger, next, repeated, changes, texts);
    }

    Procedure with(@Nullable RepeatedPetition next) {
        return new Procedure(supplements, consent, ending, reopenings, merger, group, next, changes, texts);
    }

    Procedure with(TakenTexts next) {
        return new Procedure(supplements, consent, ending, reopenings, merger, group, repeated, changes, next);
    }
}
