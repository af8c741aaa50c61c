package kr.minwon.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** What a document has seen of each subject, and what came to it too early. */
final class Inbox {
    static final int MOST_EARLY = 50;

    private final Map<String, Long> seen = new LinkedHashMap<>();
    private final List<Early> early = new ArrayList<>();

    private record Early(IncomingEvent event, Date at) {}

    static Inbox read(@Nullable Document document) {
        Inbox inbox = new Inbox();
        if (document != null) {
            OutboxFields.list(document, OutboxFields.INBOX, "seen")
                    .forEach(one -> inbox.seen.put(
                            one.getString("s"), one.get("n", Number.class).longValue()));
            OutboxFields.list(document, OutboxFields.INBOX, "early")
                    .forEach(one -> inbox.early.add(new Early(event(one), one.getDate("kept"))));
        }
        return inbox;
    }

    long seen(String subject) {
        return seen.getOrDefault(subject, 0L);
    }

    void advance(IncomingEvent event) {
        seen.put(event.subject(), event.sequence());
        early.removeIf(one ->
                one.event().subject().equals(event.subject()) && one.event().sequence() <= event.sequence());
    }

    /**
     * Keeps an event that came too early; false when it is kept already.
     *
     * @throws TooManyEarlyEvents when there is no room
     */
    boolean keepEarly(IncomingEvent event, Instant now) {
        if (early.stream().anyMatch(one -> isSame(one.event(), event))) {
            return false;
        }
        if (early.size() >= MOST_EARLY) {
            throw new TooManyEarlyEvents(event.subject());
        }
        early.add(new Early(event, Date.from(now)));
        return true;
    }

    private static boolean isSame(IncomingEvent one, IncomingEvent other) {
        return one.subject().equals(other.subject()) && one.sequence() == other.sequence();
    }

    /** The kept event that is next for its subject. */
    Optional<IncomingEvent> next(String subject) {
        long next = seen(subject) + 1;
        return early.stream()
                .map(Early::event)
                .filter(event -> event.subject().equals(subject) && event.sequence() == next)
                .findFirst();
    }

    Optional<Date> earlySince() {
        return early.stream().map(Early::at).min(Comparator.naturalOrder());
    }

    Document write() {
        List<Document> seenList = new ArrayList<>();
        seen.forEach((subject, sequence) -> seenList.add(new Document("s", subject).append("n", sequence)));
        Document document = new Document("seen", seenList);
        if (!early.isEmpty()) {
            document.append("early", early.stream().map(Inbox::document).toList());
        }
        return document;
    }

    private static Document document(Early one) {
        IncomingEvent event = one.event();
        Document document = new Document("id", event.id())
                .append("type", event.type())
                .append("source", event.source())
                .append("subject", event.subject())
                .append("at", Date.from(event.time()))
                .append("seq", event.sequence())
                .append("body", new Binary(event.body()))
                .append("kept", one.at());
        return event.traceparent() == null ? document : document.append("trace", event.traceparent());
    }

    private static IncomingEvent event(Document one) {
        return new IncomingEvent(
                one.getString("id"),
                one.getString("type"),
                one.getString("source"),
                one.getString("subject"),
                Objects.requireNonNull(one.getDate("at")).toInstant(),
                one.get("seq", Number.class).longValue(),
                one.getString("trace"),
                one.get("body", Binary.class).getData());
    }
}
