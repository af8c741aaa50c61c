package kr.minwon.routing.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Policy;
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
    public record Example(WorkItem item, Instant dueAt, Instant wouldBe) {}

    /** Today's policy beside another. */
    Compared compare(Office office, Policy today, Policy draft) {
        List<List<WorkItem>> sorts = List.of(
                items.stretch(office.id(), true, false, Instant.EPOCH, null, MOST_OF_EACH)
                        .items(),
                items.stretch(office.id(), true, true, Instant.EPOCH, null, MOST_OF_EACH)
                        .items(),
                items.lastClosed(office.id(), MOST_OF_EACH));
        boolean complete = sorts.stream().allMatch(sort -> sort.size() < MOST_OF_EACH);
        List<Example> earlier = new ArrayList<>();
        List<Example> later = new ArrayList<>();
        long compared = 0;
        for (List<WorkItem> sort : sorts) {
            for (WorkItem item : sort) {
                compared++;
                changed(office, today, draft, item)
                        .ifPresent(example ->
                                (example.wouldBe().isBefore(example.dueAt()) ? earlier : later).add(example));
            }
        }
        return new Compared(compared, complete, earlier.size(), later.size(), some(earlier, later));
    }

    private Optional<Example> changed(Office office, Policy today, Policy draft, WorkItem item) {
        Instant dueAt = clocks.dueUnder(office, today, item);
        Instant wouldBe = clocks.dueUnder(office, draft, item);
        return dueAt.equals(wouldBe) ? Optional.empty() : Optional.of(new Example(item, dueAt, wouldBe));
    }

    /** Of both, as far as there are: earlier ones first, because they hurt. */
    private static List<Example> some(List<Example> earlier, List<Example> later) {
        int ofEarlier = Math.min(earlier.size(), Math.max(MOST_EXAMPLES / 2, MOST_EXAMPLES - later.size()));
        List<Example> examples = new ArrayList<>(earlier.subList(0, ofEarlier));
        examples.addAll(later.subList(0, Math.min(later.size(), MOST_EXAMPLES - ofEarlier)));
        return examples;
    }
}
