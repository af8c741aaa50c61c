package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import kr.minwon.gateway.clients.ConsentApi;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.SubscriptionApi;

/** The SMS corner of one phone. */
public final class FakeSubscriptions implements SubscriptionApi {
    public static final String LINK = "AbCdEfGhIjKlMnOp";

    private final List<ConsentApi.Entry> entries = new ArrayList<>();
    private Wanted wanted = new Wanted(List.of(), false, false, "");

    /** What was chosen last. */
    public Wanted wanted() {
        return wanted;
    }

    @Override
    public Topics topics() {
        return new Topics(
                List.of(
                        new Topic("safety", "재난·안전", "Safety", "급한 일", "Urgent", "일이 있을 때만", "seldom"),
                        new Topic("waste", "청소·재활용", "Waste", "수거일", "Collection", "한 달에 두 번", "twice a month")),
                List.of(new Dong("29140760", "화정1동", "Hwajeong 1-dong")));
    }

    @Override
    public Mine mine(String phoneToken) {
        if (!phoneToken.equals(FakeVerification.TOKEN)) {
            throw Refusal.of(401, "phone-not-verified");
        }
        return new Mine(wanted.subscriptions(), wanted.ads(), wanted.adsAtNight(), List.copyOf(entries));
    }

    @Override
    public Mine choose(String phoneToken, Wanted next) {
        wanted = next;
        next.subscriptions()
                .forEach(one -> entries.add(new ConsentApi.Entry(
                        "news/" + one.topic(),
                        true,
                        "verifiedPhone",
                        next.words() + ": <b>화정1동</b>\r\n=HYPERLINK(1)",
                        "그때의 <b>문안</b>",
                        "2026-11-23T10:12:30+09:00")));
        return mine(phoneToken);
    }

    @Override
    public Link link(String token) {
        if (!token.equals(LINK)) {
            throw Refusal.of(404, "news-link-unknown");
        }
        return new Link("청소·재활용", "Waste", !wanted.subscriptions().isEmpty());
    }

    @Override
    public Link stop(String token, Stop stop) {
        link(token);
        wanted = new Wanted(List.of(), false, false, "");
        return link(token);
    }
}
