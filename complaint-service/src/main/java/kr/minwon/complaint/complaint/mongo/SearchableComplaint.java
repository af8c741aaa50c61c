package kr.minwon.complaint.complaint.mongo;

import java.util.List;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.SearchWords;

/**
 * A complaint with the words it is found by, which are stored in the same write.
 *
 * @param version by which {@link SearchWords#VERSION} the words were made; 0 when there are none yet
 */
record SearchableComplaint(Complaint complaint, List<String> words, int version) {
    SearchableComplaint {
        words = List.copyOf(words);
    }

    static SearchableComplaint of(Complaint complaint, SearchWords search) {
        return new SearchableComplaint(complaint, search.of(complaint), SearchWords.VERSION);
    }

    /** After a change: words are made anew only where the change is one of texts, or where they are behind. */
    SearchableComplaint changed(Complaint next, SearchWords search) {
        return isCurrent() && SearchWords.same(complaint, next)
                ? new SearchableComplaint(next, words, version)
                : of(next, search);
    }

    boolean isCurrent() {
        return version == SearchWords.VERSION;
    }
}
