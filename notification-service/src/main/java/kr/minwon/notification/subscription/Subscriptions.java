package kr.minwon.notification.subscription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.message.OpenPhone;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes, and stops. Each subscription is a consent in the ledger, which is written first: it is what counts when a text
 * goes out. The subscribers are the index by which mailings find people.
 */
public final class Subscriptions {
    /** Where somebody stops by the link of a text. */
    private static final String BY_LINK = "link";

    private static final int MOST_WORDS = 200;

    private final Topics topics;
    private final Subscribers subscribers;
    private final ConsentLedger ledger;
    private final NewsLinks links;
    private final OpenPhone openPhone;
    private final SealPhone sealPhone;

    /** Seals a phone as messages carry it. */
    @FunctionalInterface
    public interface SealPhone {
        String apply(String phone);
    }

    public Subscriptions(
            Topics topics,
            Subscribers subscribers,
            ConsentLedger ledger,
            NewsLinks links,
            OpenPhone openPhone,
            SealPhone sealPhone) {
        this.topics = topics;
        this.subscribers = subscribers;
        this.ledger = ledger;
        this.links = links;
        this.openPhone = openPhone;
        this.sealPhone = sealPhone;
    }

    /** What somebody wants, as they choose it. */
    public record Wanted(List<Subscription> subscriptions, boolean ads, boolean adsAtNight) {
        public static final Wanted NOTHING = new Wanted(List.of(), false, false);

        public Wanted {
            subscriptions = List.copyOf(subscriptions);
            ads = ads && !subscriptions.isEmpty();
            adsAtNight = adsAtNight && ads;
        }
    }

    /** The link of a text: whose news, and of what. */
    public record Linked(Subscriber subscriber, Topic topic) {
        public boolean isSubscribed() {
            return subscriber.to(topic.id()) != null;
        }
    }

    /** What somebody subscribed to; phone 11 digits. */
    public Wanted of(String officeId, String phone) {
        return subscribers
                .of(officeId, phone)
                .map(one -> new Wanted(one.subscriptions(), one.ads(), one.adsAtNight()))
                .orElse(Wanted.NOTHING);
    }

    /**
     * Makes it so; what is not wanted any more is withdrawn.
     *
     * @param words version and language of the sentences by which it was chosen
     */
    public void choose(String officeId, String phone, Wanted wanted, Channel channel, String words) {
        for (Topic topic : topics.of(officeId)) {
            Optional<Subscription> chosen = wanted.subscriptions().stream()
                    .filter(one -> one.topicId().equals(topic.id()))
                    .findFirst();
            say(
                    officeId,
                    phone,
                    topic.purpose(),
                    chosen.isPresent(),
                    channel,
                    words(words, officeId, chosen.orElse(null)),
                    chosen.map(Subscription::dongs).orElse(null));
        }
        say(officeId, phone, Purpose.ADS, wanted.ads(), channel, words);
        say(officeId, phone, Purpose.ADS_AT_NIGHT, wanted.adsAtNight(), channel, words);
        subscribers.change(officeId, phone, (id, before) -> {
            if (before == null && wanted.subscriptions().isEmpty()) {
                return null;
            }
            Map<String, String> known = new HashMap<>(before == null ? Map.of() : before.links());
            wanted.subscriptions()
                    .forEach(one -> known.computeIfAbsent(one.topicId(), topic -> links.token(id, topic)));
            String sealed = wanted.subscriptions().isEmpty() ? null : sealPhone.apply(phone);
            return new Subscriber(
                    id, officeId, sealed, wanted.subscriptions(), known, wanted.ads(), wanted.adsAtNight());
        });
    }

    private String words(String words, String officeId, @Nullable Subscription chosen) {
        if (chosen == null || chosen.dongs().isEmpty()) {
            return words;
        }
        String names = topics.dongsOf(officeId).stream()
                .filter(dong -> chosen.dongs().contains(dong.id()))
                .map(Dong::name)
                .collect(Collectors.joining(" "));
        String all = words + ": " + names;
        return all.length() > MOST_WORDS ? all.substring(0, MOST_WORDS) : all;
    }

    private void say(String officeId, String phone, Purpose purpose, boolean given, Channel channel, String words) {
        say(officeId, phone, purpose, given, channel, words, null);
    }

    /** What was never given need not be withdrawn. */
    private void say(
            String officeId,
            String phone,
            Purpose purpose,
            boolean given,
            Channel channel,
            String words,
            @Nullable List<String> dongs) {
        if (given || ledger.isGiven(officeId, phone, purpose)) {
            ledger.record(officeId, phone, purpose, given, channel, words, dongs);
        }
    }

    /**
     * No more news, by whatever was said.
     *
     * @param phone 11 digits
     * @param words what was said
     */
    public void stopAll(String officeId, String phone, Channel channel, String words) {
        for (Topic topic : topics.of(officeId)) {
            say(officeId, phone, topic.purpose(), false, channel, words);
        }
        say(officeId, phone, Purpose.ADS, false, channel, words);
        say(officeId, phone, Purpose.ADS_AT_NIGHT, false, channel, words);
        subscribers.change(
                officeId,
                phone,
                (id, before) -> before == null
                        ? null
                        : new Subscriber(id, officeId, null, List.of(), before.links(), false, false));
    }

    /** Whose a link is; nothing for one that is none of ours. */
    public Optional<Linked> linked(String token) {
        if (!NewsLinks.isToken(token)) {
            return Optional.empty();
        }
        return subscribers
                .byLink(token)
                .flatMap(subscriber -> subscriber.links().entrySet().stream()
                        .filter(link -> link.getValue().equals(token))
                        .findFirst()
                        .flatMap(link -> topics.find(subscriber.officeId(), link.getKey()))
                        .map(topic -> new Linked(subscriber, topic)));
    }

    /** Stops by a link: its topic, or all news. The same again does nothing more. */
    public void stop(Linked linked, boolean all) {
        Subscriber subscriber = linked.subscriber();
        String sealed = subscriber.sealedPhone();
        if (sealed == null) {
            return;
        }
        String phone = openPhone.apply(sealed);
        String office = subscriber.officeId();
        List<Subscription> left = subscriber.subscriptions().stream()
                .filter(one -> !one.topicId().equals(linked.topic().id()))
                .toList();
        if (all || left.isEmpty()) {
            stopAll(office, phone, Channel.LINK, BY_LINK);
            return;
        }
        say(office, phone, linked.topic().purpose(), false, Channel.LINK, BY_LINK);
        subscribers.change(
                office,
                phone,
                (id, before) -> before == null
                        ? null
                        : new Subscriber(
                                id,
                                office,
                                before.sealedPhone(),
                                before.subscriptions().stream()
                                        .filter(one -> !one.topicId()
                                                .equals(linked.topic().id()))
                                        .toList(),
                                before.links(),
                                before.ads(),
                                before.adsAtNight()));
    }

    /** What is wrong with a choice: a topic or a 동 that the office has not, or a topic named twice. */
    public Optional<String> fault(String officeId, List<Subscription> chosen) {
        boolean unknown = chosen.stream()
                .anyMatch(one -> topics.find(officeId, one.topicId()).isEmpty());
        boolean twice = chosen.stream().map(Subscription::topicId).distinct().count() < chosen.size();
        if (unknown || twice) {
            return Optional.of("no-topic");
        }
        boolean elsewhere = chosen.stream().anyMatch(one -> !topics.areDongsOf(officeId, one.dongs()));
        return elsewhere ? Optional.of("no-dong") : Optional.empty();
    }
}
