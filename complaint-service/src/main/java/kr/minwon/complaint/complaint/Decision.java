package kr.minwon.complaint.complaint;

import java.util.List;

/** What became of a move. */
public sealed interface Decision {
    /** It was made; state and events are stored in one write. */
    record Changed(Complaint complaint, List<ComplaintEvent> events) implements Decision {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** Nothing to do: a repeat, or something the state no longer takes. */
    record Unchanged(Complaint complaint) implements Decision {}

    /** Not allowed. */
    record Refused(Refusal refusal) implements Decision {}
}
