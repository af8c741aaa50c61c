package kr.minwon.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentEntry.Area;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.MemoryConsents;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.subscription.Subscriptions.Linked;
import kr.minwon.notification.subscription.Subscriptions.Wanted;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.junit.jupiter.api.Test;

class SubscriptionsTests {
    private static final String PHONE = MessageMother.PHONE;
    private static final Purpose SAFETY = new Purpose("news/safety");
    private static final Purpose POLLS = new Purpose("polls");
    private static final Topics TOPICS = new Topics(
            List.of(
                    new Topic("*", "safety", SAFETY, "재난·안전", "Safety", "", "", "", "", true),
                    new Topic("*", "polls", POLLS, "여론조사", "Polls", "", "", "", "", false)),
            List.of(
                    new Dong("seogu", "29140760", "화정1동", "Hwajeong 1-dong"),
                    new Dong("seogu", "29140770", "화정2동", "Hwajeong 2-dong")));

    private final MemorySubscribers subscribers = new MemorySubscribers("seogu", "safety", 0);
    private final ConsentLedger ledger = new ConsentLedger(
            new MemoryConsents(), new MemoryCases(), MessageMother.templates(), new HandClock(MessageMother.AT));
    private final Subscriptions subscriptions = new Subscriptions(
            TOPICS,
            subscribers,
            ledger,
            new NewsLinks(new KeyedHash(KeyRing.of("c1", new byte[32]))),
            phone -> phone,
            phone -> phone);

    private void choose(Subscription... chosen) {
        subscriptions.choose(
                "seogu", PHONE, new Wanted(List.of(chosen), false, false), Channel.VERIFIED_PHONE, "sms-1/ko");
    }

    private static Subscription safety(String... dongs) {
        return new Subscription("safety", List.of(dongs));
    }

    private static Subscription polls() {
        return new Subscription("polls", List.of());
    }

    private long reached(String topic, String... dongs) {
        return subscribers.count(Reach.of("seogu", topic, List.of(dongs), false));
    }

    private Linked linked(String topic) {
        String token = subscribers.of("seogu", PHONE).orElseThrow().links().get(topic);
        return subscriptions.linked(String.valueOf(token)).orElseThrow();
    }

    @Test
    void eachSubscriptionIsAConsentByItsWords() {
        choose(safety("29140760"), polls());
        assertThat(ledger.of("seogu", PHONE))
                .extracting(ConsentEntry::purpose, ConsentEntry::given, ConsentEntry::words)
                .containsExactly(tuple(SAFETY, true, "sms-1/ko: 화정1동"), tuple(POLLS, true, "sms-1/ko"));
        choose(safety("29140760"), polls());
        assertThat(ledger.of("seogu", PHONE)).hasSize(2);
    }

    @Test
    void anotherChoiceOfDongsIsWrittenDownWithThem() {
        choose(safety("29140760", "29140770"));
        choose(safety("29140760"));
        choose(safety("29140760"));
        choose(safety());
        assertThat(ledger.of("seogu", PHONE))
                .extracting(ConsentEntry::words, ConsentEntry::area)
                .containsExactly(
                        tuple("sms-1/ko: 화정1동 화정2동", new Area("seogu", List.of("29140760", "29140770"))),
                        tuple("sms-1/ko: 화정1동", new Area("seogu", List.of("29140760"))),
                        tuple("sms-1/ko", new Area("seogu", List.of())));
        subscriptions.stopAll("seogu", PHONE, Channel.TEXT, "수신거부");
        subscriptions.stopAll("seogu", PHONE, Channel.TEXT, "그만");
        assertThat(ledger.of("seogu", PHONE)).hasSize(4);
    }

    @Test
    void theDongsOfAnOfficeThatSharesTheLedgerAreItsOwn() {
        ledger.record("namgu", PHONE, SAFETY, true, Channel.VERIFIED_PHONE, "sms-1", List.of("29155510"));
        ledger.record("bukgu", PHONE, SAFETY, true, Channel.VERIFIED_PHONE, "sms-1", List.of("29170510"));
        assertThat(ledger.of("namgu", PHONE)).hasSize(2);
        MailingPart news = new MailingPart("m1", "namgu", SAFETY.name(), false, false, null);
        assertThat(ledger.refusal(news, List.of("29155510"), PHONE)).isEmpty();
        assertThat(ledger.refusal(news, List.of("29155999"), PHONE)).isPresent();
    }

    @Test
    void aMailingReachesWhoChoseOneOfItsDongsOrAll() {
        choose(safety("29140760"));
        assertThat(reached("safety")).isOne();
        assertThat(reached("safety", "29140760")).isOne();
        assertThat(reached("safety", "29140770", "29140760")).isOne();
        assertThat(reached("safety", "29140770")).isZero();
        assertThat(reached("polls")).isZero();
        choose(safety());
        assertThat(reached("safety", "29140770")).isOne();
    }

    @Test
    void advertisingReachesOnlyWhoTakesIt() {
        choose(safety());
        Reach ads = Reach.of("seogu", "safety", List.of("29140760"), true);
        assertThat(subscribers.count(ads)).isZero();
        subscriptions.choose(
                "seogu", PHONE, new Wanted(List.of(safety()), true, false), Channel.VERIFIED_PHONE, "sms-1/ko");
        assertThat(subscribers.count(ads)).isOne();
        assertThat(ledger.isGiven("seogu", PHONE, Purpose.ADS)).isTrue();
        assertThat(ledger.isGiven("seogu", PHONE, Purpose.ADS_AT_NIGHT)).isFalse();
    }

    @Test
    void whatIsNotChosenAnyMoreIsWithdrawnAndWhatNeverWasIsNot() {
        choose(safety());
        choose(polls());
        assertThat(ledger.isGiven("seogu", PHONE, SAFETY)).isFalse();
        assertThat(ledger.isGiven("seogu", PHONE, POLLS)).isTrue();
        assertThat(ledger.of("seogu", PHONE)).extracting(ConsentEntry::purpose).containsExactly(SAFETY, SAFETY, POLLS);
    }

    @Test
    void whoStopsEverythingLeavesNoPhoneAndTheirLinksStillSaySo() {
        choose(safety(), polls());
        Linked link = linked("safety");
        subscriptions.stop(link, true);
        assertThat(subscribers.of("seogu", PHONE).orElseThrow())
                .extracting(Subscriber::sealedPhone, Subscriber::subscriptions)
                .containsExactly(null, List.of());
        assertThat(ledger.isGiven("seogu", PHONE, POLLS)).isFalse();
        assertThat(linked("safety").isSubscribed()).isFalse();
        subscriptions.stop(linked("safety"), false);
        assertThat(ledger.of("seogu", PHONE)).hasSize(4);
    }

    @Test
    void aLinkStopsItsTopicOnly() {
        choose(safety(), polls());
        subscriptions.stop(linked("safety"), false);
        assertThat(subscriptions.of("seogu", PHONE).subscriptions()).containsExactly(polls());
        assertThat(ledger.of("seogu", PHONE).getLast())
                .extracting(ConsentEntry::purpose, ConsentEntry::given, ConsentEntry::channel)
                .containsExactly(SAFETY, false, Channel.LINK);
    }

    @Test
    void aLinkThatWasAlteredIsNobodys() {
        choose(safety());
        String token = String.valueOf(
                subscribers.of("seogu", PHONE).orElseThrow().links().get("safety"));
        assertThat(token).matches("[A-Za-z0-9_-]{16}");
        assertThat(subscriptions.linked(token.substring(1) + "x")).isEmpty();
        assertThat(subscriptions.linked("")).isEmpty();
        assertThat(subscriptions.linked("{\"$ne\":null}")).isEmpty();
    }

    @Test
    void afterAMailingOptingOutStopsTheNewsAndOtherwiseAll() {
        choose(safety());
        new OptOuts(ledger, subscriptions, (office, phone) -> true).on(List.of("seogu"), PHONE, "수신거부");
        assertThat(subscriptions.of("seogu", PHONE)).isEqualTo(Wanted.NOTHING);
        assertThat(ledger.of("seogu", PHONE)).extracting(ConsentEntry::purpose).doesNotContain(Purpose.CASE_NOTICES);

        choose(safety());
        new OptOuts(ledger, subscriptions, (office, phone) -> false).on(List.of("seogu"), PHONE, "STOP");
        assertThat(subscriptions.of("seogu", PHONE)).isEqualTo(Wanted.NOTHING);
        assertThat(ledger.of("seogu", PHONE))
                .filteredOn(one -> one.purpose().equals(Purpose.CASE_NOTICES))
                .singleElement()
                .extracting(ConsentEntry::given, ConsentEntry::words)
                .containsExactly(false, "STOP");
    }

    @Test
    void whatThereIsNotCannotBeChosen() {
        assertThat(subscriptions.fault("seogu", List.of(safety("29140760")))).isEmpty();
        assertThat(subscriptions.fault("seogu", List.of(new Subscription("horses", List.of()))))
                .contains("no-topic");
        assertThat(subscriptions.fault("seogu", List.of(safety(), safety()))).contains("no-topic");
        assertThat(subscriptions.fault("seogu", List.of(safety("1")))).contains("no-dong");
        assertThat(subscriptions.fault("namgu", List.of(safety("29140760")))).contains("no-dong");
    }
}
