package kr.minwon.routing.workitem;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import org.springframework.stereotype.Component;

/** What staff do with a work item; one whose event is still on its way is waited for. */
@Component
public class WorkDesk {
    /** How long a command waits for its item. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WorkItems items;
    private final Offices offices;
    private final Arrivals arrivals;
    private final RoutingMeters meters;
    private final Clock clock;

    public WorkDesk(WorkItems items, Offices offices, Arrivals arrivals, RoutingMeters meters, Clock clock) {
        this.items = items;
        this.offices = offices;
        this.arrivals = arrivals;
        this.meters = meters;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** It is as asked. */
        record Done(WorkItem item, Department department) implements Answer {}

        /** No item of that number is here, or not yet. */
        record NotYetRouted() implements Answer {}

        /** The office has no such department. */
        record UnknownDepartment() implements Answer {}

        /** It may not be. */
        record Refused(Move.Refusal reason) implements Answer {}
    }

    /** Takes an item for oneself. */
    public Answer claim(String officeId, String receiptNumber, StaffMember by) {
        return act(
                officeId,
                receiptNumber,
                (item, department) -> by.isOf(item.departmentId())
                        ? item.claim(by.officer(), department, clock.instant())
                        : new Move.Refused(new Move.Refusal.OtherDepartment()));
    }

    /** Gives an item of the department one leads to an officer. */
    public Answer give(String officeId, String receiptNumber, Officer to, StaffMember by) {
        return act(
                officeId,
                receiptNumber,
                (item, department) -> by.lead() && by.isOf(item.departmentId())
                        ? item.give(to, department, by.officer().id(), clock.instant())
                        : new Move.Refused(new Move.Refusal.OtherDepartment()));
    }

    /** Sends an item to another department. */
    public Answer moveTo(String officeId, String receiptNumber, String departmentId, StaffMember by) {
        Optional<Department> target = offices.find(officeId).flatMap(office -> office.department(departmentId));
        if (target.isEmpty()) {
            return new Answer.UnknownDepartment();
        }
        return act(
                officeId,
                receiptNumber,
                (item, department) -> by.wholeOffice() || (by.lead() && by.isOf(item.departmentId()))
                        ? item.moveTo(target.get(), by.officer().id(), clock.instant())
                        : new Move.Refused(new Move.Refusal.OtherDepartment()));
    }

    private Answer act(String officeId, String receiptNumber, BiFunction<WorkItem, Department, Move> decide) {
        Optional<WorkItem> found = arrivals.await(receiptNumber, PATIENCE, () -> items.find(officeId, receiptNumber));
        if (found.isEmpty()) {
            return new Answer.NotYetRouted();
        }
        Office office = offices.find(officeId).orElseThrow();
        Function<WorkItem, Department> departmentOf = item -> department(office, item.departmentId());
        Move move = items.change(found.get().id(), item -> decide.apply(item, departmentOf.apply(item)));
        return switch (move) {
            case Move.Made made -> {
                made.events().forEach(meters::count);
                yield new Answer.Done(made.next(), departmentOf.apply(made.next()));
            }
            case Move.AlreadySo same -> new Answer.Done(same.item(), departmentOf.apply(same.item()));
            case Move.Refused refused -> new Answer.Refused(refused.reason());
        };
    }

    /** A department that was taken out of the rules since still has its items: they are the intake's to send on. */
    private static Department department(Office office, String departmentId) {
        return office.department(departmentId)
                .or(() -> office.department(office.intakeDepartmentId()))
                .orElseThrow();
    }
}
