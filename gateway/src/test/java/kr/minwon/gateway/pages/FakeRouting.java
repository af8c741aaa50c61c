package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.RoutingApi;

/** A routing-service with a few categories, one department and a queue of two pages. */
public final class FakeRouting implements RoutingApi {
    private final List<String> asked = new ArrayList<>();
    private RuntimeException refusal;
    private Map<String, Object> taken = Map.of();
    private Forwarding forwarding;
    private String draft;
    private boolean mayExtend = true;

    /** What was asked, in order. */
    public List<String> asked() {
        return asked;
    }

    /** Refuses every command from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    private void ask(String what) {
        asked.add(what);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public Items<Category> categoryItems() {
        return new Items<>(List.of(
                new Category("parking-violation", "불법주정차", "traffic", "7d", List.of("이중주차")),
                new Category("street-light", "가로등·보안등", "construction", "3d", List.of("꺼짐")),
                new Category("other", "기타", "civil-affairs", "7d", List.of())));
    }

    @Override
    public Items<Category> suggestionItems(String text) {
        ask("suggest " + text);
        return categoryItems();
    }

    @Override
    public Items<PublicCase.Department> departmentItems() {
        return new Items<>(List.of(
                new PublicCase.Department("construction", "건설과", "062-111-1111"),
                new PublicCase.Department("civil-affairs", "민원봉사과", "062-222-2222")));
    }

    @Override
    public DeadlineAnswer deadline(String receivedAt, String period, Integer extended, List<String> suspended) {
        ask("deadline " + receivedAt + " " + period + " " + extended + " " + suspended);
        return new DeadlineAnswer("2026-11-20T16:30:00+09:00", "2026-11-23T10:30:00+09:00", List.of("첫 까닭", "둘째 까닭"));
    }

    /** What a step answers from now on. */
    public void take(Map<String, Object> answer) {
        taken = answer;
    }

    /** What cases in the queue wait for from now on. */
    public void forward(Forwarding waiting) {
        forwarding = waiting;
    }

    /** How the drafts of answers in the queue stand from now on. */
    public void draft(String state) {
        draft = state;
    }

    @Override
    public Queue queue(String departmentId, String view, String cursor) {
        ask("queue " + departmentId + " " + view + " " + cursor);
        Item item = new Item(
                cursor == null ? FakeComplaints.NUMBER : "2611-0000-0002",
                "보안등 " + FakeComplaints.HOSTILE,
                "street-light",
                "construction",
                "assigned",
                "2020-01-02T10:00:00+09:00",
                null,
                forwarding,
                draft);
        return new Queue(List.of(item), cursor == null ? "next-page" : null);
    }

    @Override
    public Counts counts(String departmentId) {
        ask("counts " + departmentId);
        return new Counts(4, 100, 2, 100);
    }

    @Override
    public CaseClock clock(String receiptNumber) {
        return new CaseClock(
                mayExtend,
                List.of(
                        new LedgerEntry(
                                "2026-11-23T10:00:00+09:00", "started", "첫 기한", null, "2026-11-26T10:00:00+09:00"),
                        new LedgerEntry(
                                "2026-11-24T10:00:00+09:00",
                                "claimed",
                                FakeComplaints.HOSTILE + " 담당자가 맡았습니다.",
                                null,
                                null)));
    }

    /** Only the lead extends from now on. */
    public void letOnlyTheLeadExtend() {
        mayExtend = false;
    }

    @Override
    public Map<String, Object> claim(String receiptNumber, Map<String, Object> nothing, String idempotencyKey) {
        ask("claim " + receiptNumber);
        return Map.of();
    }

    @Override
    public Map<String, Object> assign(String receiptNumber, Map<String, Object> assignment, String idempotencyKey) {
        ask("assign " + new java.util.TreeMap<>(assignment));
        return Map.of();
    }

    @Override
    public Map<String, Object> take(
            String receiptNumber, String step, Map<String, Object> body, String idempotencyKey) {
        ask(step + " " + body);
        return taken;
    }

    @Override
    public Calendar calendar(String year) {
        return new Calendar(
                Integer.valueOf(year),
                List.of(
                        new DayOff("2026-12-24", "임시공휴일 " + FakeComplaints.HOSTILE, "temporary"),
                        new DayOff("2026-12-25", "성탄절", "statutory")),
                List.of(new OwnDayOff(
                        "2026-12-24",
                        "임시공휴일 " + FakeComplaints.HOSTILE,
                        "temporary",
                        new Recount("r-1", "running", 300L, 120L))));
    }

    @Override
    public CalendarPreview previewDay(Map<String, Object> day) {
        ask("preview " + new java.util.TreeMap<>(day));
        return new CalendarPreview(
                312L,
                true,
                List.of(new Moved(
                        FakeComplaints.NUMBER,
                        "보안등 " + FakeComplaints.HOSTILE,
                        "construction",
                        "2026-12-24T10:00:00+09:00",
                        "2026-12-28T10:00:00+09:00")));
    }

    @Override
    public OwnDayOff declareDay(Map<String, Object> day, String idempotencyKey) {
        ask("declare " + new java.util.TreeMap<>(day));
        return new OwnDayOff("2026-12-24", "임시공휴일", "temporary", null);
    }

    @Override
    public OwnDayOff undoDay(String date, Map<String, Object> tell, String idempotencyKey) {
        ask("undo " + date + " " + tell);
        return new OwnDayOff(date, "임시공휴일", "temporary", null);
    }

    @Override
    public Letter issueOverdueLetter(String receiptNumber, Map<String, Object> body, String idempotencyKey) {
        ask("press " + receiptNumber);
        return overdueLetter("2026-000012");
    }

    @Override
    public Letters overdueLetters(String year, String cursor) {
        ask("letters " + year);
        return new Letters(List.of(overdueLetter("2026-000012")), null);
    }

    @Override
    public Letter overdueLetter(String number) {
        return new Letter(
                number,
                FakeComplaints.NUMBER,
                "보안등 " + FakeComplaints.HOSTILE,
                "건설과",
                "2026-11-26T10:12:00+09:00",
                2,
                "2026-11-30T10:00:00+09:00",
                new PublicCase.Officer("acc-9", "민원봉사과 접수"),
                "서둘러 주세요.");
    }

    @Override
    public OverdueReport overdueReport(String month) {
        ask("overdue " + month);
        OverdueCase late = new OverdueCase(
                FakeComplaints.NUMBER, "=1+1 " + FakeComplaints.HOSTILE, "2026-11-26T10:12:00+09:00", null, 2);
        return new OverdueReport(true, List.of(new OverdueRow("construction", "건설과", 1, 1, 2, List.of(late))));
    }
}
