package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.PetitionKind;

/** Until when refusals may be objected to (이의신청, 민원처리법 제35조). */
public final class Objections {
    private Objections() {}

    /**
     * It is answered; the refusal of a statutory petition may be objected to, until a day that others are told.
     *
     * @param answer which answer, from 1
     */
    public static Move.Made answered(
            WorkItem closed, boolean refused, int answer, Department department, Counting counting, Instant at) {
        boolean mayObject = refused && closed.clock().petitionKind().equals(PetitionKind.STATUTORY.korean());
        return mayObject
                ? told(
                        new WorkItemDraft(closed),
                        new ObjectionUntil(answer, counting.objectionUntil(at)),
                        department,
                        at)
                : new Move.Made(closed, List.of());
    }

    /**
     * The last day is off since: the term ends on the next working day (민법 제161조). It is never made shorter, also not when
     * the day is taken back: what the resident was told holds (행정심판법 제27조제5항). Done again it does nothing.
     *
     * @param day the day that is off
     * @param name why it is
     */
    public static Move lastDayOff(
            WorkItem item, LocalDate day, String name, Department department, Counting counting, Instant now) {
        ObjectionUntil term = item.objection();
        LocalDate later = counting.workingDayFrom(day);
        if (term == null || !term.lastDay().equals(day) || later.equals(day)) {
            return new Move.AlreadySo(item);
        }
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.note(
                now,
                "objectionMoved",
                WorkItem.SYSTEM,
                "이의신청 마지막 날이 쉬는 날(" + name + ")이 되어 " + SeoulTime.spoken(later, later) + "까지 받습니다(민법 제161조).");
        return told(draft, new ObjectionUntil(term.answer(), later), department, now);
    }

    private static Move.Made told(WorkItemDraft draft, ObjectionUntil term, Department department, Instant at) {
        draft.objection = term;
        WorkItem next = draft.item();
        return new Move.Made(
                next, List.of(new RoutingEvent.ObjectionTerm(next, department, term.answer(), term.lastDay(), at)));
    }
}
