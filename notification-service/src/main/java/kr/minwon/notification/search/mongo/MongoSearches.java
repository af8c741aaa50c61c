package kr.minwon.notification.search.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.search.Search;
import kr.minwon.notification.search.Searches;
import org.bson.Document;

/** Searches in MongoDB, {@code _id = office/number}: of two with one number one is refused, and nothing is ever changed. */
final class MongoSearches implements Searches {
    private static final String ID = "_id";
    private static final long LAST = 9_999_999_999_999L;

    private final MongoCollection<Document> documents;

    MongoSearches(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    /** Of one width, so that they sort as texts. */
    private static String id(String officeId, long number) {
        return officeId + "/%013d".formatted(number);
    }

    @Override
    public boolean add(Search search) {
        return InsertOnce.into(
                documents,
                new Document(ID, id(search.officeId(), search.number()))
                        .append("officeId", search.officeId())
                        .append("number", search.number())
                        .append("at", Date.from(search.at()))
                        .append("by", search.by())
                        .append("byName", search.byName())
                        .append("role", search.role())
                        .append("whose", search.whose())
                        .append("reason", search.reason())
                        .append("previous", search.previous())
                        .append("seal", search.seal()));
    }

    @Override
    public Optional<Search> last(String officeId) {
        return before(officeId, LAST, 1).stream().findFirst();
    }

    @Override
    public List<Search> before(String officeId, long number, int most) {
        List<Search> found = new ArrayList<>();
        documents
                .find(and(gt(ID, officeId + "/"), lt(ID, id(officeId, Math.min(LAST, number)))))
                .sort(Sorts.descending(ID))
                .limit(most)
                .forEach(document -> found.add(read(document)));
        return found;
    }

    private static Search read(Document document) {
        return new Search(
                document.getString("officeId"),
                document.get("number", Number.class).longValue(),
                document.getDate("at").toInstant(),
                document.getString("by"),
                document.getString("byName"),
                document.getString("role"),
                document.getString("whose"),
                document.getString("reason"),
                document.getString("previous"),
                document.getString("seal"));
    }
}
