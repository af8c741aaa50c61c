package kr.minwon.routing.testing;

import java.time.Instant;
import java.time.LocalDate;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.SeededOffices;
import kr.minwon.routing.workitem.Counting;
import kr.minwon.routing.workitem.Petition;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkRuns;

/** Work items to begin a test with. */
public final class WorkItems {
    public static final Office SEOGU = SeededOffices.seogu();
    public static final Instant ACCEPTED = Instant.parse("2026-11-23T01:12:30.123Z");
    public static final LocalDate ACCEPTED_ON = LocalDate.of(2026, 11, 23);
    public static final String COMPLAINT = "0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11";

    private WorkItems() {}

    /** A street light that is out: the construction department's, three days. */
    public static Petition petition() {
        return new Petition(COMPLAINT, "seogu", "2611-4821-9375", "골목 보안등이 꺼졌어요", "street-light", ACCEPTED, ACCEPTED);
    }

    public static Counting counting() {
        return new Counting(new StatutoryClocks(Holidays.known(), Holidays.provisional()), SEOGU);
    }

    /** Placed by rule, nobody's yet. */
    public static WorkItem assigned() {
        return placed("street-light");
    }

    /** The same petition in another category, and so of another kind and period. */
    public static WorkItem placed(String category) {
        return WorkRuns.start(petition(), SEOGU.place(category, ACCEPTED_ON), counting(), ACCEPTED.plusSeconds(1))
                .next();
    }
}
