package kr.minwon.routing.workitem;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.office.Policy;
import org.jspecify.annotations.Nullable;
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
    private final StatutoryClocks clocks;
    private final Clock clock;

    public WorkDesk(
            WorkItems items,
            Offices offices,
            Arrivals arrivals,
            RoutingMeters meters,
            StatutoryClocks clocks,
            Clock clock) {
        this.items = items;
        this.offices = offices;
        this.arrivals = arrivals;
        this.meters = meters;
        this.clocks = clocks;
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
    public Answer claim(Order order) {
        StaffMember by = order.by();
        return act(
                order, of(by), (item, office) -> item.claim(by.officer(), department(office, item), clock.instant()));
    }

    /** Gives an item of the department one leads to an officer. */
    public Answer give(Order order, Officer to) {
        StaffMember by = order.by();
        return act(
                order,
                item -> by.lead() && by.isOf(item.departmentId()),
                (item, office) ->
                        item.give(to, department(office, item), by.officer().id(), clock.instant()));
    }

    /** Sends an item to another department, as whoever places complaints for the office does. */
    public Answer moveTo(Order order, String departmentId) {
        StaffMember by = order.by();
        return moved(
                order, departmentId, null, item -> by.wholeOffice() || (by.lead() && by.isOf(item.departmentId())));
    }

    /**
     * Hands an item of one's own department to another (이송, 민원처리법 시행령 제13조); through the 민원실 where the policy has it so.
     *
     * @param departmentId null when the 민원실 is to find out
     */
    public Answer transfer(Order order, @Nullable String departmentId, String reason) {
        return moved(order, departmentId, reason, mayTransfer(order.by()));
    }

    /** Sends an item on to another office (이송, 민원처리법 제16조). */
    public Answer sendAway(Order order, String agency, String reason) {
        StaffMember by = order.by();
        return act(
                order,
                mayTransfer(by),
                (item, office) -> Transfers.sendAway(
                        item,
                        agency,
                        reason,
                        department(office, item),
                        new Counting(clocks, office),
                        by.officer().id(),
                        clock.instant()));
    }

    /** Extends an item's period (민원처리법 시행령 제21조). */
    public Answer extend(Order order, @Nullable Period period, String reason) {
        StaffMember by = order.by();
        return act(order, of(by), (item, office) -> {
            Counting counting = new Counting(clocks, office);
            return !mayExtend(item, by, counting)
                    ? new Move.Refused(new Move.Refusal.OnlyLeadExtends())
                    : ClockMoves.extend(
                            item, period, reason, by.officer(), department(office, item), counting, clock.instant());
        });
    }

    /** Whether somebody of its department may extend an item, by the policy that it was accepted under. */
    public boolean mayExtend(WorkItem item, StaffMember by) {
        Office office = offices.find(item.petition().officeId()).orElseThrow();
        return by.isOf(item.departmentId()) && mayExtend(item, by, new Counting(clocks, office));
    }

    private static boolean mayExtend(WorkItem item, StaffMember by, Counting counting) {
        return by.lead() || !counting.policy(item.clock()).extensions().onlyLead();
    }

    /** Suspends an item's clock from today to a day. */
    public Answer suspend(Order order, String cause, LocalDate until, String reason) {
        StaffMember by = order.by();
        return act(
                order,
                of(by),
                (item, office) -> ClockMoves.suspend(
                        item,
                        cause,
                        until,
                        reason,
                        by.officer(),
                        department(office, item),
                        new Counting(clocks, office),
                        clock.instant()));
    }

    /** The item as it stands, to be read. */
    public Answer read(String officeId, String receiptNumber, Predicate<WorkItem> theirs) {
        return act(
                officeId,
                receiptNumber,
                (item, office) -> theirs.test(item)
                        ? new Move.AlreadySo(item)
                        : new Move.Refused(new Move.Refusal.OtherDepartment()));
    }

    private Answer moved(
            Order order, @Nullable String departmentId, @Nullable String reason, Predicate<WorkItem> theirs) {
        Optional<Department> target = offices.find(order.officeId())
                .flatMap(office -> Optional.ofNullable(departmentId).flatMap(office::department));
        if (departmentId != null && target.isEmpty()) {
            return new Answer.UnknownDepartment();
        }
        return act(order, theirs, (item, office) -> moved(item, office, target.orElse(null), reason, order.by()));
    }

    /** Who places complaints for the whole office needs nobody to place them; nor does the 민원실 itself. */
    private Move moved(
            WorkItem item, Office office, @Nullable Department target, @Nullable String reason, StaffMember by) {
        Counting counting = new Counting(clocks, office);
        Department intake = office.intake();
        String who = by.officer().id();
        boolean places = by.wholeOffice() || item.departmentId().equals(intake.id());
        if (!places && counting.policy(item.clock()).transfers() == Policy.Transfers.THROUGH_INTAKE) {
            return Transfers.forward(item, intake, target, reason, who, counting, clock.instant());
        }
        if (target == null) {
            return new Move.Refused(new Move.Refusal.NowhereToGo());
        }
        Move move = Transfers.move(item, target, reason, who, counting, clock.instant());
        // An order that is carried out already is fine; a reason for sending it nowhere is a mistake.
        return move instanceof Move.AlreadySo && reason != null
                ? new Move.Refused(new Move.Refusal.SameDepartment())
                : move;
    }

    private Answer act(Order order, Predicate<WorkItem> theirs, BiFunction<WorkItem, Office, Move> decide) {
        return act(order.officeId(), order.receiptNumber(), (item, office) -> {
            Optional<RequestMark> earlier = item.requests().sameKey(order.request());
            if (earlier.isPresent()) {
                // Also when it is another department's since: the same request is what sent it there.
                return earlier.get().equals(order.request())
                        ? new Move.AlreadySo(item)
                        : new Move.Refused(new Move.Refusal.KeyReused());
            }
            Move move = theirs.test(item)
                    ? decide.apply(item, office)
                    : new Move.Refused(new Move.Refusal.OtherDepartment());
            return move instanceof Move.Made made && order.request() != null
                    ? new Move.Made(made.next().by(order.request()), made.events())
                    : move;
        });
    }

    private Answer act(String officeId, String receiptNumber, BiFunction<WorkItem, Office, Move> decide) {
        Optional<WorkItem> found = arrivals.await(receiptNumber, PATIENCE, () -> items.find(officeId, receiptNumber));
        if (found.isEmpty()) {
            return new Answer.NotYetRouted();
        }
        Office office = offices.find(officeId).orElseThrow();
        Move move = items.change(found.get().id(), item -> decide.apply(item, office));
        return switch (move) {
            case Move.Made made -> {
                made.events().forEach(meters::count);
                yield new Answer.Done(made.next(), department(office, made.next()));
            }
            case Move.AlreadySo same -> new Answer.Done(same.item(), department(office, same.item()));
            case Move.Refused refused -> new Answer.Refused(refused.reason());
        };
    }

    private static Predicate<WorkItem> of(StaffMember by) {
        return item -> by.isOf(item.departmentId());
    }

    private static Predicate<WorkItem> mayTransfer(StaffMember by) {
        return item -> by.wholeOffice() || by.isOf(item.departmentId());
    }

    private static Department department(Office office, WorkItem item) {
        return office.departmentOrIntake(item.departmentId());
    }
}
