package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/** The store as the domain sees it: each write whole, compare-and-set on the version. Outlives its processes. */
public class MemoryMessages implements Messages {
    private static final Set<String> WITHOUT_RECEIPTS = Set.of("sens", "aligo");

    private final Map<String, Message> stored = new HashMap<>();
    private volatile boolean away;

    /** Whether it finds nothing by a provider's id, because it is not there. */
    void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public synchronized boolean add(Message message) {
        return stored.putIfAbsent(message.id(), message) == null;
    }

    @Override
    public synchronized Optional<Message> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<Message> findAll(Collection<String> ids) {
        return ids.stream().map(stored::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized Optional<Message> advance(Message before, Message after) {
        Message now = stored.get(before.id());
        if (now == null || now.version() != before.version()) {
            return Optional.empty();
        }
        boolean again = after.attempt() == now.attempt() + 1
                && (now.awaitsDecision() || now.mayBeAskedAbout() || after.hasFallenBack());
        MessageState from = now.progress().state();
        MessageState to = after.progress().state();
        if (!again && from != to && !from.mayBecome(to)) {
            throw new AssertionError(from + " became " + to);
        }
        Message next = after.storedAs(before.version() + 1);
        stored.put(next.id(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized Optional<Message> findByProviderId(String provider, String providerMessageId) {
        if (away) {
            throw new FaultyMessages.StoreAway();
        }
        return select(any(one -> provider.equals(one.provider()) && providerMessageId.equals(one.providerMessageId())))
                .findFirst();
    }

    @Override
    public synchronized List<Message> inDoubt(String provider, int reference) {
        return select(message -> IntStream.rangeClosed(1, message.attempt())
                        .anyMatch(number -> message.attempt(number).isInDoubt()
                                && provider.equals(message.attempt(number).provider())
                                && message.reference(number) == reference))
                .toList();
    }

    @Override
    public synchronized List<Message> inDoubtAt(String provider, String phone) {
        return select(any(one -> one.isKnownByPhoneOnly() && provider.equals(one.provider())))
                .filter(message -> message.sealedPhone().equals(phone))
                .toList();
    }

    @Override
    public synchronized Page toAskAbout(String provider, Instant since, @Nullable String cursor, int limit) {
        List<Message> found = select(message -> message.mayBeAskedAbout()
                        && provider.equals(message.progress().provider())
                        && Objects.requireNonNull(message.progress().sentAt()).isAfter(since)
                        && (cursor == null || askKey(message).compareTo(cursor) > 0))
                .sorted(Comparator.comparing(MemoryMessages::askKey))
                .toList();
        return found.size() > limit
                ? new Page(found.subList(0, limit), askKey(found.get(limit - 1)))
                : new Page(found, null);
    }

    @Override
    public synchronized Page awaitingResult(
            String provider, Instant since, Instant until, @Nullable String cursor, int limit) {
        List<Message> found = select(message -> message.state() == MessageState.ACCEPTED
                        && (WITHOUT_RECEIPTS.contains(provider)
                                || message.channel(message.attempt()) == Channel.ALIMTALK)
                        && provider.equals(message.progress().provider())
                        && acceptedAt(message).isAfter(since)
                        && !acceptedAt(message).isAfter(until)
                        && (cursor == null || message.id().compareTo(cursor) > 0))
                .sorted(Comparator.comparing(Message::id))
                .toList();
        return found.size() > limit
                ? new Page(found.subList(0, limit), found.get(limit - 1).id())
                : new Page(found, null);
    }

    private static Instant acceptedAt(Message message) {
        return Objects.requireNonNull(message.progress().acceptedAt());
    }

    private static String askKey(Message message) {
        return message.progress().sentAt() + "/" + message.id();
    }

    private static Predicate<Message> any(Predicate<Progress> which) {
        return message -> message.attempts().stream().anyMatch(which);
    }

    @Override
    public synchronized List<Waiting> waiting(Urgency urgency, Instant from, int most) {
        return select(one -> one.state() == MessageState.QUEUED
                        && one.urgency() == urgency
                        && !one.waitingSince().isBefore(from))
                .sorted(Comparator.comparing(Message::waitingSince))
                .limit(most)
                .map(one -> new Waiting(one.id(), one.waitingSince()))
                .toList();
    }

    @Override
    public synchronized List<Mergeable> mergeable(String after, Instant until, int most) {
        return select(Message::mayBeMerged)
                .filter(one -> !one.waitingSince().isAfter(until))
                .map(one -> new Mergeable(
                        one.waitingSince() + "/" + one.about().officeId() + "/" + one.sealedPhone() + "/" + one.id(),
                        one.id()))
                .filter(one -> one.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(Mergeable::key))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Message> queuedOf(String mailingId, String after, int most) {
        return select(one -> one.isOfMailing()
                        && one.about().id().equals(mailingId)
                        && one.state() == MessageState.QUEUED
                        && one.recipient().compareTo(after) > 0)
                .sorted(Comparator.comparing(Message::recipient))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized int countQueuedOf(String mailingId, int most) {
        return queuedOf(mailingId, "", most).size();
    }

    @Override
    public Page ofPhone(String officeId, String phone, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException("the dispatch shows no lists");
    }

    @Override
    public synchronized Page ofMailing(String mailingId, @Nullable String cursor, int limit) {
        List<Message> found = select(one -> one.isOfMailing()
                        && one.about().id().equals(mailingId)
                        && (cursor == null || one.id().compareTo(cursor) > 0))
                .sorted(Comparator.comparing(Message::id))
                .toList();
        return found.size() > limit
                ? new Page(found.subList(0, limit), found.get(limit - 1).id())
                : new Page(found, null);
    }

    @Override
    public synchronized List<Message> made(
            String officeId, Instant from, Instant before, @Nullable Message after, int most) {
        Comparator<Message> oldest = Comparator.comparing(Message::queuedAt).thenComparing(Message::id);
        return select(one -> one.about().officeId().equals(officeId)
                        && !one.queuedAt().isBefore(from)
                        && one.queuedAt().isBefore(before)
                        && (after == null || oldest.compare(one, after) > 0))
                .sorted(oldest)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<String> offices() {
        return select(one -> true).map(one -> one.about().officeId()).distinct().toList();
    }

    @Override
    public synchronized List<Message> sendingBy(String instance) {
        return select(one -> instance.equals(one.progress().sendingBy())).toList();
    }

    @Override
    public synchronized List<Message> sendingSince(Instant before, int most) {
        return select(one -> one.progress().sendingBy() != null
                        && Objects.requireNonNull(one.progress().sentAt()).isBefore(before))
                .limit(most)
                .toList();
    }

    @Override
    public Page unknown(String officeId, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException("the dispatch shows no lists");
    }

    @Override
    public synchronized int countUnknown(int most) {
        return (int) select(Message::awaitsDecision).limit(most).count();
    }

    public synchronized List<Message> all() {
        return List.copyOf(stored.values());
    }

    private Stream<Message> select(Predicate<Message> which) {
        return stored.values().stream().filter(which);
    }
}
