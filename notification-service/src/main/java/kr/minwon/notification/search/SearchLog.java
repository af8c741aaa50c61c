package kr.minwon.notification.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.KeyedHash;
import kr.minwon.sealedfields.UnknownKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The record of searches by number: a chain for each office, each link sealed by a key over itself and the seal before. Whoever
 * can write to the store but lacks the key cannot change, remove or insert one unseen; that the latest ones are gone shows by
 * the number and seal in the audit log.
 */
public final class SearchLog {
    private static final int MOST_RACES = 100;

    private final Searches searches;
    private final ContactIdentity identity;
    private final KeyedHash hash;
    private final Clock clock;

    public SearchLog(Searches searches, ContactIdentity identity, KeyedHash hash, Clock clock) {
        this.searches = searches;
        this.identity = identity;
        this.hash = hash;
        this.clock = clock;
    }

    /** Who searches. */
    public record Searcher(String officeId, String id, String name, String role) {}

    /**
     * A search and what its seal says.
     *
     * @param intact whether it is as it was written down, and follows the one before
     */
    public record Link(Search search, boolean intact) {}

    /**
     * A page.
     *
     * @param next the number before which the next begins; null at the end
     */
    public record Page(List<Link> items, @Nullable Long next) {}

    /**
     * Writes down that somebody searches. Only then may they see anything.
     *
     * @param phone 11 digits
     * @throws RuntimeException when it cannot be written down
     */
    public Search write(Searcher by, String phone, String reason) {
        for (int race = 0; race < MOST_RACES; race++) {
            Optional<Search> last = searches.last(by.officeId());
            Search next = sealed(new Search(
                    by.officeId(),
                    last.map(Search::number).orElse(0L) + 1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    by.id(),
                    by.name(),
                    by.role(),
                    identity.of(phone),
                    reason,
                    last.map(Search::seal).orElse(""),
                    ""));
            if (searches.add(next)) {
                return next;
            }
        }
        throw new IllegalStateException("too many search at once");
    }

    /** A page of an office's searches, the newest first, each checked. */
    public Page page(String officeId, long before, int limit) {
        List<Search> found = searches.before(officeId, before, limit + 1);
        List<Link> links = new ArrayList<>();
        for (int n = 0; n < Math.min(limit, found.size()); n++) {
            Search earlier = n + 1 < found.size() ? found.get(n + 1) : null;
            links.add(new Link(found.get(n), isIntact(found.get(n), earlier)));
        }
        return new Page(links, found.size() > limit ? links.getLast().search().number() : null);
    }

    private boolean isIntact(Search search, @Nullable Search earlier) {
        boolean follows = earlier == null
                ? search.number() == 1 && search.previous().isEmpty()
                : search.number() == earlier.number() + 1 && search.previous().equals(earlier.seal());
        return follows && isGenuine(search);
    }

    private boolean isGenuine(Search search) {
        String keyId = search.seal().substring(0, Math.max(0, search.seal().indexOf(':')));
        try {
            return MessageDigest.isEqual(bytes(seal(keyId, search)), bytes(search.seal()));
        } catch (UnknownKeyException gone) {
            return false;
        }
    }

    private Search sealed(Search search) {
        return search.sealedAs(seal(hash.keys().current(), search));
    }

    private String seal(String keyId, Search search) {
        List<String> fields = List.of(
                "search",
                search.officeId(),
                String.valueOf(search.number()),
                search.at().toString(),
                search.by(),
                search.byName(),
                search.role(),
                search.whose(),
                search.reason(),
                search.previous());
        List<byte[]> parts = fields.stream().map(SearchLog::bytes).toList();
        // Each with its length: no two searches look alike by where one field ends.
        ByteBuffer all = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        parts.forEach(part -> all.putInt(part.length).put(part));
        return keyId + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.hash(keyId, all.array()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
