package kr.minwon.notification.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.minwon.notification.dispatch.Staleness;
import kr.minwon.notification.dispatch.Wishes;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Templates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which notices are told together: those that are still wanted and worth telling, in order, as many as one text has room
 * for. One whose predecessor is neither on its way nor among them goes by itself, after that.
 */
public final class Selection {
    private static final Logger log = LoggerFactory.getLogger(Selection.class);

    private final Messages messages;
    private final Wishes wishes;
    private final Staleness staleness;
    private final OpenPhone openPhone;
    private final Templates templates;

    /** @param openPhone opens a sealed phone number */
    public Selection(Messages messages, Wishes wishes, Staleness staleness, OpenPhone openPhone, Templates templates) {
        this.messages = messages;
        this.wishes = wishes;
        this.staleness = staleness;
        this.openPhone = openPhone;
        this.templates = templates;
    }

    /**
     * The notices of one text.
     *
     * @param previous the digest that has to go before it; null for none
     */
    record Part(List<Message> notices, @Nullable String previous) {}

    /** The texts that these notices make; none of fewer than two. */
    List<Part> of(List<Message> found, Instant now) {
        List<Part> parts = new ArrayList<>();
        Set<String> told = new HashSet<>();
        List<Message> part = new ArrayList<>();
        List<Message> before = new ArrayList<>();
        for (Message notice : inOrder(found)) {
            if (notice.isHeldAt(now) || !notice.mayBeMerged() || !isWanted(notice)) {
                continue;
            }
            Optional<Message> earlier = Optional.ofNullable(notice.previous())
                    .flatMap(messages::find)
                    .map(this::telling);
            if (!part.isEmpty() && !templates.fitInOne(with(part, notice))) {
                close(part, before, parts, told);
            }
            if (earlier.isEmpty() || mayFollow(earlier.get(), part, told)) {
                part.add(notice);
                earlier.filter(Message::isDigest).ifPresent(before::add);
            }
        }
        close(part, before, parts, told);
        return parts;
    }

    private static boolean mayFollow(Message earlier, List<Message> part, Set<String> told) {
        return earlier.state().letsTheNextGo()
                || earlier.isDigest()
                || told.contains(earlier.id())
                || part.stream().anyMatch(one -> one.id().equals(earlier.id()));
    }

    private static void close(List<Message> part, List<Message> before, List<Part> parts, Set<String> told) {
        if (part.size() > 1) {
            String previous = before.stream()
                    .max(Comparator.comparing(Message::queuedAt))
                    .map(Message::id)
                    .orElse(null);
            parts.add(new Part(List.copyOf(part), previous));
            part.forEach(notice -> told.add(notice.id()));
        }
        part.clear();
        before.clear();
    }

    private static List<Message> with(List<Message> part, Message more) {
        List<Message> all = new ArrayList<>(part);
        all.add(more);
        return all;
    }

    /** As they were made; of one case one after the other, also when they were made in the same moment. */
    private static List<Message> inOrder(List<Message> found) {
        List<Message> left = new ArrayList<>(found);
        left.sort(Comparator.comparing(Message::queuedAt).thenComparing(Message::id));
        List<Message> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Message next = left.stream()
                    .filter(one -> left.stream().noneMatch(other -> other.id().equals(one.previous())))
                    .findFirst()
                    .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** What goes out for it: itself, or the digest that tells it. */
    private Message telling(Message before) {
        String digest = before.digestId();
        return digest == null ? before : messages.find(Digest.messageId(digest)).orElse(before);
    }

    /** What nobody wants any more, and what nobody can read, is left to the hand-over, which says why. */
    private boolean isWanted(Message notice) {
        return staleness.of(notice).isEmpty()
                && phone(notice)
                        .filter(phone -> wishes.refusal(notice, phone).isEmpty())
                        .isPresent();
    }

    private Optional<String> phone(Message notice) {
        try {
            return Optional.of(openPhone.apply(notice.sealedPhone()));
        } catch (RuntimeException unreadable) {
            log.error("{} is told with no others: {}", notice.id(), unreadable.toString());
            return Optional.empty();
        }
    }
}
