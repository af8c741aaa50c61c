package kr.minwon.trialstore;

import java.util.ArrayList;
import java.util.List;
import kr.minwon.trialstore.journal.Change;
import org.jspecify.annotations.Nullable;

/** What the write command in progress has changed, for the journal, or to be taken back if the journal fails. */
final class PendingChanges {

    private record Before(TrialCollection collection, int slot, byte @Nullable [] image) {}

    private final List<Change> changes = new ArrayList<>();
    private final List<Before> befores = new ArrayList<>();

    void ofDocument(TrialCollection collection, int slot, byte @Nullable [] before, Change change) {
        befores.add(new Before(collection, slot, before));
        changes.add(change);
    }

    void ofStructure(Change change) {
        changes.add(change);
    }

    List<Change> changes() {
        return changes;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether {@link #takeBack()} restores everything; a collection left behind empty does no harm. */
    boolean canBeTakenBack() {
        return changes.stream().map(Change::kind).allMatch(kind -> kind.isOfDocument() || kind == Change.Kind.CREATE);
    }

    /** Puts every document back as it was, last change first. */
    void takeBack() {
        for (Before before : befores.reversed()) {
            before.collection().restore(before.slot(), before.image());
        }
    }

    void clear() {
        changes.clear();
        befores.clear();
    }
}
