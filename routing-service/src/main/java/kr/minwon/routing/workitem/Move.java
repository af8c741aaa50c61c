package kr.minwon.routing.workitem;

import java.util.List;

/** What a command does to a work item. */
public sealed interface Move {
    /** The item changes and others are told. */
    record Made(WorkItem next, List<RoutingEvent> events) implements Move {
        public Made {
            events = List.copyOf(events);
        }
    }

    /** It is so already. */
    record AlreadySo(WorkItem item) implements Move {}

    /** It may not be. */
    record Refused(Refusal reason) implements Move {}

    /** Why not. */
    sealed interface Refusal {
        /** The complaint is answered or withdrawn. */
        record Closed() implements Refusal {}

        /** Another officer has it. */
        record ClaimedBy(Officer officer) implements Refusal {}

        /** It is another department's. */
        record OtherDepartment() implements Refusal {}
    }
}
