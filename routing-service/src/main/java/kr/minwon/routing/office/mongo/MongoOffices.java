package kr.minwon.routing.office.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.routing.office.DayChange;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.OfficePolicies;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.office.PolicyVersion;
import kr.minwon.routing.office.SeededOffices;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Offices in the collection {@code offices}, one document each. What was read is used for {@value #FRESH_SECONDS} s, and
 * longer while the store is away: rules change seldom, and every complaint asks for them.
 */
@Component
class MongoOffices implements Offices, OfficePolicies {
    private static final Logger log = LoggerFactory.getLogger(MongoOffices.class);
    private static final int FRESH_SECONDS = 5;
    /** More than the country has (226). */
    private static final int MOST_OFFICES = 1_000;

    private final MongoCollection<Document> offices;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(Office office, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt
                    < Duration.ofSeconds(FRESH_SECONDS).toNanos();
        }
    }

    /** @param categories a file with what the seeded office begins with; empty for what is packed in */
    MongoOffices(MongoDatabase database, @Value("${minwon.routing.categories}") String categories) {
        this.offices = database.getCollection("offices");
        seed(categories.isBlank() ? SeededOffices.seogu() : SeededOffices.seogu(Path.of(categories)));
    }

    private void seed(Office office) {
        try {
            offices.insertOne(OfficeDocuments.write(office));
            log.info("office {} seeded; its departments have no telephone numbers yet", office.id());
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Office> find(String officeId) {
        Held known = held.get(officeId);
        if (known != null && known.isFresh()) {
            return Optional.of(known.office());
        }
        try {
            return read(officeId);
        } catch (MongoException e) {
            if (known == null) {
                throw e;
            }
            log.warn("store away: the rules of {} are used as last read", officeId);
            return Optional.of(known.office());
        }
    }

    private Optional<Office> read(String officeId) {
        Document document = offices.find(eq("_id", officeId)).first();
        if (document == null) {
            held.remove(officeId);
            return Optional.empty();
        }
        Office office = OfficeDocuments.read(document);
        held.put(officeId, new Held(office, System.nanoTime()));
        return Optional.of(office);
    }

    @Override
    public boolean declare(String officeId, DayChange added) {
        String date = added.day().day().date().toString();
        return changed(
                officeId,
                offices.updateOne(
                        and(eq("_id", officeId), ne(OfficeDocuments.DECLARED + ".date", date)),
                        remembering(
                                Updates.push(OfficeDocuments.DECLARED, OfficeDocuments.write(added.day())), added)));
    }

    @Override
    public boolean withdraw(String officeId, DayChange takenBack) {
        String date = takenBack.day().day().date().toString();
        return changed(
                officeId,
                offices.updateOne(
                        and(eq("_id", officeId), eq(OfficeDocuments.DECLARED + ".date", date)),
                        remembering(Updates.pull(OfficeDocuments.DECLARED, new Document("date", date)), takenBack)));
    }

    private static Bson remembering(Bson change, DayChange day) {
        RequestMark request = day.request();
        return request == null
                ? change
                : Updates.combine(
                        change,
                        RequestDocuments.remember(
                                RequestDocuments.DAYS,
                                request,
                                OfficeDocuments.write(day.day()).append("recount", day.recountId())));
    }

    @Override
    public Optional<DayChange> changedBy(String officeId, RequestMark request) {
        return remembered(officeId, RequestDocuments.DAYS, request)
                .map(found -> new DayChange(
                        OfficeDocuments.declared(found),
                        Objects.requireNonNull(found.getString("recount"), "recount"),
                        RequestDocuments.mark(found)));
    }

    private Optional<Document> remembered(String officeId, String field, RequestMark request) {
        return Optional.ofNullable(offices.find(eq("_id", officeId))
                        .projection(Projections.include(field))
                        .first())
                .flatMap(office -> RequestDocuments.find(office, field, request.key()));
    }

    @Override
    public Optional<Office> fresh(String officeId) {
        return read(officeId);
    }

    @Override
    public Optional<PolicyVersion> draft(String officeId) {
        return Optional.ofNullable(offices.find(eq("_id", officeId))
                        .projection(Projections.include(PolicyDocuments.DRAFT))
                        .first())
                .map(office -> office.get(PolicyDocuments.DRAFT, Document.class))
                .map(PolicyDocuments::version);
    }

    @Override
    public void keep(String officeId, PolicyVersion draft) {
        offices.updateOne(eq("_id", officeId), Updates.set(PolicyDocuments.DRAFT, PolicyDocuments.write(draft)));
    }

    @Override
    public boolean discard(String officeId) {
        return changed(
                officeId,
                offices.updateOne(
                        and(eq("_id", officeId), exists(PolicyDocuments.DRAFT)), Updates.unset(PolicyDocuments.DRAFT)));
    }

    @Override
    public boolean activate(Office before, PolicyVersion draft, PolicyVersion.Change change) {
        PolicyVersion.Change drafted = Objects.requireNonNull(draft.change(), "who drafted it");
        int later = before.policies().versions().size() - 1;
        return changed(
                before.id(),
                offices.updateOne(
                        and(
                                eq("_id", before.id()),
                                eq(PolicyDocuments.DRAFT + ".version", draft.name()),
                                eq(PolicyDocuments.DRAFT + ".at", Date.from(drafted.at())),
                                later == 0
                                        ? exists(PolicyDocuments.LATER + ".0", false)
                                        : size(PolicyDocuments.LATER, later),
                                ne(PolicyDocuments.LATER + ".version", draft.name())),
                        Updates.combine(
                                Updates.push(PolicyDocuments.LATER, PolicyDocuments.write(draft.by(change))),
                                Updates.unset(PolicyDocuments.DRAFT))));
    }

    @Override
    public boolean takeBack(String officeId, PolicyVersion version, @Nullable RequestMark request) {
        Bson pull = Updates.pull(PolicyDocuments.LATER, new Document("version", version.name()));
        return changed(
                officeId,
                offices.updateOne(
                        and(eq("_id", officeId), eq(PolicyDocuments.LATER + ".version", version.name())),
                        request == null
                                ? pull
                                : Updates.combine(
                                        pull,
                                        RequestDocuments.remember(
                                                RequestDocuments.POLICIES, request, PolicyDocuments.write(version)))));
    }

    @Override
    public Optional<TakenBack> takenBack(String officeId, RequestMark request) {
        return remembered(officeId, RequestDocuments.POLICIES, request)
                .map(found -> new TakenBack(PolicyDocuments.version(found), RequestDocuments.mark(found)));
    }

    private boolean changed(String officeId, UpdateResult result) {
        held.remove(officeId);
        return result.getModifiedCount() == 1;
    }

    @Override
    public List<Office> all() {
        List<String> ids = offices.find()
                .sort(Sorts.ascending("_id"))
                .limit(MOST_OFFICES)
                .projection(Projections.include("_id"))
                .map(document -> Objects.requireNonNull(document.getString("_id")))
                .into(new ArrayList<>());
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }
}
