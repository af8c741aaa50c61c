package kr.minwon.routing.letter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.routing.letter.OverdueLetter;
import kr.minwon.routing.letter.OverdueLetters;
import kr.minwon.routing.workitem.Officer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Letters in the collection {@code overdue_letters}. The next number is the last one's successor; whoever takes it first
 * has it, by the unique {@code key}, so that a register has no gap.
 */
@Component
class MongoOverdueLetters implements OverdueLetters {
    private static final int MOST_RACES = 100;

    private final MongoCollection<Document> letters;

    MongoOverdueLetters(MongoDatabase database) {
        this.letters = database.getCollection("overdue_letters");
        letters.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        letters.createIndex(Indexes.ascending("officeId", "number"));
        letters.createIndex(Indexes.ascending("officeId", "departmentId", "number"));
    }

    @Override
    public OverdueLetter issue(OverdueLetter letter) {
        for (int race = 0; race < MOST_RACES; race++) {
            Document known = letters.find(eq("_id", letter.id())).first();
            if (known != null) {
                return read(known);
            }
            OverdueLetter numbered = letter.numbered(last(letter) + 1);
            try {
                letters.insertOne(write(numbered));
                return numbered;
            } catch (MongoWriteException taken) {
                if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw taken;
                }
            }
        }
        throw new IllegalStateException("no number for a letter in " + MOST_RACES + " races");
    }

    private int last(OverdueLetter letter) {
        List<OverdueLetter> latest = ofYear(letter.officeId(), null, letter.year(), null, 1);
        return latest.isEmpty()
                ? 0
                : Integer.parseInt(latest.getFirst().number().substring("0000-".length()));
    }

    @Override
    public Optional<OverdueLetter> find(String officeId, String number) {
        return Optional.ofNullable(
                        letters.find(eq("key", officeId + "/" + number)).first())
                .map(MongoOverdueLetters::read);
    }

    @Override
    public List<OverdueLetter> ofYear(
            String officeId, @Nullable String departmentId, int year, @Nullable String before, int most) {
        List<Bson> filters = new ArrayList<>();
        filters.add(eq("officeId", officeId));
        if (departmentId != null) {
            filters.add(eq("departmentId", departmentId));
        }
        filters.add(gte("number", year + "-"));
        filters.add(lt("number", before == null ? (year + 1) + "-" : before));
        return letters.find(and(filters))
                .sort(Sorts.descending("number"))
                .limit(most)
                .map(MongoOverdueLetters::read)
                .into(new ArrayList<>());
    }

    private static Document write(OverdueLetter letter) {
        return new Document("_id", letter.id())
                .append("key", letter.officeId() + "/" + letter.number())
                .append("number", letter.number())
                .append("officeId", letter.officeId())
                .append("complaintId", letter.complaintId())
                .append("receiptNumber", letter.receiptNumber())
                .append("title", letter.title())
                .append("departmentId", letter.departmentId())
                .append("departmentName", letter.departmentName())
                .append("dueAt", Date.from(letter.dueAt()))
                .append("workingDaysLate", letter.workingDaysLate())
                .append("officerId", letter.by().id())
                .append("officerName", letter.by().name())
                .append("issuedAt", Date.from(letter.issuedAt()))
                .append("text", letter.text());
    }

    private static OverdueLetter read(Document document) {
        return new OverdueLetter(
                text(document, "number"),
                text(document, "officeId"),
                text(document, "complaintId"),
                text(document, "receiptNumber"),
                text(document, "title"),
                text(document, "departmentId"),
                text(document, "departmentName"),
                moment(document, "dueAt"),
                document.getInteger("workingDaysLate", 0),
                new Officer(text(document, "officerId"), text(document, "officerName")),
                moment(document, "issuedAt"),
                text(document, "text"));
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }

    private static Instant moment(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field), field).toInstant();
    }
}
