package kr.minwon.routing.workitem.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.testing.WorkItems;
import kr.minwon.routing.workitem.ClockMoves;
import kr.minwon.routing.workitem.Counting;
import kr.minwon.routing.workitem.DraftState;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.Transfers;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkStatus;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkItemDocumentsTests {
    private static final Instant LATER = WorkItems.ACCEPTED.plusSeconds(3_600);
    private final WorkItemDocuments mapping = new WorkItemDocuments();

    static List<WorkItem> items() {
        WorkItem assigned = WorkItems.assigned();
        Move claim = assigned.claim(
                new Officer("officer-1", "김담당"),
                WorkItems.SEOGU.department("construction").orElseThrow(),
                LATER);
        WorkItem claimed = ((Move.Made) claim).next();
        return List.of(
                assigned,
                claimed,
                claimed.close(WorkStatus.ANSWERED, WorkItems.counting(), LATER).orElseThrow());
    }

    /** With everything that a clock and a case can have. */
    static List<WorkItem> eventful() {
        Department construction = WorkItems.SEOGU.department("construction").orElseThrow();
        Department parks = WorkItems.SEOGU.department("parks").orElseThrow();
        Officer officer = new Officer("officer-1", "김담당");
        Counting counting = WorkItems.counting();
        WorkItem extended =
                made(ClockMoves.extend(WorkItems.assigned(), null, "부품", officer, construction, counting, LATER));
        WorkItem proposed = made(ClockMoves.extend(extended, null, "또", officer, construction, counting, LATER));
        WorkItem moved = made(Transfers.move(proposed, parks, "공원의 등", "lead-1", counting, LATER));
        WorkItem suspended = made(ClockMoves.suspend(
                moved, "hearing", LocalDate.of(2026, 11, 25), "청문", officer, parks, counting, LATER));
        WorkItem paused = ClockMoves.pause(suspended, counting, LATER).orElseThrow();
        WorkItem forwarded =
                made(Transfers.forward(moved, WorkItems.SEOGU.intake(), construction, "길의 등", "kim", counting, LATER));
        WorkItem arrived = made(Transfers.move(forwarded, construction, null, "intake-1", counting, LATER));
        WorkItem drafted = moved.drafted(DraftState.AWAITING).orElseThrow();
        WorkItem returned = moved.drafted(DraftState.RETURNED).orElseThrow();
        return List.of(extended, proposed, moved, suspended, paused, forwarded, arrived, drafted, returned);
    }

    private static WorkItem made(Move move) {
        return ((Move.Made) move).next();
    }

    @ParameterizedTest
    @MethodSource({"items", "eventful"})
    void whatIsWrittenIsRead(WorkItem item) {
        assertThat(mapping.read(mapping.write(item).append("_id", item.id()))).isEqualTo(item);
    }

    @Test
    void anAnswerWaitsForALeadWhileItsItemIsInADepartment() {
        WorkItem drafted = WorkItems.assigned().drafted(DraftState.AWAITING).orElseThrow();
        WorkItem onItsWay = made(
                Transfers.forward(drafted, WorkItems.SEOGU.intake(), null, "길의 등", "kim", WorkItems.counting(), LATER));

        assertThat(mapping.write(drafted).getBoolean(WorkItemDocuments.APPROVAL))
                .isTrue();
        assertThat(mapping.write(onItsWay))
                .doesNotContainKey(WorkItemDocuments.APPROVAL)
                .containsEntry("draft", "awaiting");
        assertThat(mapping.write(drafted.drafted(DraftState.RETURNED).orElseThrow()))
                .doesNotContainKey(WorkItemDocuments.APPROVAL);
    }

    @Test
    void anOpenItemSortsByItsDeadlineAndAClosedOneByItsClosing() {
        List<Document> documents = items().stream().map(mapping::write).toList();

        assertThat(documents)
                .extracting(document -> document.getString("queue"))
                .containsExactly("open", "open", "closed");
        assertThat(documents.getFirst().getString("order")).isEqualTo("001795655550123/" + WorkItems.COMPLAINT);
        assertThat(documents.getLast().getString("order"))
                .isEqualTo(WorkItemDocuments.order(LATER, WorkItems.COMPLAINT));
        assertThat(documents)
                .extracting(document -> document.getString("officerId"))
                .containsExactly("-", "officer-1", "officer-1");
    }
}
