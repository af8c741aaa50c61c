package kr.minwon.gateway.sessions.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.minwon.gateway.GatewayStore;
import kr.minwon.gateway.apikeys.SecretHash;
import kr.minwon.gateway.sessions.StaffSession;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

/**
 * Collection {@code sessions}: {@code _id} is the hash of the session's id, so that the store opens nobody's session.
 * A session is written when it changed, else at most once a minute; one that was ended meanwhile stays ended.
 */
class MongoSessions implements SessionRepository<StaffSession> {
    private static final Duration ACCESS_PRECISION = Duration.ofMinutes(1);
    private static final String ATTRIBUTES = "attributes";
    private static final String CREATED_AT = "createdAt";
    private static final String LAST_ACCESSED_AT = "lastAccessedAt";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoCollection<Document> sessions;
    private final Clock clock;

    MongoSessions(GatewayStore store, Clock clock) {
        this.sessions = store.collection("sessions");
        this.clock = clock;
        store.atStart(() -> sessions.createIndex(Indexes.ascending(EXPIRES_AT)));
    }

    @Override
    public StaffSession createSession() {
        return StaffSession.begin(clock.instant());
    }

    @Override
    public void save(StaffSession session) {
        if (!session.isWorthWriting(ACCESS_PRECISION)) {
            return;
        }
        String storedId = session.storedId();
        if (storedId != null && session.getId().equals(storedId)) {
            sessions.updateOne(eq(key(storedId)), state(session));
        } else if (storedId == null || sessions.deleteOne(eq(key(storedId))).getDeletedCount() == 1) {
            sessions.insertOne(document(session));
        }
        session.written();
    }

    @Override
    public @Nullable StaffSession findById(String id) {
        Document stored = sessions.find(eq(key(id))).first();
        if (stored == null) {
            return null;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        stored.get(ATTRIBUTES, Document.class).forEach((name, value) -> attributes.put(name, (String) value));
        StaffSession session = StaffSession.stored(
                id,
                attributes,
                stored.getDate(CREATED_AT).toInstant(),
                stored.getDate(LAST_ACCESSED_AT).toInstant());
        if (session.isOver(clock.instant())) {
            deleteById(id);
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteOne(eq(key(id)));
    }

    /** Removes the sessions that are over; says how many. */
    long sweep() {
        return sessions.deleteMany(lte(EXPIRES_AT, Date.from(clock.instant()))).getDeletedCount();
    }

    private static Bson state(StaffSession session) {
        return combine(
                set(ATTRIBUTES, new Document(session.attributes())),
                set(LAST_ACCESSED_AT, Date.from(session.getLastAccessedTime())),
                set(EXPIRES_AT, Date.from(session.expiresAt())));
    }

    private static Document document(StaffSession session) {
        return new Document("_id", key(session.getId()))
                .append(ATTRIBUTES, new Document(session.attributes()))
                .append(CREATED_AT, Date.from(session.getCreationTime()))
                .append(LAST_ACCESSED_AT, Date.from(session.getLastAccessedTime()))
                .append(EXPIRES_AT, Date.from(session.expiresAt()));
    }

    private static String key(String id) {
        return SecretHash.of(id).hex();
    }
}
