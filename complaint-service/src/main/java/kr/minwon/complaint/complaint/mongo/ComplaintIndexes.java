package kr.minwon.complaint.complaint.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import kr.minwon.outbox.OutboxIndexes;
import org.bson.Document;

/** The indexes of {@code complaints}, as the README lists them. */
final class ComplaintIndexes {
    private ComplaintIndexes() {}

    static void create(MongoCollection<Document> complaints) {
        // Sparse: a placeholder that only keeps early events has neither.
        IndexOptions uniqueWherePresent = new IndexOptions().unique(true).sparse(true);
        complaints.createIndex(Indexes.ascending("receiptNumber"), uniqueWherePresent);
        complaints.createIndex(Indexes.ascending("idempotencyKey"), uniqueWherePresent);
        complaints.createIndex(Indexes.ascending("officeId", "reporter.contactId", "submittedAt"));
        // An id begins with the moment of its filing: the register's order.
        complaints.createIndex(Indexes.ascending("officeId", "_id"));
        // Found by a word, the latest first: in the office, and in a department.
        complaints.createIndex(Indexes.compoundIndex(
                Indexes.ascending("officeId", SearchableDocuments.WORDS), Indexes.descending("_id")));
        complaints.createIndex(Indexes.compoundIndex(
                Indexes.ascending("officeId", "department.id", SearchableDocuments.WORDS), Indexes.descending("_id")));
        // What everyone may read, of all categories and of one, in the order it is shown in; status is behind, so that
        // what it leaves out is not read.
        complaints.createIndex(Indexes.ascending("officeId", "isPublic", "submittedAt", "_id", "status", "category"));
        complaints.createIndex(Indexes.ascending("officeId", "isPublic", "category", "submittedAt", "_id", "status"));
        // Background work of every office: not by office.
        complaints.createIndex(Indexes.ascending(ComplaintDocuments.GROUP_PENDING), new IndexOptions().sparse(true));
        OutboxIndexes.create(complaints);
    }
}
