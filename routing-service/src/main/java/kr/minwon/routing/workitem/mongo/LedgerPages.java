package kr.minwon.routing.workitem.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
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

    /** Everything that happened to an item, oldest first. */
    List<Ledger.Entry> whole(WorkItem item) {
        List<Ledger.Entry> all = new ArrayList<>();
        for (int number = 1; number <= item.ledger().pages(); number++) {
            Document page =
                    pages.find(eq("_id", item.id() + "/ledger." + number)).first();
            if (page != null) {
                page.getList("entries", Document.class, List.of())
                        .forEach(entry -> all.add(WorkItemDocuments.entry(entry)));
            }
        }
        all.addAll(item.ledger().entries());
        return all;
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
