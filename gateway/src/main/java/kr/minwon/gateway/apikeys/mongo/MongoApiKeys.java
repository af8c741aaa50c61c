package kr.minwon.gateway.apikeys.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kr.minwon.gateway.GatewayStore;
import kr.minwon.gateway.apikeys.ApiKey;
import kr.minwon.gateway.apikeys.ApiKeys;
import kr.minwon.gateway.apikeys.SecretHash;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code api_keys}: {@code _id} is the secret's hash. Live keys are remembered for a few seconds, so that a
 * busy client costs no read per call; another instance notices a revoked key after that time.
 */
@Repository
class MongoApiKeys implements ApiKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String REVOKED_AT = "revokedAt";

    private final MongoCollection<Document> keys;
    private final Clock clock = Clock.systemUTC();
    private final Cache<SecretHash, ApiKey> live = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    MongoApiKeys(GatewayStore store) {
        keys = store.collection("api_keys");
    }

    @Override
    public Optional<ApiKey> bySecret(String secret) {
        SecretHash hash = SecretHash.of(secret);
        // Only keys that exist are remembered: guesses cost the guesser, not our memory.
        ApiKey known = live.getIfPresent(hash);
        if (known == null) {
            Document stored = keys.find(eq(hash.hex())).first();
            if (stored != null && stored.getDate(REVOKED_AT) == null) {
                known = key(stored);
                live.put(hash, known);
            }
        }
        return Optional.ofNullable(known);
    }

    @Override
    public boolean isEmpty() {
        return keys.find().sort(Sorts.ascending("_id")).limit(1).first() == null;
    }

    @Override
    public void put(ApiKey key) {
        keys.replaceOne(eq(key.hash().hex()), document(key), new ReplaceOptions().upsert(true));
        live.invalidate(key.hash());
    }

    @Override
    public void revoke(SecretHash hash) {
        keys.updateOne(eq(hash.hex()), set(REVOKED_AT, Date.from(clock.instant())));
        live.invalidate(hash);
    }

    private static Document document(ApiKey key) {
        Document document = new Document("_id", key.hash().hex())
                .append("id", key.id())
                .append("name", key.name())
                .append("role", key.role().wireName())
                .append("officeId", key.officeId())
                .append("departments", List.copyOf(new TreeSet<>(key.departments())))
                .append("createdAt", Date.from(key.createdAt()));
        Instant revoked = key.revokedAt();
        if (revoked != null) {
            document.append(REVOKED_AT, Date.from(revoked));
        }
        return document;
    }

    private static ApiKey key(Document document) {
        @Nullable Date revoked = document.getDate(REVOKED_AT);
        return new ApiKey(
                new SecretHash(document.getString("_id")),
                document.getString("id"),
                document.getString("name"),
                Role.of(document.getString("role")),
                document.getString("officeId"),
                new HashSet<>(document.getList("departments", String.class)),
                document.getDate("createdAt").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
