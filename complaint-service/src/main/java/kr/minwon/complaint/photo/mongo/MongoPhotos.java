package kr.minwon.complaint.photo.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.complaint.Startup;
import kr.minwon.complaint.photo.Photo;
import kr.minwon.complaint.photo.Photos;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** Photos in the collection {@code photos}; {@code looseSince} is there until the sweep has settled a photo. */
@Repository
class MongoPhotos implements Photos {
    private static final String LOOSE_SINCE = "looseSince";

    private final MongoCollection<Document> photos;

    MongoPhotos(MongoDatabase database, Startup startup) {
        photos = database.getCollection("photos");
        startup.whenStoreIsThere(
                "photo indexes",
                () -> photos.createIndex(Indexes.ascending(LOOSE_SINCE), new IndexOptions().sparse(true)));
    }

    @Override
    public void insert(Photo photo) {
        Date storedAt = Date.from(photo.storedAt());
        photos.insertOne(new Document("_id", photo.id())
                .append("complaintId", photo.complaintId())
                .append("width", photo.width())
                .append("height", photo.height())
                .append("storedAt", storedAt)
                .append(LOOSE_SINCE, storedAt)
                .append("jpeg", new Binary(photo.jpeg())));
    }

    @Override
    public Optional<Photo> find(String id) {
        return Optional.ofNullable(photos.find(Filters.eq("_id", id)).first())
                .map(document -> new Photo(
                        Objects.requireNonNull(document.getString("_id")),
                        Objects.requireNonNull(document.getString("complaintId")),
                        document.get("jpeg", Binary.class).getData(),
                        document.getInteger("width"),
                        document.getInteger("height"),
                        Objects.requireNonNull(document.getDate("storedAt")).toInstant()));
    }

    @Override
    public List<Loose> looseBefore(Instant moment, int most) {
        return photos.find(Filters.lt(LOOSE_SINCE, Date.from(moment)))
                .sort(Sorts.ascending(LOOSE_SINCE))
                .projection(Projections.include("complaintId"))
                .limit(most)
                .map(document -> new Loose(
                        Objects.requireNonNull(document.getString("_id")),
                        Objects.requireNonNull(document.getString("complaintId"))))
                .into(new ArrayList<>());
    }

    @Override
    public void settle(List<String> ids) {
        if (!ids.isEmpty()) {
            photos.updateMany(Filters.in("_id", ids), Updates.unset(LOOSE_SINCE));
        }
    }

    @Override
    public void delete(List<String> ids) {
        if (!ids.isEmpty()) {
            photos.deleteMany(Filters.in("_id", ids));
        }
    }
}
