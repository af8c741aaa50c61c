package kr.minwon.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The outbox's documents in MongoDB. */
final class MongoDocuments implements Documents {
    private static final Date EVER = new Date(0);

    private final MongoCollection<Document> documents;

    MongoDocuments(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return documents.getNamespace().getCollectionName();
    }

    @Override
    public @Nullable Document find(String uniqueField, Object value) {
        return documents.find(eq(uniqueField, value)).first();
    }

    @Override
    public @Nullable String insert(Document document) {
        try {
            documents.insertOne(document);
            return null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return e.getError().getMessage();
            }
            throw e;
        }
    }

    @Override
    public boolean update(String id, long version, Bson change) {
        return documents
                        .updateOne(and(eq("_id", id), eq(OutboxFields.VERSION, version)), change)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void updateEach(List<Change> changes) {
        documents.bulkWrite(
                changes.stream()
                        .map(one -> new UpdateOneModel<Document>(one.filter(), one.change()))
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    @Override
    public List<Document> oldest(String dateField, int most) {
        // A comparison with a date, so that the sparse index serves it: it holds only what has the field.
        return documents
                .find(gt(dateField, EVER))
                .sort(Sorts.ascending(dateField))
                .projection(Projections.include(dateField))
                .limit(most)
                .into(new ArrayList<>());
    }

    @Override
    public List<Document> outboxes(Collection<String> ids) {
        return documents
                .find(in("_id", ids))
                .projection(Projections.include(OutboxFields.OUTBOX))
                .into(new ArrayList<>());
    }
}
