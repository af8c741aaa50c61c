package kr.minwon.complaint.complaint.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Timeline;
import org.bson.Document;

/** The older parts of long timelines: a document each, {@code _id = <complaintId>/timeline.<number>}. */
final class TimelinePages {
    private final MongoCollection<Document> pages;

    TimelinePages(MongoCollection<Document> pages) {
        this.pages = pages;
    }

    /** Puts what no longer fits into its page; a page that is there already holds the same. */
    Complaint fit(Complaint complaint) {
        complaint.progress().timeline().overflow().ifPresent(page -> insert(complaint.id(), page));
        return complaint.bounded();
    }

    private void insert(ComplaintId id, Timeline.Page page) {
        Document document = new Document("_id", pageId(id, page.number()))
                .append("number", page.number())
                .append("entries", page.entries().stream().map(CaseParts::write).toList());
        try {
            pages.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Every older entry, oldest first. */
    List<Timeline.Entry> earlier(Complaint complaint) {
        int count = complaint.progress().timeline().pages();
        if (count == 0) {
            return List.of();
        }
        List<String> ids = IntStream.rangeClosed(1, count)
                .mapToObj(number -> pageId(complaint.id(), number))
                .toList();
        List<Document> found = pages.find(Filters.in("_id", ids)).into(new ArrayList<>());
        return found.stream()
                .sorted(Comparator.comparing(page -> Documents.number(page, "number")))
                .flatMap(page -> Documents.list(page, "entries", CaseParts::entry).stream())
                .toList();
    }

    private static String pageId(ComplaintId id, int number) {
        return id + "/timeline." + number;
    }
}
