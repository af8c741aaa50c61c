package kr.minwon.complaint.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Complaints in every state. */
public final class ComplaintMother {
    public static final Instant FILED_AT =
            OffsetDateTime.parse("2026-11-23T10:12:30.123+09:00").toInstant();
    public static final Instant LATER =
            OffsetDateTime.parse("2026-11-24T15:30:00+09:00").toInstant();
    public static final ComplaintId ID = new ComplaintId("0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11");
    public static final Department CONSTRUCTION = new Department("construction", "건설과", "062-000-0000");
    public static final Department WASTE = new Department("waste", "청소행정과", "062-000-0001");
    public static final Officer OFFICER = new Officer("acc-construction-1", "건설과 담당");
    public static final Deadline DEADLINE = new Deadline(
            OffsetDateTime.parse("2026-11-26T10:12:30.123+09:00").toInstant(),
            "3d",
            List.of("11월 26일(목) 10시 12분까지 처리합니다."),
            "기타민원");
    /** Numbers of other complaints. */
    public static final List<String> NUMBERS = Stream.iterate(1, n -> n + 1)
            .map(n -> ReceiptNumber.draw(FILED_AT, new Random(n)).value())
            .limit(6)
            .toList();

    public static final Reporter REPORTER =
            new Reporter("v1.f1.AAECAwQFBgcICQoLDA0ODw", "v1.f1.AAECAwQFBgcICQoLDA0ODw", "c1:3q2-7wAAAAA");

    public static final Procedures.Acting ACTING = new Procedures.Acting(OFFICER, Set.of("construction"));
    public static final Ending ELSEWHERE = new Ending(LATER, "시에서 관리하는 도로입니다.", "광주광역시청", null);
    /** After the time of a first request and of a second. */
    public static final Instant AFTER_ALL = LATER.plus(Duration.ofDays(40));

    /** Who approves what OFFICER drafts. */
    public static final Procedures.Acting LEAD =
            new Procedures.Acting(new Officer("acc-construction-lead", "건설과장"), Set.of("construction"));

    private ComplaintMother() {}

    public static Filing filing(ComplaintStatus filedAs) {
        return filing(filedAs, ID, "2611-4821-9375", REPORTER);
    }

    /** Another complaint, of that person. */
    public static Filing another(int number, String contactId) {
        return another(number, new Reporter(REPORTER.sealedName(), REPORTER.sealedPhone(), contactId));
    }

    /** Another complaint, of whoever that is. */
    public static Filing another(int number, Reporter reporter) {
        return filing(
                ComplaintStatus.ACCEPTED,
                new ComplaintId("0198f3c2-7a10-7c3e-9b51-5f0a4d2e8d0" + number),
                NUMBERS.get(number),
                reporter);
    }

    private static Filing filing(ComplaintStatus filedAs, ComplaintId id, String number, Reporter reporter) {
        return new Filing(
                id,
                "seogu",
                ReceiptNumber.parse(number).orElseThrow(),
                "골목 보안등이 꺼졌어요",
                "사흘째 꺼져 있습니다.",
                "street-light",
                new Location("광주광역시 서구 화정3동 12-3", 35.1468, 126.8781),
                reporter,
                true,
                false,
                List.of(),
                FILED_AT,
                filedAs,
                "l1",
                Language.KOREAN,
                new RequestMark(id.equals(ID) ? "first" : number, "c1:content"),
                Filing.Channel.ONLINE);
    }

    /** A complaint in that state, come there by its own verbs. */
    public static Complaint in(ComplaintStatus status) {
        return switch (status) {
            case FILED -> Complaint.file(filing(ComplaintStatus.FILED)).complaint();
            case ACCEPTED -> Complaint.file(filing(ComplaintStatus.ACCEPTED)).complaint();
            case ASSIGNED -> changed(in(ComplaintStatus.ACCEPTED).assigned(CONSTRUCTION, DEADLINE, LATER, 1));
            case IN_PROGRESS -> changed(in(ComplaintStatus.ASSIGNED).claimed(CONSTRUCTION, OFFICER, LATER));
            case ANSWERED -> changed(answer(in(ComplaintStatus.IN_PROGRESS)));
            case CLOSED -> changed(in(ComplaintStatus.ANSWERED).rate(5, "고맙습니다", LATER, null));
            case SUPPLEMENT_REQUESTED -> changed(askedOnce(in(ComplaintStatus.IN_PROGRESS)));
            case RETURNED -> changed(Procedures.giveBack(askedTwice(), "보내지 않으셨습니다.", ACTING, AFTER_ALL, null));
            case TRANSFERRED -> changed(Procedures.transferred(in(ComplaintStatus.ASSIGNED), ELSEWHERE, CONSTRUCTION));
            case WITHDRAWN -> changed(in(ComplaintStatus.ASSIGNED).withdraw("해결됨", LATER, null));
        };
    }

    /** Asked for a supplement, with ten days to answer. */
    public static Decision askedOnce(Complaint complaint) {
        return Procedures.requestSupplement(complaint, "사진을 보내 주세요.", 10, ACTING, LATER, null);
    }

    /** Asked again when the first ten days were over. */
    public static Complaint askedTwice() {
        Instant over = LATER.plus(Duration.ofDays(12));
        return changed(Procedures.requestSupplement(
                in(ComplaintStatus.SUPPLEMENT_REQUESTED), "사진을 꼭 보내 주세요.", 10, ACTING, over, null));
    }

    /** An answer of OFFICER waits for approval. */
    public static Decision draft(Complaint complaint) {
        return Drafts.save(complaint, Outcome.REFUSED, "관할이 아닙니다.", null, ACTING, LATER);
    }

    public static Decision answer(Complaint complaint) {
        return answer(complaint, null);
    }

    public static Decision answer(Complaint complaint, RequestMark request) {
        return complaint.answer(Outcome.GRANTED, "고쳤습니다.", OFFICER, Set.of("construction"), LATER, request);
    }

    public static Complaint changed(Decision decision) {
        return ((Decision.Changed) decision).complaint();
    }
}
