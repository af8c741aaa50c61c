package kr.minwon.notification.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import kr.minwon.notification.dispatch.Gathering;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one text of the notices to a phone that were held until the same moment. A merge is written down first; then each
 * notice joins by compare-and-set, or goes by itself; then the text is made of those that joined. Whatever stops in between
 * is taken up again by whoever finds the merge, and each step done twice does nothing.
 */
public final class Merger implements Gathering {
    private static final Logger log = LoggerFactory.getLogger(Merger.class);
    private static final int PAGE = 500;
    private static final int MOST_LEFT = 100;

    private final Messages messages;
    private final Merges merges;
    private final Selection selection;
    private final Notices notices;
    private final boolean begins;
    private final IntConsumer merged;
    private String after = "";

    /**
     * @param begins whether new merges begin; those that have begun are done in any case
     * @param merged is told how many notices went into a text
     */
    public Merger(
            Messages messages,
            Merges merges,
            Selection selection,
            Notices notices,
            boolean begins,
            IntConsumer merged) {
        this.messages = messages;
        this.merges = merges;
        this.selection = selection;
        this.notices = notices;
        this.begins = begins;
        this.merged = merged;
    }

    @Override
    public synchronized List<Message> of(Instant now) {
        List<Message> made = new ArrayList<>();
        for (Merge left : merges.some(MOST_LEFT)) {
            done(left).ifPresent(made::add);
        }
        if (begins) {
            // Each moment is gone through once: what is found alone, or later, goes by itself.
            List<Messages.Mergeable> page;
            do {
                page = whole(messages.mergeable(after, now, PAGE));
                for (List<Messages.Mergeable> group : groups(page)) {
                    begin(group, now).forEach(merge -> done(merge).ifPresent(made::add));
                }
                after = page.isEmpty() ? after : page.getLast().key();
            } while (!page.isEmpty());
        }
        return made;
    }

    /** Without a last group that may go on with the next page, unless it is all there is. */
    private static List<Messages.Mergeable> whole(List<Messages.Mergeable> page) {
        if (page.size() < PAGE) {
            return page;
        }
        String last = page.getLast().group();
        List<Messages.Mergeable> before =
                page.stream().filter(one -> !one.group().equals(last)).toList();
        return before.isEmpty() ? page : before;
    }

    private static List<List<Messages.Mergeable>> groups(List<Messages.Mergeable> page) {
        List<List<Messages.Mergeable>> groups = new ArrayList<>();
        for (Messages.Mergeable one : page) {
            if (groups.isEmpty() || !groups.getLast().getFirst().group().equals(one.group())) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(one);
        }
        return groups;
    }

    private List<Merge> begin(List<Messages.Mergeable> group, Instant now) {
        if (group.size() < 2) {
            return List.of();
        }
        List<Message> found =
                messages.findAll(group.stream().map(Messages.Mergeable::id).toList());
        List<Merge> begun = new ArrayList<>();
        String previous = null;
        for (Selection.Part part : selection.of(found, now)) {
            Merge merge = new Merge(
                    group.getFirst().group() + "/" + begun.size(),
                    UUID.randomUUID().toString(),
                    previous == null ? part.previous() : previous,
                    part.notices().stream().map(Merge.Member::of).toList());
            // Of another instance's the rest is done here as well, lest its members be taken up by themselves.
            Merge counts = merges.add(merge) ? merge : merges.find(merge.id()).orElse(null);
            if (counts != null) {
                begun.add(counts);
                previous = Digest.messageId(counts.digestId());
            }
        }
        return begun;
    }

    /** Does what is left of a merge; answers the text if it is there. */
    private Optional<Message> done(Merge merge) {
        for (Message notice : membersOf(merge)) {
            if (notice.state() == MessageState.QUEUED
                    && merge.members().stream().anyMatch(member -> member.is(notice))) {
                messages.advance(notice, notice.mergedInto(merge.digestId()));
            }
        }
        // From here on no member is as it was, so none can join any more.
        List<Message> joined = membersOf(merge).stream()
                .filter(notice -> merge.digestId().equals(notice.digestId()))
                .toList();
        Optional<Message> text = joined.isEmpty()
                ? Optional.empty()
                : Optional.of(notices.digest(merge.digestId(), merge.previous(), joined));
        Optional<Message> stored = text.map(made -> {
            if (messages.add(made)) {
                log.info("{} tells {} notices", made.id(), joined.size());
                merged.accept(joined.size());
                return made;
            }
            return messages.find(made.id()).orElse(made);
        });
        merges.remove(merge);
        return stored;
    }

    private List<Message> membersOf(Merge merge) {
        List<String> ids = merge.members().stream().map(Merge.Member::messageId).toList();
        return messages.findAll(ids).stream()
                .sorted(Comparator.comparing(notice -> ids.indexOf(notice.id())))
                .toList();
    }
}
