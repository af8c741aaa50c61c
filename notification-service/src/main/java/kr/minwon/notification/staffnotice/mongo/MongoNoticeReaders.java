package kr.minwon.notification.staffnotice.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import kr.minwon.notification.staffnotice.NoticeReaders;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far each member of staff has read, in the collection {@code noticeReaders}: a document each. */
final class MongoNoticeReaders implements NoticeReaders {
    private static final String SEEN = "seenUpTo";

    private final MongoCollection<Document> documents;

    MongoNoticeReaders(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public @Nullable String seenUpTo(String officeId, String readerId) {
        Document reader = documents.find(eq("_id", officeId + "/" + readerId)).first();
        return reader == null ? null : reader.getString(SEEN);
    }

    @Override
    public void seen(String officeId, String readerId, String key) {
        documents.updateOne(
                eq("_id", officeId + "/" + readerId), Updates.max(SEEN, key), new UpdateOptions().upsert(true));
    }
}
