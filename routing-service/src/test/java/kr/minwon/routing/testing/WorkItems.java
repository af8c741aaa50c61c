package kr.minwon.routing.testing;

import java.time.Instant;
import java.util.List;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.SeededOffices;
import kr.minwon.routing.workitem.Petition;
import kr.minwon.routing.workitem.StatutoryClock;
import kr.minwon.routing.workitem.WorkItem;

/** Work items to begin a test with. */
public final class WorkItems {
    public static final Office SEOGU = SeededOffices.seogu();
    public static final Instant ACCEPTED = Instant.parse("2026-11-23T01:12:30.123Z");
    public static final String COMPLAINT = "0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11";

    private WorkItems() {}

    /** A street light that is out: the construction department's, three days. */
    public static Petition petition() {
        return new Petition(COMPLAINT, "seogu", "2611-4821-9375", "골목 보안등이 꺼졌어요", "street-light", ACCEPTED, ACCEPTED);
    }

    public static StatutoryClock clock() {
        return new StatutoryClock(
                "기타민원",
                "3d",
                ACCEPTED,
                Instant.parse("2026-11-26T01:12:30.123Z"),
                List.of("11월 23일(월) 10시 12분에 접수되었습니다.", "따라서 11월 26일(목) 10시 12분까지 처리합니다."),
                "2026-01",
                false);
    }

    /** Placed by rule, nobody's yet. */
    public static WorkItem assigned() {
        return WorkItem.start(petition(), SEOGU.place("street-light"), clock(), ACCEPTED.plusSeconds(1))
                .next();
    }
}
