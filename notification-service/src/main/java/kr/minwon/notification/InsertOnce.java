package kr.minwon.notification;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Inserts a document whose {@code _id} says what it is: one that is there already is no failure. */
public final class InsertOnce {
    private InsertOnce() {}

    /**
     * Inserts it.
     *
     * @return false when another holds its {@code _id}, or a unique key of its, already
     */
    public static boolean into(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
