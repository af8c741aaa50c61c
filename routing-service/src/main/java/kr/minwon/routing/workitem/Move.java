package kr.minwon.routing.workitem;

import java.util.List;
import kr.minwon.routing.clock.Period;

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

        /** Nobody has accepted it. */
        record NotYetAccepted() implements Refusal {}

        /** The same idempotency key came with another request. */
        record KeyReused() implements Refusal {}

        /** Another officer has it. */
        record ClaimedBy(Officer officer) implements Refusal {}

        /** It is another department's. */
        record OtherDepartment() implements Refusal {}

        /** A supplement is awaited, and the clock stands. */
        record Awaiting() implements Refusal {}

        /** The 민원실 has not said yet whose it is. */
        record OnItsWay() implements Refusal {}

        /** Nobody said where it should go. */
        record NowhereToGo() implements Refusal {}

        /** It is theirs already. */
        record SameDepartment() implements Refusal {}

        /** It went back to where it came from once today (민원처리법 시행령 제13조: without delay, not to and fro). */
        record BackTwice() implements Refusal {}

        /** The deadline has passed: there is nothing to extend. */
        record Overdue() implements Refusal {}

        /** Longer than the original period, or in another unit (민원처리법 시행령 제21조). */
        record ExtensionTooLong(Period most) implements Refusal {}

        /** It was extended as often as the office allows; the law knows no third extension. */
        record NoMoreExtensions(int most) implements Refusal {}

        /** The office has only the department's lead extend periods. */
        record OnlyLeadExtends() implements Refusal {}

        /** The resident was asked for consent and has not answered. */
        record ConsentPending() implements Refusal {}

        /** Only a grievance (고충민원) is suspended for an inspection (민원처리법 시행령 제17조). */
        record NotSuspendable(String petitionKind) implements Refusal {}

        /** More days than the law gives. */
        record SuspensionTooLong(int most) implements Refusal {}

        /** An inspection is prolonged once. */
        record SuspendedTwice() implements Refusal {}

        /** It would end before it begins. */
        record SuspensionInThePast() implements Refusal {}
    }
}
