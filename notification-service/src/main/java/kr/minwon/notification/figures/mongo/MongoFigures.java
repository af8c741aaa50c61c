package kr.minwon.notification.figures.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.figures.DayFigures;
import kr.minwon.notification.figures.Figures;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The figures in MongoDB: a document of each office and day, {@code _id = office/2026-11-30}. */
final class MongoFigures implements Figures {
    private static final String ID = "_id";
    private static final String VERSION = "version";

    private final MongoCollection<Document> days;
    private final Messages messages;

    MongoFigures(MongoCollection<Document> days, Messages messages) {
        this.days = days;
        this.messages = messages;
    }

    private static String id(String officeId, LocalDate day) {
        return officeId + "/" + day;
    }

    @Override
    public long version(String officeId, LocalDate day) {
        Document found = days.find(eq(ID, id(officeId, day)))
                .projection(Projections.include(VERSION))
                .first();
        return found == null ? 0 : found.get(VERSION, Number.class).longValue();
    }

    @Override
    public boolean store(DayFigures counted) {
        String id = id(counted.officeId(), counted.day());
        Document document = new Document(ID, id)
                .append("officeId", counted.officeId())
                .append("day", counted.day().toString())
                .append(VERSION, counted.version() + 1)
                .append("countedAt", Date.from(counted.countedAt()))
                .append(
                        "lines",
                        counted.lines().stream().map(MongoFigures::write).toList());
        if (counted.version() > 0) {
            return days.replaceOne(and(eq(ID, id), eq(VERSION, counted.version())), document)
                            .getMatchedCount()
                    == 1;
        }
        return InsertOnce.into(days, document);
    }

    @Override
    public List<DayFigures> of(String officeId, LocalDate from, LocalDate to) {
        List<DayFigures> found = new ArrayList<>();
        days.find(and(gte(ID, id(officeId, from)), lte(ID, id(officeId, to))))
                .sort(Sorts.ascending(ID))
                .forEach(document -> found.add(read(document)));
        return found;
    }

    @Override
    public List<Message> messages(String officeId, Instant from, Instant before, @Nullable Message after, int most) {
        return messages.made(officeId, from, before, after, most);
    }

    @Override
    public List<String> offices() {
        return messages.offices();
    }

    private static Document write(DayFigures.Line line) {
        DayFigures.Like like = line.like();
        return new Document("kind", like.kind())
                .append("departmentId", like.departmentId())
                .append("lane", like.lane())
                .append("provider", like.provider())
                .append("state", like.state())
                .append("cause", like.cause())
                .append("count", line.count())
                .append("cost", line.cost().toPlainString());
    }

    private static DayFigures read(Document document) {
        return new DayFigures(
                document.getString("officeId"),
                LocalDate.parse(document.getString("day")),
                document.get(VERSION, Number.class).longValue(),
                document.getDate("countedAt").toInstant(),
                document.getList("lines", Document.class).stream()
                        .map(line -> new DayFigures.Line(
                                new DayFigures.Like(
                                        line.getString("kind"),
                                        line.getString("departmentId"),
                                        line.getString("lane"),
                                        line.getString("provider"),
                                        line.getString("state"),
                                        line.getString("cause")),
                                line.get("count", Number.class).longValue(),
                                new BigDecimal(line.getString("cost"))))
                        .toList());
    }
}
