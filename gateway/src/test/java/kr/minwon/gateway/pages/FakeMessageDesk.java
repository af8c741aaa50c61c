package kr.minwon.gateway.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.gateway.clients.MessageDeskApi;

/** A notification-service with figures and a record of searches, or whatever a test says. */
public final class FakeMessageDesk implements MessageDeskApi {
    private final List<String> asked = new ArrayList<>();
    private RuntimeException refusal;
    private boolean intact = true;
    private boolean counted = true;

    /** Refuses everything from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** Shows a record that was tampered with from now on. */
    public void tamper() {
        intact = false;
    }

    /** Has counted nothing yet. */
    public void countNothing() {
        counted = false;
    }

    /** What was asked, in order. */
    public List<String> asked() {
        return asked;
    }

    private void ask(String what) {
        asked.add(what);
        if (refusal != null) {
            throw refusal;
        }
    }

    private static Totals totals(long delivered, long failed, long unknown) {
        return new Totals(
                delivered + failed + unknown + 4,
                delivered + failed,
                0,
                delivered,
                failed,
                unknown,
                1,
                2,
                1,
                new BigDecimal(delivered).multiply(new BigDecimal("9.9")));
    }

    @Override
    public Summary summary(String from, String to) {
        ask("summary " + from + " " + to);
        if (!counted) {
            return new Summary(from, to, null, totals(0, 0, 0), List.of(), null, null, null, null, List.of());
        }
        return new Summary(
                from,
                to,
                "2026-11-30T10:12:00+09:00",
                totals(12_345, 67, 2),
                List.of(new Lane("code", 0), new Lane("notice", 1)),
                List.of(new Cause("no-such-number", 60), new Cause("unexplained", 7)),
                List.of(new Cause("opted-out", 2)),
                List.of(new Provider("smpp", totals(10_000, 60, 2)), new Provider("carrier-x", totals(2_345, 7, 0))),
                List.of(
                        new Department("case", "construction", totals(12_000, 60, 0)),
                        new Department("mailing", "construction", totals(300, 1, 0)),
                        new Department("code", null, totals(345, 7, 0))),
                List.of(new Day("2026-11-29", totals(345, 7, 0)), new Day("2026-11-30", totals(12_000, 60, 2))));
    }

    @Override
    public Found search(Search search) {
        ask("search " + search.phone() + " because " + search.reason() + " from " + search.cursor());
        return new Found(12L, List.of(FakeNotification.failed("UNDELIV", "no-such-number")), "next-page");
    }

    @Override
    public Searches searches(String cursor) {
        ask("searches " + cursor);
        return new Searches(
                List.of(new SearchRecord(
                        12L,
                        "2026-11-30T10:12:00+09:00",
                        "민원실 담당",
                        "intake",
                        "c1:Ab3dEf9h",
                        "전화 문의 " + FakeComplaints.HOSTILE,
                        intact)),
                null);
    }
}
