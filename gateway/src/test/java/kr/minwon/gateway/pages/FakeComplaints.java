package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.Filing;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.Receipt;
import kr.minwon.gateway.clients.Refusal;
import kr.minwon.gateway.clients.StaffCase;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** A complaint-service that holds one case and remembers what it was asked. */
public final class FakeComplaints implements ComplaintApi {
    public static final String NUMBER = "2611-4821-9375";
    public static final String CODE = "JXFA-XFFV-ZTTG-4R8R";
    public static final String HOSTILE = "<script>alert(1)</script>";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Receipt RECEIPT =
            new Receipt("0198f3c2", NUMBER, CODE, "accepted", "2026-11-23T10:12:30+09:00");

    private final List<String> asked = new ArrayList<>();
    private final List<Filing> filings = new ArrayList<>();
    private RuntimeException refusal;
    private String status = "assigned";
    private boolean approvalRequired;
    private String draft = "null";

    /** What was asked, such as {@code answer 수용 고쳤습니다}, in order. */
    public List<String> asked() {
        return asked;
    }

    /** What was filed, in order. */
    public List<Filing> filings() {
        return filings;
    }

    /** Refuses every command from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** The office answers only what was approved from now on. */
    public void requireApproval() {
        approvalRequired = true;
    }

    /** An answer of that author waits for approval from now on; returned when there is a reason. */
    public void draft(String authorId, String reason) {
        draft = """
                {"revision":3,"state":"%s","outcome":"불수용","text":"관할이 아닙니다 %s","remedy":"다시 요청하실 수 있습니다.",
                 "author":{"id":"%s","name":"건설과 담당"},"at":"2026-11-24T15:30:00+09:00"%s}""".formatted(
                        reason == null ? "awaiting" : "returned",
                        HOSTILE,
                        authorId,
                        reason == null
                                ? ""
                                : ",\"returned\":{\"reason\":\"%s\",\"by\":{\"id\":\"acc-lead\",\"name\":\"건설과장\"},\"at\":\"2026-11-24T16:00:00+09:00\"}"
                                        .formatted(reason));
    }

    /** The resident has added something since that answer was drafted, in which a second one wrote. */
    public void outdate(String coAuthorId) {
        draft = draft.replace("\"revision\":3", "\"revision\":3,\"outdated\":true")
                .replace("\"at\":\"2026-11-24T15", "\"authors\":[\"%s\"],\"at\":\"2026-11-24T15".formatted(coAuthorId));
    }

    /** Puts the case into a state. */
    public void become(String newStatus) {
        status = newStatus;
    }

    private void ask(String what) {
        asked.add(what);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public Mine mine(String phoneToken) {
        ask("mine " + phoneToken);
        return new Mine(
                List.of(new MyComplaint(NUMBER, CODE, HOSTILE, "inProgress", "처리중", "2026-11-23T10:12:30+09:00")));
    }

    @Override
    public Receipt file(Filing filing, String idempotencyKey) {
        filings.add(filing);
        ask("file " + idempotencyKey);
        return RECEIPT;
    }

    @Override
    public Receipt file(MultiValueMap<String, HttpEntity<?>> parts, String idempotencyKey) {
        filings.add((Filing) parts.getFirst("complaint").getBody());
        ask("file " + parts.get("photos").size() + " photos");
        return RECEIPT;
    }

    @Override
    public PublicCase lookUp(String receiptNumber, String code) {
        if (!receiptNumber.equals(NUMBER) || !code.equals(CODE)) {
            throw Refusal.of(404, "complaint-not-found");
        }
        return JSON.readValue(json("\"rating\":" + rating()), PublicCase.class);
    }

    @Override
    public StaffCase staffCase(String receiptNumber, String reveal) {
        asked.add(reveal == null ? "read" : "reveal " + reveal);
        String reporter = reveal == null
                ? "{\"name\":\"홍*동\",\"phone\":\"010-****-5678\",\"masked\":true}"
                : "{\"name\":\"홍길동\",\"phone\":\"01012345678\",\"masked\":false}";
        return JSON.readValue(
                json("\"complaintId\":\"0198f3c2\",\"smsConsent\":true,\"approvalRequired\":" + approvalRequired
                        + ",\"answerDraft\":" + draft + ",\"reporter\":" + reporter),
                StaffCase.class);
    }

    private String moves() {
        return switch (status) {
            case "answered" -> "[\"rating\",\"objection\",\"reopening\"]";
            case "closed", "withdrawn" -> "[]";
            case "supplementRequested" -> "[\"withdrawal\",\"supplements\"]";
            default -> "[\"withdrawal\",\"change\"]";
        };
    }

    private String rating() {
        return status.equals("closed") ? "{\"score\":4,\"comment\":\"고맙습니다\"}" : "null";
    }

    private String json(String more) {
        boolean answered = status.equals("answered") || status.equals("closed");
        return """
                {"receiptNumber":"%s","status":"%s","title":"보안등 %s","body":"내용 %s",
                 "category":"street-light","categoryName":"가로등·보안등","isPublic":false,
                 "location":{"address":"화정3동 12-3"},"submittedAt":"2026-11-23T10:12:30+09:00",
                 "department":{"id":"construction","name":"건설과","contact":"062-000-0000"},
                 "deadline":{"dueAt":"2026-11-26T10:12:30+09:00","period":"3d","steps":["까닭 하나"]},
                 "timeline":[{"at":"2026-11-23T10:12:30+09:00","step":"accepted","text":"접수 %s"}],
                 "supplements":%s,"answers":%s,"attachments":[],
                 "moves":%s,"members":["2611-0000-0017"],"changes":[{"at":"2026-11-24T10:00:00+09:00","text":"위치는 여기입니다 %s"}],"reopenings":[{"cause":"dissatisfied","answer":1,"text":"다시 %s"}],%s}""".formatted(
                        NUMBER,
                        status,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        supplements(),
                        answered
                                ? "[{\"at\":\"2026-11-24T15:30:00+09:00\",\"outcome\":\"수용\",\"text\":\"답변 %s\"}]"
                                        .formatted(HOSTILE)
                                : "[]",
                        moves(),
                        HOSTILE,
                        HOSTILE,
                        more);
    }

    @Override
    public Moved withdraw(String receiptNumber, String code, Withdrawal withdrawal, String idempotencyKey) {
        ask("withdraw " + withdrawal.reason());
        status = "withdrawn";
        return new Moved(receiptNumber, status);
    }

    @Override
    public Moved rate(String receiptNumber, String code, PublicCase.Rating rating, String idempotencyKey) {
        ask("rate " + rating.score() + " " + rating.comment());
        status = "closed";
        return new Moved(receiptNumber, status);
    }

    private String supplements() {
        return status.equals("supplementRequested") ? """
                  [{"number":1,"request":"사진 %s","requestedAt":"2026-11-24T09:00:00+09:00",
                    "answerBy":"2026-12-04T23:59:59+09:00","moreTime":0,"attachments":[]}]""".formatted(HOSTILE) : "[]";
    }

    @Override
    public Map<String, Object> supply(
            String receiptNumber, String code, MultiValueMap<String, HttpEntity<?>> parts, String idempotencyKey) {
        ask("supply " + parts.getFirst("text").getBody());
        status = "inProgress";
        return Map.of();
    }

    @Override
    public Map<String, Object> moreTime(String receiptNumber, String code, Map<String, Object> nothing) {
        ask("more-time");
        return Map.of();
    }

    @Override
    public Map<String, Object> consent(
            String receiptNumber, String code, Map<String, Object> consent, String idempotencyKey) {
        ask("consent " + consent.get("agree"));
        return Map.of();
    }

    @Override
    public Map<String, Object> reopen(
            String receiptNumber, String move, String code, Map<String, Object> body, String idempotencyKey) {
        ask(move + " " + body);
        return Map.of();
    }

    @Override
    public Map<String, Object> take(
            String receiptNumber, String step, String move, Map<String, Object> body, String idempotencyKey) {
        ask(step + "/" + move + " " + body);
        return Map.of();
    }

    @Override
    public Register register(String month, String cursor) {
        ask("register " + month + " " + cursor);
        String line = """
                {"receiptNumber":"%s","submittedAt":"2026-11-23T10:12:30+09:00","title":"=보안등 %s 😀",
                 "categoryName":"가로등","reporter":"홍*동","status":"answered","outcome":"수용"}""".formatted(NUMBER, HOSTILE);
        return JSON.readValue(
                "{\"items\":[" + line + "],\"next\":" + (cursor == null ? "\"more\"" : "null") + "}", Register.class);
    }

    @Override
    public Search search(String q, String cursor) {
        ask("search " + q + " " + cursor);
        if (q.startsWith("010")) {
            return JSON.readValue(
                    "{\"items\":[],\"byNumber\":false,\"hint\":{\"code\":\"personal-number\"}}", Search.class);
        }
        if (q.equals("없는낱말") || q.equals("2611-0000-0017")) {
            return new Search(List.of(), q.startsWith("2611"), null, null);
        }
        if (q.equals("드문낱말")) {
            return new Search(List.of(), false, "older", null);
        }
        String found = """
                {"receiptNumber":"%s","title":"보안등 %s","category":"street-light","departmentId":"construction",
                 "status":"inProgress","submittedAt":"2026-11-23T10:12:30+09:00","excerpt":"…골목 보안등이 %s",
                 "titleHits":[{"from":0,"to":3}],
                 "excerptHits":[{"from":4,"to":7},{"from":5,"to":6},{"from":9,"to":9},{"from":900,"to":903}]}""".formatted(NUMBER, HOSTILE, HOSTILE);
        return JSON.readValue(
                "{\"items\":[" + found + "],\"byNumber\":" + q.equals(NUMBER) + ",\"next\":"
                        + (cursor == null ? "\"older\"" : "null") + "}",
                Search.class);
    }

    @Override
    public Related related(String receiptNumber) {
        return JSON.readValue("""
                {"receiptNumber":"%s","status":"%s","likelyRepeat":true,"repeatOf":["2611-0000-0017"],"earlier":[
                 {"receiptNumber":"2611-0000-0017","title":"보안등 %s","status":"answered",
                  "submittedAt":"2026-11-03T10:12:30+09:00","results":1,"alike":true},
                 {"receiptNumber":"2611-0000-0028","title":"쓰레기","status":"closed",
                  "submittedAt":"2026-11-02T10:12:30+09:00","results":1,"alike":false}]}""".formatted(NUMBER, status, HOSTILE), Related.class);
    }

    @Override
    public AskedByLink link(String token) {
        ask("link " + token);
        return asked(token);
    }

    @Override
    public AskedByLink answerLink(String token, Map<String, Object> answer, String idempotencyKey) {
        ask("answer-link " + answer);
        return asked(token);
    }

    @Override
    public AskedByLink answerLink(String token, MultiValueMap<String, HttpEntity<?>> parts, String idempotencyKey) {
        ask("answer-link " + parts.getFirst("text").getBody() + " with "
                + parts.get("photos").size());
        return asked(token);
    }

    private static AskedByLink asked(String token) {
        boolean supplement = token.contains("s1-");
        return new AskedByLink(
                NUMBER,
                "supplementRequested",
                "보안등 <b>",
                supplement ? "supplement" : "consent",
                "사진을 <i>보내</i> 주세요.",
                supplement ? "2026-12-04T23:59:59+09:00" : null,
                supplement ? null : "2026-12-21T18:00:00+09:00",
                supplement && !token.startsWith("texted") ? 0 : null,
                null,
                token.startsWith("texted") ? true : null);
    }

    @Override
    public Map<String, Object> take(
            String receiptNumber, String step, Map<String, Object> body, String idempotencyKey) {
        ask(step + " " + body);
        return Map.of();
    }

    @Override
    public Map<String, Object> answer(String receiptNumber, StaffAnswer answer, String idempotencyKey) {
        ask("answer " + answer.outcome() + " " + answer.text());
        status = "answered";
        return Map.of();
    }

    @Override
    public ResponseEntity<byte[]> attachment(String receiptNumber, String attachmentId, String code) {
        return ResponseEntity.ok(new byte[] {1, 2, 3});
    }

    @Override
    public ResponseEntity<byte[]> staffAttachment(String receiptNumber, String attachmentId) {
        return ResponseEntity.ok(new byte[] {1, 2, 3});
    }
}
