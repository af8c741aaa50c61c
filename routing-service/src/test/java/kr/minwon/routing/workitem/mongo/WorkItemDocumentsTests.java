package kr.minwon.routing.workitem.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kr.minwon.routing.testing.WorkItems;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.Officer;
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
        return Stream.of(
                        assigned,
                        claimed,
                        claimed.close(WorkStatus.ANSWERED, LATER).orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("items")
    void whatIsWrittenIsRead(WorkItem item) {
        assertThat(mapping.read(mapping.write(item).append("_id", item.id()))).isEqualTo(item);
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
