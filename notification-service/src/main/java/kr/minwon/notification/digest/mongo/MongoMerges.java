package kr.minwon.notification.digest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.digest.Merge;
import kr.minwon.notification.digest.Merges;
import org.bson.Document;

/** Merges in MongoDB: each is there from its beginning until it is done. */
final class MongoMerges implements Merges {
    private static final String ID = "_id";
    private static final String DIGEST = "digestId";

    private final MongoCollection<Document> documents;

    MongoMerges(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public boolean add(Merge merge) {
        return InsertOnce.into(documents, write(merge));
    }

    @Override
    public Optional<Merge> find(String id) {
        return Optional.ofNullable(documents.find(eq(ID, id)).first()).map(MongoMerges::read);
    }

    @Override
    public List<Merge> some(int most) {
        List<Merge> found = new ArrayList<>();
        documents.find(gt(ID, "")).sort(Sorts.ascending(ID)).limit(most).forEach(document -> found.add(read(document)));
        return found;
    }

    @Override
    public void remove(Merge merge) {
        documents.deleteOne(and(eq(ID, merge.id()), eq(DIGEST, merge.digestId())));
    }

    private static Document write(Merge merge) {
        Document document = new Document(ID, merge.id())
                .append(DIGEST, merge.digestId())
                .append(
                        "members",
                        merge.members().stream()
                                .map(member ->
                                        new Document("id", member.messageId()).append("version", member.version()))
                                .toList());
        if (merge.previous() != null) {
            document.append("previous", merge.previous());
        }
        return document;
    }

    private static Merge read(Document document) {
        return new Merge(
                document.getString(ID),
                document.getString(DIGEST),
                document.getString("previous"),
                document.getList("members", Document.class).stream()
                        .map(one -> new Merge.Member(
                                one.getString("id"),
                                one.get("version", Number.class).longValue()))
                        .toList());
    }
}
