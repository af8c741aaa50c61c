package kr.minwon.routing.workitem.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.Stored;
import kr.minwon.routing.workitem.Ledger;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.OverdueReport;
import kr.minwon.routing.workitem.QueueItem;
import kr.minwon.routing.workitem.QueueQuery;
import kr.minwon.routing.workitem.QueueView;
import kr.minwon.routing.workitem.Standing;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkItems;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Work items in the collection {@code work_items}. */
final class MongoWorkItems implements WorkItems {
    private final MongoCollection<Document> documents;
    private final OutboxCollection<WorkItem> items;
    private final EventMapping events;
    private final LedgerPages pages;
    private final WorkItemDocuments mapping = new WorkItemDocuments();

    MongoWorkItems(
            MongoCollection<Document> documents,
            OutboxCollection<WorkItem> items,
            EventMapping events,
            LedgerPages pages) {
        this.documents = documents;
        this.items = items;
        this.events = events;
        this.pages = pages;
    }

    @Override
    public Optional<WorkItem> find(String officeId, String receiptNumber) {
        return items.findBy("receiptNumber", receiptNumber)
                .map(Stored::aggregate)
                .filter(item -> item.petition().officeId().equals(officeId));
    }

    @Override
    public Move change(String complaintId, Function<WorkItem, Move> decide) {
        return items.change(complaintId, before -> {
            WorkItem item = Objects.requireNonNull(before, "a work item is never deleted")
                    .aggregate();
            Move move = decide.apply(item);
            return move instanceof Move.Made made
                    ? Decision.of(
                            pages.fit(made.next()),
                            made.events().stream().map(events::event).toList(),
                            move)
                    : Decision.refuse(move);
        });
    }

    @Override
    public List<Ledger.Entry> ledger(WorkItem item) {
        return pages.whole(item);
    }

    @Override
    public Stretch stretch(
            String officeId,
            boolean latestFirst,
            Standing standing,
            Instant dueFrom,
            @Nullable String after,
            int most) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("officeId", officeId));
        String queue = switch (standing) {
            case RUNNING -> WorkItemDocuments.OPEN;
            case WAITING -> WorkItemDocuments.WAITING;
            case FILED -> WorkItemDocuments.FILED;
        };
        filters.add(Filters.eq(WorkItemDocuments.QUEUE, queue));
        boolean begins = after == null || latestFirst;
        filters.add(Filters.gt(WorkItemDocuments.ORDER, begins ? WorkItemDocuments.order(dueFrom) : after));
        if (latestFirst && after != null) {
            filters.add(Filters.lt(WorkItemDocuments.ORDER, after));
        }
        List<Document> found = documents
                .find(Filters.and(filters))
                .sort(
                        latestFirst
                                ? Sorts.descending(WorkItemDocuments.ORDER)
                                : Sorts.ascending(WorkItemDocuments.ORDER))
                .limit(most)
                .into(new ArrayList<>());
        return new Stretch(
                found.stream().map(mapping::read).toList(),
                found.size() < most ? null : found.getLast().getString(WorkItemDocuments.ORDER));
    }

    @Override
    public List<WorkItem> lastClosed(String officeId, int most) {
        return documents
                .find(Filters.and(
                        Filters.eq("officeId", officeId),
                        Filters.eq(WorkItemDocuments.QUEUE, WorkItemDocuments.CLOSED)))
                .sort(Sorts.descending(WorkItemDocuments.ORDER))
                .limit(most)
                .map(mapping::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<OverdueReport.Late> openAndLate(String officeId, Instant dueBefore, int most) {
        return documents
                .find(Filters.and(
                        Filters.eq("officeId", officeId),
                        Filters.eq(WorkItemDocuments.QUEUE, WorkItemDocuments.OPEN),
                        Filters.lt(WorkItemDocuments.ORDER, WorkItemDocuments.order(dueBefore))))
                .sort(Sorts.ascending(WorkItemDocuments.ORDER))
                .limit(most)
                .projection(Projections.include("receiptNumber", "title", "departmentId", "dueAt"))
                .map(WorkItemDocuments::late)
                .into(new ArrayList<>());
    }

    @Override
    public List<OverdueReport.Late> closedLate(String officeId, Instant closedFrom, int most) {
        return documents
                .find(Filters.and(
                        Filters.eq("officeId", officeId),
                        Filters.gte(WorkItemDocuments.LATE, WorkItemDocuments.order(closedFrom))))
                .sort(Sorts.ascending(WorkItemDocuments.LATE))
                .limit(most)
                .projection(
                        Projections.include("receiptNumber", "title", "departmentId", WorkItemDocuments.LATE_CLOSINGS))
                .into(new ArrayList<>())
                .stream()
                .flatMap(document -> WorkItemDocuments.closedLate(document, closedFrom))
                .toList();
    }

    @Override
    public List<String> objectionsUntil(String officeId, LocalDate lastDay, @Nullable String after, int most) {
        String first = WorkItemDocuments.objectionKey(officeId, lastDay, after == null ? "" : after);
        String beyond = WorkItemDocuments.objectionKey(officeId, lastDay, "~");
        return documents
                .find(Filters.and(
                        Filters.gt(WorkItemDocuments.OBJECTION_KEY, first),
                        Filters.lt(WorkItemDocuments.OBJECTION_KEY, beyond)))
                .sort(Sorts.ascending(WorkItemDocuments.OBJECTION_KEY))
                .limit(most)
                .projection(Projections.include("_id"))
                .map(document -> Objects.requireNonNull(document.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public List<String> toRemindOf(Instant now, int most) {
        return whoseTimeHasCome(WorkItemDocuments.REMIND_AT, now, most);
    }

    @Override
    public List<String> toTellProgressOf(Instant now, int most) {
        return whoseTimeHasCome(WorkItemDocuments.PROGRESS_AT, now, most);
    }

    private List<String> whoseTimeHasCome(String timer, Instant now, int most) {
        return documents
                .find(Filters.lte(timer, Date.from(now)))
                .sort(Sorts.ascending(timer))
                .limit(most)
                .projection(Projections.include("_id"))
                .map(document -> Objects.requireNonNull(document.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public QueueQuery.Page page(QueueQuery query) {
        List<Document> found = find(query, query.limit() + 1)
                .projection(Projections.include(
                        "receiptNumber",
                        "title",
                        "category",
                        "departmentId",
                        "status",
                        "dueAt",
                        "submittedAt",
                        "officerId",
                        "officerName",
                        "forwarding",
                        WorkItemDocuments.DRAFT,
                        WorkItemDocuments.ORDER))
                .into(new ArrayList<>());
        boolean more = found.size() > query.limit();
        List<Document> shown = more ? found.subList(0, query.limit()) : found;
        List<QueueItem> page = shown.stream().map(WorkItemDocuments::queueItem).toList();
        return new QueueQuery.Page(page, more ? shown.getLast().getString(WorkItemDocuments.ORDER) : null);
    }

    private FindIterable<Document> find(QueueQuery query, int limit) {
        return documents
                .find(QueueFilters.filter(query))
                .sort(QueueFilters.sort(query.view()))
                .limit(limit);
    }

    @Override
    public Map<String, Long> countByDepartment(QueueQuery query) {
        Map<String, Long> counts = new HashMap<>();
        find(query, query.limit())
                .projection(Projections.include("departmentId"))
                .forEach(document -> counts.merge(document.getString("departmentId"), 1L, Long::sum));
        return counts;
    }

    @Override
    public Map<String, Instant> oldestUnassigned(String officeId, int among) {
        QueueQuery query = new QueueQuery(
                officeId, null, QueueView.UNASSIGNED, WorkItem.SYSTEM, Instant.EPOCH, Instant.EPOCH, null, among);
        Map<String, Instant> oldest = new HashMap<>();
        find(query, among)
                .projection(Projections.include("departmentId", "acceptedAt"))
                .forEach(document -> oldest.merge(
                        document.getString("departmentId"),
                        WorkItemDocuments.moment(document, "acceptedAt"),
                        (one, other) -> one.isBefore(other) ? one : other));
        return oldest;
    }
}
