package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import kr.minwon.gateway.clients.ConsentApi;

/** A ledger of one phone. */
public final class FakeConsents implements ConsentApi {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public Consents mine(String phoneToken) {
        return new Consents(entries.isEmpty() || entries.getLast().given(), List.copyOf(entries));
    }

    @Override
    public Consents say(String phoneToken, Consent consent) {
        entries.add(
                new Entry(consent.purpose(), consent.given(), "verifiedPhone", "page-1", "2026-11-23T10:12:30+09:00"));
        return mine(phoneToken);
    }
}
