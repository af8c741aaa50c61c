package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That an item was closed after its deadline: what the month's report lists, also when it was opened again since. */
public record LateClosing(Instant dueAt, Instant closedAt) {
    /** Those of an item, as far as its own document tells of them, oldest first. */
    static List<LateClosing> of(WorkItem item) {
        List<LateClosing> late = new ArrayList<>();
        ClockChange stopped = null;
        for (Ledger.Entry entry : item.ledger().entries()) {
            ClockChange change = entry.change();
            if (change == null) {
                continue;
            }
            switch (change.entry().kind()) {
                case STOPPED -> stopped = change;
                // As if it had not stopped.
                case CONTINUED -> stopped = null;
                case REOPENED -> {
                    add(
                            late,
                            stopped == null ? null : change.dueBefore(),
                            stopped == null ? null : stopped.entry().at());
                    stopped = null;
                }
                default -> {}
            }
        }
        boolean accepted = item.petition().acceptedAt() != null;
        add(late, accepted ? item.clock().dueAt() : null, item.closedAt());
        return late;
    }

    private static void add(List<LateClosing> late, @Nullable Instant dueAt, @Nullable Instant closedAt) {
        if (dueAt != null && closedAt != null && closedAt.isAfter(dueAt)) {
            late.add(new LateClosing(dueAt, closedAt));
        }
    }
}
