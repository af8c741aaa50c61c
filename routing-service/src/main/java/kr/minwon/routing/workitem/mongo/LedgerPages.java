package kr.minwon.routing.workitem.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import kr.minwon.routing.workitem.Ledger;
import kr.minwon.routing.workitem.WorkItem;
import org.bson.Document;

/** The older parts of long ledgers: a document each, {@code _id = <complaintId>/ledger.<number>}. */
final class LedgerPages {
    private final MongoCollection<Document> pages;

    LedgerPages(MongoCollection<Document> pages) {
        this.pages = pages;
    }

    /** Puts what no longer fits into its page; a page that is there already holds the same. */
    WorkItem fit(WorkItem item) {
        item.ledger().overflow().ifPresent(page -> insert(item, page));
        return item.bounded();
    }

    private void insert(WorkItem item, Ledger.Page page) {
        Document document = new Document("_id", item.id() + "/ledger." + page.number())
                .append("officeId", item.petition().officeId())
                .append(
                        "entries",
                        page.entries().stream().map(WorkItemDocuments::write).toList());
        try {
            pages.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
