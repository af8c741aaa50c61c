package kr.minwon.complaint.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the law's procedure has asked of the resident, and how a case ended without an answer. */
public record Procedure(
        List<Supplement> supplements,
        @Nullable Consent consent,
        @Nullable Ending ending) {
    /** Nothing was asked. */
    public static final Procedure NONE = new Procedure(List.of(), null, null);

    public Procedure {
        supplements = List.copyOf(supplements);
    }

    /** The last request for a supplement. */
    public Optional<Supplement> lastSupplement() {
        return supplements.isEmpty() ? Optional.empty() : Optional.of(supplements.getLast());
    }

    Procedure asked(Supplement one) {
        List<Supplement> more = new ArrayList<>(supplements);
        more.add(one);
        return new Procedure(more, consent, ending);
    }

    /** With the last request in another state. */
    Procedure changed(Supplement last) {
        List<Supplement> more = new ArrayList<>(supplements);
        more.set(more.size() - 1, last);
        return new Procedure(more, consent, ending);
    }

    Procedure with(Consent next) {
        return new Procedure(supplements, next, ending);
    }

    Procedure ended(Ending how) {
        return new Procedure(supplements, consent, how);
    }
}
