package kr.minwon.notification.subscription;

import java.util.List;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;

/** Opting out where nobody subscribed to anything. */
public final class OptOutMother {
    private OptOutMother() {}

    public static OptOuts withoutNews(ConsentLedger ledger) {
        Subscriptions subscriptions = new Subscriptions(
                new Topics(List.of(), List.of()),
                new MemorySubscribers("seogu", "safety", 0),
                ledger,
                new NewsLinks(new KeyedHash(KeyRing.of("c1", new byte[32]))),
                phone -> phone,
                phone -> phone);
        return new OptOuts(ledger, subscriptions, (office, phone) -> false);
    }
}
