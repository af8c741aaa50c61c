package kr.minwon.gateway.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A signed-in browser. It holds short texts only (the account's id): what is not there cannot be read from a stolen
 * store, and no object is ever deserialised from one.
 */
public final class StaffSession implements Session {
    /** A session that nobody uses for so long ends. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    /** A session ends after so long whatever happens. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final int ID_BYTES = 32;
    private static final int MAX_TEXT = 256;
    private static final int MAX_ATTRIBUTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> attributes;
    private final Instant createdAt;
    private String id;
    private @Nullable String storedId;
    private Instant lastAccessedAt;
    private Instant storedAccess;
    private boolean changed;

    private StaffSession(String id, Map<String, String> attributes, Instant createdAt, Instant lastAccessedAt) {
        this.id = id;
        this.attributes = new LinkedHashMap<>(attributes);
        this.createdAt = createdAt;
        this.lastAccessedAt = lastAccessedAt;
        this.storedAccess = lastAccessedAt;
    }

    /** A session that begins. */
    public static StaffSession begin(Instant now) {
        return new StaffSession(randomId(), Map.of(), now, now);
    }

    /** A session as it was stored. */
    public static StaffSession stored(
            String id, Map<String, String> attributes, Instant createdAt, Instant lastAccessedAt) {
        StaffSession session = new StaffSession(id, attributes, createdAt, lastAccessedAt);
        session.storedId = id;
        return session;
    }

    private static String randomId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** When it ends if nobody uses it from now on. */
    public Instant expiresAt() {
        Instant idle = lastAccessedAt.plus(IDLE);
        Instant oldest = createdAt.plus(LONGEST);
        return idle.isBefore(oldest) ? idle : oldest;
    }

    /** Whether it is over at this moment. */
    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** The id it is stored under; none before the first write, another one right after a change of id. */
    public @Nullable String storedId() {
        return storedId;
    }

    /** The texts it holds. */
    public Map<String, String> attributes() {
        return Map.copyOf(attributes);
    }

    /** Whether it must be written: something changed, or the last use has been written too long ago. */
    public boolean isWorthWriting(Duration accessPrecision) {
        return changed
                || !id.equals(storedId)
                || Duration.between(storedAccess, lastAccessedAt).compareTo(accessPrecision) >= 0;
    }

    /** Takes note that it has been written as it is. */
    public void written() {
        storedId = id;
        storedAccess = lastAccessedAt;
        changed = false;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = randomId();
        return id;
    }

    @SuppressWarnings("unchecked")
    @Override
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else if (value instanceof String text
                && text.length() <= MAX_TEXT
                && (attributes.containsKey(name) || attributes.size() < MAX_ATTRIBUTES)) {
            changed |= !text.equals(attributes.put(name, text));
        } else {
            throw new IllegalArgumentException("a session holds a few short texts; not " + name);
        }
    }

    @Override
    public void removeAttribute(String name) {
        changed |= attributes.remove(name) != null;
    }

    @Override
    public Instant getCreationTime() {
        return createdAt;
    }

    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        lastAccessedAt = lastAccessedTime;
    }

    @Override
    public Instant getLastAccessedTime() {
        return lastAccessedAt;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        if (!interval.equals(IDLE)) {
            throw new IllegalArgumentException("every session may idle for " + IDLE);
        }
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return IDLE;
    }

    @Override
    public boolean isExpired() {
        return isOver(Instant.now());
    }
}
