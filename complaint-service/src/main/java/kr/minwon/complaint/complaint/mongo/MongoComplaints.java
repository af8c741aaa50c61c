package kr.minwon.complaint.complaint.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintChanges;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.ComplaintStatus;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.complaint.complaint.OpenQuery;
import kr.minwon.complaint.complaint.ReceiptNumber;
import kr.minwon.complaint.complaint.SearchWords;
import kr.minwon.complaint.complaint.Timeline;
import kr.minwon.outbox.Applied;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.InsertResult;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.Stored;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Complaints in the collection {@code complaints}, with what they tell others in the same documents. */
final class MongoComplaints implements Complaints, ComplaintInbox {
    /** Later than any moment that is stored. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    /** What is large and what no reader of a list is shown. */
    private static final List<String> NOT_SHOWN = List.of(SearchableDocuments.WORDS, "outbox", "inbox");

    private final MongoCollection<Document> raw;
    private final OutboxCollection<SearchableComplaint> documents;
    private final TimelinePages pages;
    private final WireEvents wire;
    private final ComplaintChanges changes;
    private final SearchWords search;

    MongoComplaints(
            MongoCollection<Document> raw,
            OutboxCollection<SearchableComplaint> documents,
            TimelinePages pages,
            WireEvents wire,
            ComplaintChanges changes,
            SearchWords search) {
        this.raw = raw;
        this.documents = documents;
        this.pages = pages;
        this.wire = wire;
        this.changes = changes;
        this.search = search;
    }

    @Override
    public Insertion insert(Decision.Changed filed) {
        Complaint complaint = filed.complaint();
        InsertResult result = documents.insert(
                complaint.id().value(), SearchableComplaint.of(complaint, search), wire.of(complaint, filed.events()));
        return switch (result) {
            case InsertResult.Inserted inserted -> Insertion.STORED;
            case InsertResult.Duplicate taken -> taken(taken);
        };
    }

    private static Insertion taken(InsertResult.Duplicate taken) {
        if (taken.isOf("idempotencyKey")) {
            return Insertion.REQUEST_KNOWN;
        }
        if (taken.isOf("receiptNumber")) {
            return Insertion.RECEIPT_NUMBER_TAKEN;
        }
        if (taken.isOf("_id")) {
            return Insertion.ID_TAKEN;
        }
        throw new IllegalStateException("taken: " + taken.index());
    }

    @Override
    public Optional<Complaint> find(ComplaintId id) {
        return documents.find(id.value()).map(MongoComplaints::complaint);
    }

    @Override
    public Optional<Complaint> find(ReceiptNumber receiptNumber) {
        return documents.findBy("receiptNumber", receiptNumber.value()).map(MongoComplaints::complaint);
    }

    @Override
    public Optional<Lock> lockOf(ReceiptNumber receiptNumber) {
        return Optional.ofNullable(raw.find(Filters.eq("receiptNumber", receiptNumber.value()))
                        .projection(Projections.include("lookupKeyId"))
                        .first())
                .map(found ->
                        new Lock(new ComplaintId(Documents.text(found, "_id")), Documents.text(found, "lookupKeyId")));
    }

    @Override
    public Optional<Complaint> findByRequest(String requestKey) {
        return documents.findBy("idempotencyKey", requestKey).map(MongoComplaints::complaint);
    }

    @Override
    public Decision decide(ComplaintId id, Function<Complaint, Decision> verb) {
        return change(id, verb).orElseThrow(() -> new IllegalStateException("a complaint that was there is gone"));
    }

    private Optional<Decision> change(ComplaintId id, Function<Complaint, Decision> verb) {
        Optional<Decision> decision = documents.change(id.value(), stored -> {
            if (stored == null) {
                return kr.minwon.outbox.Decision.refuse(Optional.empty());
            }
            Decision decided = verb.apply(complaint(stored));
            if (decided instanceof Decision.Changed changed) {
                Complaint next = pages.fit(changed.complaint());
                Decision fitted = new Decision.Changed(next, changed.events());
                return kr.minwon.outbox.Decision.of(
                        stored.aggregate().changed(next, search), wire.of(next, changed.events()), Optional.of(fitted));
            }
            return kr.minwon.outbox.Decision.refuse(Optional.of(decided));
        });
        if (decision.orElse(null) instanceof Decision.Changed) {
            changes.changed(id);
        }
        return decision;
    }

    @Override
    public Applied apply(ComplaintId id, IncomingEvent event, EffectOf effects) {
        Applied applied = documents.apply(id.value(), event, (searchable, next) -> {
            if (searchable == null) {
                // Of a complaint that is not here: seen, and nothing to do.
                return Outcome.unchanged();
            }
            if (effects.of(next).apply(searchable.complaint()) instanceof Decision.Changed changed) {
                Complaint fitted = pages.fit(changed.complaint());
                return Outcome.of(searchable.changed(fitted, search), wire.of(fitted, changed.events()));
            }
            return Outcome.unchanged();
        });
        if (applied == Applied.APPLIED) {
            changes.changed(id);
        }
        return applied;
    }

    @Override
    public void applyUncounted(ComplaintId id, Function<Complaint, Decision> effect) {
        change(id, effect);
    }

    @Override
    public List<Complaint> ofPerson(String officeId, String contactId, Instant before, int most) {
        return aggregates(raw.find(Filters.and(
                        Filters.eq("officeId", officeId),
                        Filters.eq("reporter.contactId", contactId),
                        Filters.lt("submittedAt", Date.from(before))))
                .sort(Sorts.descending("submittedAt"))
                .limit(most));
    }

    @Override
    public List<Complaint> filedWithin(
            String officeId, Instant from, Instant until, @Nullable ComplaintId after, int most) {
        Bson begins = after == null ? Filters.gte("_id", ComplaintId.before(from)) : Filters.gt("_id", after.value());
        return aggregates(raw.find(Filters.and(
                        Filters.eq("officeId", officeId), begins, Filters.lt("_id", ComplaintId.before(until))))
                .sort(Sorts.ascending("_id"))
                .limit(most));
    }

    /** Those of the ids that are complaints. */
    List<Complaint> all(List<String> ids) {
        return ids.isEmpty() ? List.of() : aggregates(raw.find(Filters.in("_id", ids)));
    }

    /** Gives a complaint that lacks them, or has them of an earlier version, its words; nobody is told. */
    void giveWords(String id) {
        documents.change(
                id,
                stored -> stored == null || stored.aggregate().isCurrent()
                        ? kr.minwon.outbox.Decision.refuse(false)
                        : kr.minwon.outbox.Decision.of(
                                SearchableComplaint.of(complaint(stored), search), List.of(), true));
    }

    private static Complaint complaint(Stored<SearchableComplaint> stored) {
        return stored.aggregate().complaint();
    }

    @Override
    public List<Complaint> openToAll(OpenQuery query) {
        List<Bson> filters = new ArrayList<>(List.of(
                Filters.eq("officeId", query.officeId()),
                Filters.eq("isPublic", true),
                Filters.gte("submittedAt", Date.from(query.from())),
                Filters.lt("submittedAt", Date.from(query.until()))));
        if (query.categories().size() == 1) {
            filters.add(Filters.eq("category", query.categories().iterator().next()));
        } else if (!query.categories().isEmpty()) {
            filters.add(Filters.in("category", query.categories()));
        }
        filters.add(Filters.in(
                "status",
                query.statuses().stream().map(ComplaintStatus::wireName).toList()));
        return aggregates(raw.find(Filters.and(filters))
                .sort(Sorts.descending("submittedAt", "_id"))
                .projection(Projections.exclude(NOT_SHOWN))
                .skip(query.skip())
                .limit(query.most()));
    }

    @Override
    public List<Complaint> findAll(Collection<ReceiptNumber> receiptNumbers) {
        return aggregates(raw.find(Filters.in(
                "receiptNumber",
                receiptNumbers.stream().map(ReceiptNumber::value).toList())));
    }

    private List<Complaint> aggregates(FindIterable<Document> found) {
        return found.into(new ArrayList<>()).stream()
                .flatMap(document -> documents.stored(document).stream())
                .map(MongoComplaints::complaint)
                .toList();
    }

    @Override
    public List<ComplaintId> pendingGroups(int most) {
        return raw.find(Filters.lte(ComplaintDocuments.GROUP_PENDING, Date.from(FAR)))
                .sort(Sorts.ascending(ComplaintDocuments.GROUP_PENDING))
                .limit(most)
                .projection(Projections.include("_id"))
                .map(document -> new ComplaintId(Documents.text(document, "_id")))
                .into(new ArrayList<>());
    }

    @Override
    public List<Timeline.Entry> earlier(Complaint complaint) {
        return pages.earlier(complaint);
    }
}
