package kr.minwon.notification.mailing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kr.minwon.notification.mailing.Mailings.Change;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.subscription.Subscriber;
import kr.minwon.notification.subscription.Subscribers;
import org.jspecify.annotations.Nullable;

/**
 * Takes up a mailing's recipients: a page of subscribers, their messages, then the cursor. After a crash in between the page
 * is taken up again, and the ids of the messages keep anybody from being told twice.
 */
public final class Expansion {
    private final Mailings mailings;
    private final Subscribers subscribers;
    private final Messages messages;
    private final Wording wording;
    private final MailingSettings settings;
    private final Timing timing;
    private final Clock clock;

    public Expansion(
            Mailings mailings,
            Subscribers subscribers,
            Messages messages,
            Wording wording,
            MailingSettings settings,
            Timing timing,
            Clock clock) {
        this.mailings = mailings;
        this.subscribers = subscribers;
        this.messages = messages;
        this.wording = wording;
        this.settings = settings;
        this.timing = timing;
        this.clock = clock;
    }

    /**
     * How far it has come: through whom one key of its reach finds, then through the next one's.
     *
     * @param key which of the keys
     * @param after the last subscriber; empty before the first
     */
    private record Place(int key, String after) {
        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(0, "");
            }
            int end = cursor.indexOf(' ');
            return new Place(Integer.parseInt(cursor.substring(0, end)), cursor.substring(end + 1));
        }

        String cursor() {
            return key + " " + after;
        }
    }

    /** Takes up what there is room for. */
    void takeUp(Mailing mailing, Consumer<Message> queued) {
        Mailing now = mailing;
        int room = settings.mostWaiting() - messages.countQueuedOf(mailing.id(), settings.mostWaiting());
        while (room > 0 && now.state() == MailingState.SENDING && !now.takenUp()) {
            int most = Math.min(room, settings.page());
            Place place = Place.of(now.cursor());
            List<String> keys = now.reach().keys();
            List<Subscriber> page = subscribers.page(keys.get(place.key()), place.after(), most);
            for (Subscriber one : page) {
                Message message = message(now, one);
                if (message != null && messages.add(message)) {
                    queued.accept(message);
                }
            }
            room -= page.size();
            Place next = page.size() < most
                    ? new Place(place.key() + 1, "")
                    : new Place(place.key(), page.getLast().id());
            Optional<Mailing> stored = moveOn(now, next.key() < keys.size() ? next.cursor() : null);
            if (stored.isEmpty()) {
                return;
            }
            now = stored.get();
        }
    }

    /** Only forward: another instance may be further. */
    private Optional<Mailing> moveOn(Mailing from, @Nullable String to) {
        return mailings.change(from.id(), mailing -> {
            if (!Objects.equals(mailing.cursor(), from.cursor()) || mailing.takenUp()) {
                return new Change<>(null, mailing);
            }
            Mailing next = mailing.takenUpTo(to);
            return new Change<>(next, next);
        });
    }

    private @Nullable Message message(Mailing mailing, Subscriber to) {
        String phone = to.sealedPhone();
        String link = to.links().get(mailing.letter().topicId());
        if (phone == null || link == null) {
            // Stopped between the index and the document.
            return null;
        }
        MailingPart part = timing.part(mailing);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Message.queued(
                part.messageId(to.recipient()),
                part,
                Step.MAILING.nth(1),
                to.recipient(),
                phone,
                wording.content(mailing, link),
                null,
                now,
                now,
                null,
                null);
    }
}
