package kr.minwon.complaint.complaint;

import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases by their words. */
public interface CaseIndex {
    /**
     * Whose cases are looked through.
     *
     * @param departments null for those of the whole office
     */
    record Scope(String officeId, @Nullable Set<String> departments) {}

    /**
     * Cases, the latest first.
     *
     * @param next where to go on; null when all was looked through. A page with fewer cases than asked for may have one:
     *     a rare word beside an everyday one is looked for in bounded steps
     */
    record Page(List<Complaint> found, @Nullable ComplaintId next) {
        public Page {
            found = List.copyOf(found);
        }
    }

    /**
     * The cases that hold every word.
     *
     * @param before the cursor: only what was filed before it; null for the first page
     */
    Page find(Scope scope, SequencedSet<String> words, @Nullable ComplaintId before, int most);

    /**
     * Gives cases that an earlier version stored the words they lack, so many at most and going on where it last ended,
     * also after a restart.
     *
     * @return whether there may be more
     */
    boolean catchUp(int most);
}
