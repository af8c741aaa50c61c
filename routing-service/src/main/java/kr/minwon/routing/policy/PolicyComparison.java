package kr.minwon.routing.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.workitem.Standing;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkItems;
import org.springframework.stereotype.Component;

/**
 * What a policy would have done to past cases, were they accepted under it instead of under today's: with all that has
 * happened to them since, and their own category. Reads, writes nothing.
 */
@Component
public class PolicyComparison {
    /** Of each sort of case (running, waiting, closed) so many: the newest by their deadline or closing. */
    static final int MOST_OF_EACH = 1_000;

    private static final int MOST_EXAMPLES = 20;
    private static final Comparator<Example> BY_CHANGE = Comparator.comparing(Example::change);

    private final WorkItems items;
    private final StatutoryClocks clocks;

    PolicyComparison(WorkItems items, StatutoryClocks clocks) {
        this.items = items;
        this.clocks = clocks;
    }

    /** @param complete whether every case of the office was looked at */
    public record Compared(long compared, boolean complete, long earlier, long later, List<Example> examples) {
        public Compared {
            examples = List.copyOf(examples);
        }

        public long same() {
            return compared - earlier - later;
        }
    }

    /**
     * A case that would have another deadline.
     *
     * @param dueAt by today's policy
     */
    public record Example(WorkItem item, Instant dueAt, Instant wouldBe) {
        private Duration change() {
            return Duration.between(dueAt, wouldBe).abs();
        }
    }

    /** Today's policy beside another. */
    Compared compare(Office office, Policy today, Policy draft) {
        Tally tally = new Tally(office, today, draft);
        tally.all(items.stretch(office.id(), true, Standing.RUNNING, Instant.EPOCH, null, MOST_OF_EACH)
                .items());
        tally.all(items.stretch(office.id(), true, Standing.WAITING, Instant.EPOCH, null, MOST_OF_EACH)
                .items());
        tally.all(items.lastClosed(office.id(), MOST_OF_EACH));
        return tally.result();
    }

    /** Counts, and keeps no more cases than it shows. */
    private final class Tally {
        private final Office office;
        private final Policy today;
        private final Policy draft;
        private final Queue<Example> earlier = new PriorityQueue<>(BY_CHANGE);
        private final Queue<Example> later = new PriorityQueue<>(BY_CHANGE);
        private long compared;
        private long countEarlier;
        private long countLater;
        private boolean complete = true;

        Tally(Office office, Policy today, Policy draft) {
            this.office = office;
            this.today = today;
            this.draft = draft;
        }

        void all(List<WorkItem> cases) {
            cases.forEach(this::one);
            compared += cases.size();
            complete &= cases.size() < MOST_OF_EACH;
        }

        private void one(WorkItem item) {
            Instant dueAt = clocks.dueUnder(office, today, item);
            Instant wouldBe = clocks.dueUnder(office, draft, item);
            if (wouldBe.isBefore(dueAt)) {
                countEarlier++;
                keep(earlier, new Example(item, dueAt, wouldBe));
            } else if (wouldBe.isAfter(dueAt)) {
                countLater++;
                keep(later, new Example(item, dueAt, wouldBe));
            }
        }

        private static void keep(Queue<Example> examples, Example example) {
            examples.add(example);
            if (examples.size() > MOST_EXAMPLES) {
                examples.poll();
            }
        }

        /** Examples of both, as far as there are: earlier ones first, because they hurt, the greatest change first. */
        Compared result() {
            int some = Math.min(earlier.size(), Math.max(MOST_EXAMPLES / 2, MOST_EXAMPLES - later.size()));
            List<Example> examples = new ArrayList<>();
            earlier.stream().sorted(BY_CHANGE.reversed()).limit(some).forEach(examples::add);
            later.stream()
                    .sorted(BY_CHANGE.reversed())
                    .limit(MOST_EXAMPLES - some)
                    .forEach(examples::add);
            return new Compared(compared, complete, countEarlier, countLater, examples);
        }
    }
}
