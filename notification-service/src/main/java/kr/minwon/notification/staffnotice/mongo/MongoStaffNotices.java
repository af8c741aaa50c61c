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
import java.util.Date;
import java.util.List;
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
    public void move(StaffNotice moved) {
        Document place = StaffNoticeDocuments.place(moved);
        List<Bson> changes = new ArrayList<>();
        place.forEach((field, value) -> changes.add(Updates.set(field, value)));
        if (moved.officerId() == null) {
            changes.add(Updates.unset("officerId"));
        }
        documents.updateOne(
                and(
                        eq("_id", moved.id()),
                        eq(StaffNoticeDocuments.LISTED_OF, moved.about().complaintId())),
                Updates.combine(changes));
    }

    @Override
    public Page page(Collection<NoticeList> lists, @Nullable String cursor, int limit) {
        Bson listed = inAny(lists);
        List<Document> found = documents
                .find(cursor == null ? listed : and(listed, lt(StaffNoticeDocuments.KEY, cursor)))
                .sort(Sorts.descending(StaffNoticeDocuments.KEY))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(StaffNoticeDocuments::read).toList(),
                more ? page.getLast().getString(StaffNoticeDocuments.KEY) : null);
    }

    @Override
    public int after(Collection<NoticeList> lists, @Nullable String key, int most) {
        Bson listed = inAny(lists);
        return documents
                .find(key == null ? listed : and(listed, gt(StaffNoticeDocuments.KEY, key)))
                .sort(Sorts.descending(StaffNoticeDocuments.KEY))
                .limit(most)
                .projection(Projections.include("_id"))
                .into(new ArrayList<>())
                .size();
    }

    private static Bson inAny(Collection<NoticeList> lists) {
        return in(
                StaffNoticeDocuments.LISTS, lists.stream().map(NoticeList::key).toList());
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
