package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A case's clock as staff read it.
 *
 * @param mayExtend whether its policy lets the reader extend it
 * @param entries what happened, oldest first; empty when routing cannot say now
 */
record LedgerView(boolean mayExtend, List<Entry> entries) {
    /** While routing is away the form is offered: the service decides. */
    static final LedgerView AWAY = new LedgerView(true, List.of());

    /**
     * One entry.
     *
     * @param machine the moment in ISO 8601
     * @param due the deadline it led to; null when it stayed
     */
    record Entry(
            String machine,
            String at,
            String text,
            @Nullable String due) {}

    static LedgerView of(RoutingApi.CaseClock clock, Words words, Clock now) {
        List<RoutingApi.LedgerEntry> entries = clock.ledger() == null ? List.of() : clock.ledger();
        return new LedgerView(
                !Boolean.FALSE.equals(clock.mayExtend()),
                entries.stream().map(entry -> entry(entry, words, now)).toList());
    }

    private static Entry entry(RoutingApi.LedgerEntry entry, Words words, Clock now) {
        boolean moved = entry.dueAfter() != null && !entry.dueAfter().equals(entry.dueBefore());
        return new Entry(
                entry.at(),
                spoken(entry.at(), words, now),
                entry.note(),
                moved
                        ? words.text("case.due.until", spoken(Objects.requireNonNull(entry.dueAfter()), words, now))
                        : null);
    }

    private static String spoken(String iso, Words words, Clock now) {
        return SeoulMoment.of(iso).map(at -> at.spoken(words, now)).orElse(iso);
    }
}
