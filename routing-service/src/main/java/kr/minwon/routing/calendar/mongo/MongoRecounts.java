package kr.minwon.routing.calendar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.routing.calendar.Recount;
import kr.minwon.routing.calendar.Recounts;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.workitem.Standing;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recounts in the collection {@code recounts}; {@code open} is there until one is done. */
@Component
class MongoRecounts implements Recounts {
    private final MongoCollection<Document> recounts;

    MongoRecounts(MongoDatabase database) {
        this.recounts = database.getCollection("recounts");
        // Background work of every office: not by office.
        recounts.createIndex(Indexes.ascending("open", "requestedAt"));
        recounts.createIndex(Indexes.ascending("officeId", "requestedAt"));
        recounts.createIndex(Indexes.ascending("officeId", "date", "open"));
    }

    @Override
    public void add(Recount recount) {
        recounts.insertOne(write(recount));
    }

    @Override
    public Optional<Recount> find(String officeId, String id) {
        return Optional.ofNullable(recounts.find(eq("_id", id)).first())
                .map(MongoRecounts::read)
                .filter(recount -> recount.officeId().equals(officeId));
    }

    @Override
    public Optional<Recount> next(Instant requestedBy) {
        return Optional.ofNullable(recounts.find(and(eq("open", true), lte("requestedAt", Date.from(requestedBy))))
                        .sort(Sorts.ascending("requestedAt"))
                        .limit(1)
                        .first())
                .map(MongoRecounts::read);
    }

    /** Every stretch counts what it saw, so what was seen and where it goes on say which stretch is meant. */
    @Override
    public boolean advance(Recount before, Recount after) {
        Document progress = before.progress().startedAt() == null ? null : progress(before.progress());
        return recounts.replaceOne(
                                and(eq("_id", before.id()), eq("open", true), eq("progress", progress)), write(after))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void supersede(String officeId, LocalDate date) {
        recounts.updateMany(
                and(eq("officeId", officeId), eq("date", date.toString()), eq("open", true)),
                Updates.combine(Updates.set("open", false), Updates.set("state", Recount.State.SUPERSEDED.name())));
    }

    @Override
    public List<Recount> recent(String officeId, int most) {
        return recounts.find(eq("officeId", officeId))
                .sort(Sorts.descending("requestedAt"))
                .limit(most)
                .map(MongoRecounts::read)
                .into(new ArrayList<>());
    }

    private static Document write(Recount recount) {
        Document document = new Document("_id", recount.id())
                .append("officeId", recount.officeId())
                .append("date", recount.date().toString())
                .append("name", recount.day().name())
                .append("kind", recount.day().kind().name())
                .append("added", recount.added())
                .append("tell", recount.tell())
                .append("by", recount.by())
                .append("requestedAt", Date.from(recount.requestedAt()))
                .append("state", recount.state().name())
                .append("open", recount.state() == Recount.State.WAITING || recount.state() == Recount.State.RUNNING);
        return recount.progress().startedAt() == null
                ? document
                : document.append("progress", progress(recount.progress()));
    }

    private static Document progress(Recount.Progress progress) {
        return new Document("standing", progress.standing().name())
                .append("cursor", progress.cursor())
                .append("seen", progress.seen())
                .append("changed", progress.changed())
                .append("startedAt", date(progress.startedAt()))
                .append("finishedAt", date(progress.finishedAt()));
    }

    private static Recount read(Document document) {
        CalendarOverride day = new CalendarOverride(
                LocalDate.parse(text(document, "date")),
                text(document, "name"),
                Holiday.Kind.valueOf(text(document, "kind")));
        return new Recount(
                text(document, "_id"),
                text(document, "officeId"),
                day,
                document.getBoolean("added", false),
                document.getBoolean("tell", false),
                text(document, "by"),
                Objects.requireNonNull(document.getDate("requestedAt")).toInstant(),
                Recount.State.valueOf(text(document, "state")),
                readProgress(document.get("progress", Document.class)));
    }

    private static Recount.Progress readProgress(@Nullable Document progress) {
        if (progress == null) {
            return Recount.Progress.NONE;
        }
        return new Recount.Progress(
                Standing.valueOf(text(progress, "standing")),
                progress.getString("cursor"),
                progress.get("seen", Number.class).longValue(),
                progress.get("changed", Number.class).longValue(),
                instant(progress.getDate("startedAt")),
                instant(progress.getDate("finishedAt")));
    }

    private static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    private static @Nullable Instant instant(@Nullable Date at) {
        return at == null ? null : at.toInstant();
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }
}
