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

    /** Two pages of one. */
    @Override
    public Filings filings(String phoneToken, String cursor, int limit) {
        return cursor.isEmpty()
                ? new Filings(List.of(new Filing("2611-4821-9375", "2026-11-23T10:12:30+09:00", null)), "next")
                : new Filings(
                        List.of(new Filing("2611-4821-0001", "2026-11-20T09:00:00+09:00", "2026-11-21T09:00:00+09:00")),
                        null);
    }

    @Override
    public Consents say(String phoneToken, Consent consent) {
        entries.add(new Entry(
                consent.purpose(),
                consent.given(),
                "verifiedPhone",
                consent.words(),
                "<b>문안</b>",
                "2026-11-23T10:12:30+09:00"));
        return mine(phoneToken);
    }
}
