package kr.minwon.notification.staffnotice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.staffnotice.NoticeList;
import kr.minwon.notification.staffnotice.StaffNotice;
import kr.minwon.notification.staffnotice.StaffNotices;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Notices in the collection {@code staffNotices}. */
final class MongoStaffNotices implements StaffNotices {
    private final MongoCollection<Document> documents;

    MongoStaffNotices(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        documents.createIndex(Indexes.ascending(StaffNoticeDocuments.LISTS, StaffNoticeDocuments.KEY));
        documents.createIndex(Indexes.ascending(StaffNoticeDocuments.LISTED_OF), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending(StaffNoticeDocuments.REMINDED_AT));
    }

    @Override
    public void add(StaffNotice notice) {
        InsertOnce.into(documents, StaffNoticeDocuments.write(notice));
    }

    @Override
    public List<StaffNotice> listedOf(String complaintId) {
        return documents
                .find(eq(StaffNoticeDocuments.LISTED_OF, complaintId))
                .map(StaffNoticeDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public void settle(Collection<String> ids) {
        documents.updateMany(
                in("_id", ids),
                Updates.combine(StaffNoticeDocuments.listed().stream()
                        .map(Updates::unset)
                        .toList()));
    }

    @Override
    public boolean move(StaffNotice read, StaffNotice moved) {
        Document place = StaffNoticeDocuments.place(moved);
        List<Bson> changes = new ArrayList<>();
        place.forEach((field, value) -> changes.add(Updates.set(field, value)));
        if (moved.officerId() == null) {
            changes.add(Updates.unset("officerId"));
        }
        return documents
                        .updateOne(
                                and(
                                        eq("_id", read.id()),
                                        eq(StaffNoticeDocuments.LISTS, StaffNoticeDocuments.lists(read)),
                                        eq(StaffNoticeDocuments.KEY, read.key())),
                                Updates.combine(changes))
                        .getMatchedCount()
                == 1;
    }

    /** Each list is read for itself, in the order of its index; no notice stands in two that somebody looks in. */
    @Override
    public Page page(Collection<NoticeList> lists, @Nullable String cursor, int limit) {
        List<Document> found = new ArrayList<>();
        for (NoticeList list : lists) {
            Bson listed = eq(StaffNoticeDocuments.LISTS, list.key());
            documents
                    .find(cursor == null ? listed : and(listed, lt(StaffNoticeDocuments.KEY, cursor)))
                    .sort(Sorts.descending(StaffNoticeDocuments.KEY))
                    .limit(limit + 1)
                    .into(found);
        }
        found.sort(Comparator.comparing(MongoStaffNotices::key).reversed());
        List<Document> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(StaffNoticeDocuments::read).toList(),
                found.size() > limit ? key(page.getLast()) : null);
    }

    private static String key(Document listed) {
        return Objects.requireNonNull(listed.getString(StaffNoticeDocuments.KEY), "listed");
    }

    @Override
    public int after(Collection<NoticeList> lists, @Nullable String key, int most) {
        int found = 0;
        for (NoticeList list : lists) {
            Bson listed = eq(StaffNoticeDocuments.LISTS, list.key());
            found += documents
                    .find(key == null ? listed : and(listed, gt(StaffNoticeDocuments.KEY, key)))
                    .sort(Sorts.descending(StaffNoticeDocuments.KEY))
                    .limit(most)
                    .projection(Projections.include("_id"))
                    .into(new ArrayList<>())
                    .size();
        }
        return Math.min(found, most);
    }

    @Override
    public int deleteBefore(Instant moment, int most) {
        List<String> old = documents
                .find(lt(StaffNoticeDocuments.REMINDED_AT, Date.from(moment)))
                .sort(Sorts.ascending(StaffNoticeDocuments.REMINDED_AT))
                .limit(most)
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        if (!old.isEmpty()) {
            documents.deleteMany(in("_id", old));
        }
        return old.size();
    }
}
