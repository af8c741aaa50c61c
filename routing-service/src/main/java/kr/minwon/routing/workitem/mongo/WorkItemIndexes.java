package kr.minwon.routing.workitem.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import kr.minwon.outbox.OutboxIndexes;
import org.bson.Document;

/** The indexes of {@code work_items}; the README lists them. */
final class WorkItemIndexes {
    private WorkItemIndexes() {}

    static void create(MongoCollection<Document> items) {
        // Sparse: a document that only keeps early events has no number yet.
        items.createIndex(
                Indexes.ascending("receiptNumber"),
                new IndexOptions().unique(true).sparse(true));
        items.createIndex(Indexes.ascending(
                "officeId", WorkItemDocuments.QUEUE, "departmentId", "officerId", WorkItemDocuments.ORDER));
        items.createIndex(Indexes.ascending("officeId", WorkItemDocuments.QUEUE, "officerId", WorkItemDocuments.ORDER));
        items.createIndex(
                Indexes.ascending("officeId", WorkItemDocuments.QUEUE, "departmentId", WorkItemDocuments.ORDER));
        items.createIndex(Indexes.ascending("officeId", WorkItemDocuments.QUEUE, WorkItemDocuments.ORDER));
        items.createIndex(Indexes.ascending(
                "officeId",
                WorkItemDocuments.APPROVAL,
                WorkItemDocuments.QUEUE,
                "departmentId",
                WorkItemDocuments.ORDER));
        items.createIndex(Indexes.ascending(
                "officeId", WorkItemDocuments.APPROVAL, WorkItemDocuments.QUEUE, WorkItemDocuments.ORDER));
        items.createIndex(Indexes.ascending("officeId", WorkItemDocuments.LATE));
        // Background work of every office: not by office.
        items.createIndex(Indexes.ascending(WorkItemDocuments.REMIND_AT));
        items.createIndex(Indexes.ascending(WorkItemDocuments.PROGRESS_AT));
        items.createIndex(Indexes.ascending(WorkItemDocuments.OBJECTION_KEY), new IndexOptions().sparse(true));
        OutboxIndexes.create(items);
    }
}
