package kr.minwon.routing.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.OfficePolicies;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.office.PolicyVersion;
import kr.minwon.routing.workitem.StatutoryClocks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an administrator does to an office's policy: drafts one, compares it, activates it, takes it back. */
@Component
public class PolicyDesk {
    private static final Logger log = LoggerFactory.getLogger(PolicyDesk.class);

    private final OfficePolicies offices;
    private final StatutoryClocks clocks;
    private final PolicyComparison comparison;
    private final Clock clock;

    PolicyDesk(OfficePolicies offices, StatutoryClocks clocks, PolicyComparison comparison, Clock clock) {
        this.offices = offices;
        this.clocks = clocks;
        this.comparison = comparison;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** It is the draft, or a version of the office, now. */
        record Done(PolicyVersion version) implements Answer {}

        /** It contradicts itself, the law or the other versions: nothing was changed. */
        record Contradictory(List<PolicyCheck.Fault> faults) implements Answer {}

        /** What it would do. */
        record Compared(PolicyVersion draft, PolicyComparison.Compared result) implements Answer {}

        /** There is no draft. */
        record NoDraft() implements Answer {}

        /** Another draft, or another version, came between. */
        record DraftChanged() implements Answer {}

        /** The office has no version of that name. */
        record NoSuchVersion() implements Answer {}

        /** Cases are accepted under it already. */
        record InForce() implements Answer {}

        /** The key came before, with something else. */
        record KeyReused() implements Answer {}
    }

    /** The office with its versions. */
    public Optional<Office> office(String officeId) {
        return offices.fresh(officeId);
    }

    /** What the office is thinking about. */
    public Optional<PolicyVersion> draft(String officeId) {
        return offices.draft(officeId);
    }

    /** The version in force today. */
    public PolicyVersion today(Office office) {
        return office.policies().version(day()).orElseThrow();
    }

    /** Keeps a draft when it is sound. */
    public Answer draft(String officeId, PolicyLines lines, String by) {
        List<PolicyCheck.Fault> faults = faults(fresh(officeId), lines);
        if (!faults.isEmpty()) {
            return new Answer.Contradictory(faults);
        }
        PolicyVersion draft = PolicyVersion.since(lines.effectiveFrom(), lines.policy(), change(by));
        offices.keep(officeId, draft);
        return new Answer.Done(draft);
    }

    /** Throws the draft away. */
    public Answer discard(String officeId) {
        Optional<PolicyVersion> draft = offices.draft(officeId);
        return draft.isPresent() && offices.discard(officeId) ? new Answer.Done(draft.get()) : new Answer.NoDraft();
    }

    /** What the draft would have done to past cases. */
    public Answer compare(String officeId) {
        Optional<PolicyVersion> draft = offices.draft(officeId);
        if (draft.isEmpty()) {
            return new Answer.NoDraft();
        }
        Office office = fresh(officeId);
        Policy today = today(office).policy();
        return new Answer.Compared(
                draft.get(), comparison.compare(office, today, draft.get().policy()));
    }

    /**
     * Makes the draft the policy of the cases accepted from its first day on; once it is, doing it again does nothing.
     *
     * @param savedAt when the draft was saved that is meant; null for whichever has that name
     */
    public Answer activate(String officeId, String version, @Nullable Instant savedAt, String by) {
        Office office = fresh(officeId);
        Optional<PolicyVersion> draft = offices.draft(officeId);
        if (draft.isEmpty()) {
            Optional<PolicyVersion> done = office.policies().named(version).filter(this::isLater);
            return done.<Answer>map(Answer.Done::new).orElseGet(Answer.NoDraft::new);
        }
        if (!draft.get().name().equals(version) || !isOf(draft.get(), savedAt)) {
            return new Answer.DraftChanged();
        }
        // Days have gone by since it was drafted, or another version came.
        List<PolicyCheck.Fault> faults = faults(office, PolicyLines.of(draft.get()));
        if (!faults.isEmpty()) {
            return new Answer.Contradictory(faults);
        }
        PolicyVersion.Change change = change(by);
        if (!offices.activate(office, draft.get(), change)) {
            return new Answer.DraftChanged();
        }
        log.info(
                "{}: policy {} holds from {} on, by {}",
                officeId,
                version,
                draft.get().from(),
                by);
        return new Answer.Done(draft.get().by(change));
    }

    /**
     * Takes a version back whose first day has not come.
     *
     * @param request by which the same request again is recognised; null when its sender gave no key
     */
    public Answer undo(String officeId, String version, String by, @Nullable RequestMark request) {
        return answered(officeId, request).orElseGet(() -> {
            Optional<PolicyVersion> found = fresh(officeId).policies().named(version);
            if (found.isEmpty()) {
                return new Answer.NoSuchVersion();
            }
            if (!isLater(found.get())) {
                return new Answer.InForce();
            }
            if (!offices.takeBack(officeId, found.get(), request)) {
                return answered(officeId, request).orElseGet(Answer.NoSuchVersion::new);
            }
            log.info("{}: policy {} was taken back by {}", officeId, version, by);
            return new Answer.Done(found.get());
        });
    }

    /** How the same request was answered; empty when there was none yet. */
    private Optional<Answer> answered(String officeId, @Nullable RequestMark request) {
        return Optional.ofNullable(request)
                .flatMap(mark -> offices.takenBack(officeId, mark))
                .map(earlier -> earlier.request().equals(request)
                        ? new Answer.Done(earlier.version())
                        : new Answer.KeyReused());
    }

    private boolean isLater(PolicyVersion version) {
        return version.from().isAfter(day());
    }

    private static boolean isOf(PolicyVersion draft, @Nullable Instant savedAt) {
        PolicyVersion.Change change = draft.change();
        return savedAt == null || (change != null && change.at().equals(savedAt));
    }

    /** What is wrong with a policy for an office. */
    public List<PolicyCheck.Fault> faults(Office office, PolicyLines lines) {
        return PolicyCheck.faults(lines, office, clocks.calendar(office), day());
    }

    private Office fresh(String officeId) {
        return offices.fresh(officeId).orElseThrow();
    }

    private PolicyVersion.Change change(String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new PolicyVersion.Change(by, now);
    }

    /** Today, in Seoul. */
    public LocalDate day() {
        return SeoulTime.local(clock.instant()).toLocalDate();
    }
}
