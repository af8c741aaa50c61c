package kr.minwon.routing.workitem.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.outbox.DocumentMapping;
import kr.minwon.routing.workitem.ClockChange;
import kr.minwon.routing.workitem.DraftState;
import kr.minwon.routing.workitem.LateClosing;
import kr.minwon.routing.workitem.Ledger;
import kr.minwon.routing.workitem.ObjectionUntil;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.OverdueReport;
import kr.minwon.routing.workitem.Petition;
import kr.minwon.routing.workitem.QueueItem;
import kr.minwon.routing.workitem.Reminder;
import kr.minwon.routing.workitem.Requests;
import kr.minwon.routing.workitem.StatutoryClock;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkStatus;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A work item and its document. Two fields are there for the queue alone: {@code queue} (open, closed) and {@code order},
 * one string that sorts by the moment that matters (deadline, or closing) and then by id.
 */
final class WorkItemDocuments implements DocumentMapping<WorkItem> {
    static final String QUEUE = "queue";
    static final String ORDER = "order";
    /** There when it was closed after its deadline, one for each time; sorts by the closing. */
    static final String LATE = "lateOrder";

    static final String LATE_CLOSINGS = "lateClosings";
    /** There while staff are to be reminded: the index finds whose time has come. */
    static final String REMIND_AT = "remindAt";

    /** There while the resident is to be told how it stands: the index finds whose time has come. */
    static final String PROGRESS_AT = "progressAt";

    /** There while a refusal may be objected to: {@code office/last day/id}. */
    static final String OBJECTION_KEY = "objectionKey";

    /** True while a lead of its department is to approve its answer; not on its way through the 민원실. */
    static final String APPROVAL = "approval";

    static final String DRAFT = "draft";

    /** Waits to be accepted by hand. */
    static final String FILED = "filed";

    static final String OPEN = "open";
    static final String WAITING = "waiting";
    static final String CLOSED = "closed";
    /** Stands in {@code officerId} for nobody, so that an index finds it. */
    static final String NOBODY = "-";

    @Override
    public Document write(WorkItem item) {
        Petition petition = item.petition();
        StatutoryClock clock = item.clock();
        Instant closedAt = item.closedAt();
        Document document = new Document("officeId", petition.officeId())
                .append("receiptNumber", petition.receiptNumber())
                .append("title", petition.title())
                .append("category", petition.category())
                .append("submittedAt", Date.from(petition.submittedAt()))
                .append("petitionKind", clock.petitionKind())
                .append("period", clock.period())
                .append("startedAt", Date.from(clock.startedAt()))
                .append("dueAt", Date.from(clock.dueAt()))
                .append("steps", clock.steps())
                .append("policyVersion", clock.policyVersion())
                .append("provisional", clock.provisional())
                .append("clock", ClockDocuments.write(clock.state()))
                .append("departmentId", item.departmentId())
                .append("rule", item.rule())
                .append("assignment", item.assignment())
                .append("status", item.status().wireName())
                .append(
                        "officerId",
                        item.officer() == null ? NOBODY : item.officer().id())
                .append(QUEUE, queue(item))
                .append(ORDER, order(closedAt == null ? clock.dueAt() : closedAt, item.id()))
                .append(
                        "ledger",
                        item.ledger().entries().stream()
                                .map(WorkItemDocuments::write)
                                .toList())
                .append("ledgerPages", item.ledger().pages());
        Instant acceptedAt = petition.acceptedAt();
        if (acceptedAt != null) {
            document.append("acceptedAt", Date.from(acceptedAt));
        }
        Instant progressAt = item.progressAt();
        if (progressAt != null) {
            document.append(PROGRESS_AT, Date.from(progressAt));
        }
        if (!item.transfers().isEmpty()) {
            document.append(
                    "transfers",
                    item.transfers().stream().map(ClockDocuments::write).toList());
        }
        if (item.forwarding() != null) {
            document.append("forwarding", ClockDocuments.write(item.forwarding()));
        }
        ObjectionUntil objection = item.objection();
        if (objection != null) {
            document.append(OBJECTION_KEY, objectionKey(petition.officeId(), objection.lastDay(), item.id()))
                    .append(
                            "objection",
                            new Document("answer", objection.answer())
                                    .append("lastDay", objection.lastDay().toString()));
        }
        DraftState draft = item.draft();
        if (draft != null) {
            document.append(DRAFT, draft.wireName());
        }
        if (draft == DraftState.AWAITING && item.forwarding() == null) {
            document.append(APPROVAL, true);
        }
        if (!item.requests().marks().isEmpty()) {
            document.append(
                    "requests",
                    item.requests().marks().stream()
                            .map(mark -> new Document("key", mark.key()).append("content", mark.content()))
                            .toList());
        }
        if (item.proposal() != null) {
            document.append("proposal", ClockDocuments.write(item.proposal()));
        }
        Reminder reminder = item.reminder();
        if (reminder != null) {
            document.append(REMIND_AT, Date.from(reminder.at())).append("reminder", ClockDocuments.write(reminder));
        }
        if (item.officer() != null) {
            document.append("officerName", item.officer().name());
        }
        if (closedAt != null) {
            document.append("closedAt", Date.from(closedAt));
        }
        List<LateClosing> late = item.lateClosings();
        return late.isEmpty()
                ? document
                : document.append(
                                LATE,
                                late.stream()
                                        .map(one -> order(one.closedAt(), item.id()))
                                        .toList())
                        .append(
                                LATE_CLOSINGS,
                                late.stream()
                                        .map(one -> new Document("dueAt", Date.from(one.dueAt()))
                                                .append("closedAt", Date.from(one.closedAt())))
                                        .toList());
    }

    private static String queue(WorkItem item) {
        if (item.closedAt() != null) {
            return CLOSED;
        }
        return switch (item.status()) {
            case FILED -> FILED;
            case WAITING -> WAITING;
            default -> OPEN;
        };
    }

    static Document write(Ledger.Entry entry) {
        Document document = new Document("at", Date.from(entry.at()))
                .append("what", entry.what())
                .append("by", entry.by())
                .append("note", entry.note());
        ClockChange change = entry.change();
        return change == null ? document : document.append("change", ClockDocuments.write(change));
    }

    /** Where an item of that moment sorts. */
    static String order(Instant at, String id) {
        return order(at) + "/" + id;
    }

    /** Before every item of that moment. */
    static String order(Instant at) {
        return String.format(Locale.ROOT, "%015d", at.toEpochMilli());
    }

    @Override
    public WorkItem read(Document document) {
        Petition petition = new Petition(
                text(document, "_id"),
                text(document, "officeId"),
                text(document, "receiptNumber"),
                text(document, "title"),
                text(document, "category"),
                moment(document, "submittedAt"),
                momentOrNull(document, "acceptedAt"));
        StatutoryClock clock = new StatutoryClock(
                text(document, "petitionKind"),
                text(document, "period"),
                moment(document, "startedAt"),
                moment(document, "dueAt"),
                Objects.requireNonNull(document.getList("steps", String.class), "steps"),
                text(document, "policyVersion"),
                document.getBoolean("provisional", false),
                ClockDocuments.state(document.get("clock", Document.class)));
        List<Document> entries = Objects.requireNonNull(document.getList("ledger", Document.class), "ledger");
        return new WorkItem(
                petition,
                clock,
                text(document, "departmentId"),
                text(document, "rule"),
                document.getInteger("assignment", 1),
                WorkStatus.of(text(document, "status")),
                officer(document),
                momentOrNull(document, "closedAt"),
                ClockDocuments.proposal(document.get("proposal", Document.class)),
                ClockDocuments.reminder(document),
                momentOrNull(document, PROGRESS_AT),
                document.getList("transfers", Document.class, List.of()).stream()
                        .map(ClockDocuments::transfer)
                        .toList(),
                ClockDocuments.forwarding(document.get("forwarding", Document.class)),
                objection(document.get("objection", Document.class)),
                draft(document),
                new Ledger(
                        entries.stream().map(WorkItemDocuments::entry).toList(), document.getInteger("ledgerPages", 0)),
                new Requests(document.getList("requests", Document.class, List.of()).stream()
                        .map(mark -> new RequestMark(text(mark, "key"), text(mark, "content")))
                        .toList()));
    }

    static String objectionKey(String officeId, LocalDate lastDay, String id) {
        return officeId + "/" + lastDay + "/" + id;
    }

    private static @Nullable ObjectionUntil objection(@Nullable Document term) {
        return term == null
                ? null
                : new ObjectionUntil(term.getInteger("answer", 1), LocalDate.parse(text(term, "lastDay")));
    }

    static Ledger.Entry entry(Document entry) {
        return new Ledger.Entry(
                moment(entry, "at"),
                text(entry, "what"),
                text(entry, "by"),
                text(entry, "note"),
                ClockDocuments.change(entry.get("change", Document.class)));
    }

    static QueueItem queueItem(Document document) {
        return new QueueItem(
                text(document, "receiptNumber"),
                text(document, "title"),
                text(document, "category"),
                text(document, "departmentId"),
                WorkStatus.of(text(document, "status")),
                moment(document, "dueAt"),
                moment(document, "submittedAt"),
                officer(document),
                ClockDocuments.forwarding(document.get("forwarding", Document.class)),
                draft(document));
    }

    private static @Nullable DraftState draft(Document document) {
        String state = document.getString(DRAFT);
        return state == null ? null : DraftState.of(state).orElse(null);
    }

    /** An open item past its deadline. */
    static OverdueReport.Late late(Document document) {
        return new OverdueReport.Late(
                text(document, "receiptNumber"),
                text(document, "title"),
                text(document, "departmentId"),
                moment(document, "dueAt"),
                null);
    }

    /** An item's late closings since a moment. */
    static Stream<OverdueReport.Late> closedLate(Document document, Instant from) {
        return document.getList(LATE_CLOSINGS, Document.class, List.of()).stream()
                .map(one -> new OverdueReport.Late(
                        text(document, "receiptNumber"),
                        text(document, "title"),
                        text(document, "departmentId"),
                        moment(one, "dueAt"),
                        moment(one, "closedAt")))
                .filter(late -> !moment(late).isBefore(from));
    }

    private static Instant moment(OverdueReport.Late late) {
        return Objects.requireNonNull(late.closedAt());
    }

    private static @Nullable Officer officer(Document document) {
        String id = text(document, "officerId");
        return id.equals(NOBODY) ? null : new Officer(id, text(document, "officerName"));
    }

    static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }

    static @Nullable Instant momentOrNull(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    static Instant moment(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field), field).toInstant();
    }
}
