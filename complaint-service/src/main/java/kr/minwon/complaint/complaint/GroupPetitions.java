package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.complaint.complaint.Procedures.Acting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Handles petitions of one purpose as one (다수인관련민원, 민원처리법 시행령 §6⑥): five people at least. The leading petition is
 * written first; the others follow it in the background, also after a crash.
 */
@Component
public class GroupPetitions {
    private static final Logger log = LoggerFactory.getLogger(GroupPetitions.class);

    private final Complaints complaints;
    private final Reporters reporters;
    private final ComplaintMeters meters;
    private final Clock clock;

    GroupPetitions(Complaints complaints, Reporters reporters, ComplaintMeters meters, Clock clock) {
        this.complaints = complaints;
        this.reporters = reporters;
        this.meters = meters;
        this.clock = clock;
    }

    /** What became of joining petitions. */
    public sealed interface Result {
        /** The leading petition decided. */
        record Decided(Decision decision) implements Result {}

        /** One of the others cannot be taken. */
        record OtherRefused(String receiptNumber, Fault fault) implements Result {}

        /** Fewer than five people. */
        record TooFewPeople(int people) implements Result {}
    }

    /** Why another petition cannot be taken. */
    public enum Fault {
        /** No petition of the office has that number. */
        UNKNOWN,
        /** It is the leading one itself. */
        ITSELF,
        /** Another department has it. */
        OTHER_DEPARTMENT,
        /** Not accepted yet, waiting for a supplement, or over. */
        NOT_OPEN,
        /** It was answered before, and its resident wants an answer of their own. */
        ANSWERED_BEFORE,
        /** It is handled with another petition, or leads others. */
        TAKEN
    }

    /** Joins others to a leading petition. */
    public Result merge(
            Complaint leading, List<String> typedNumbers, String reason, Acting by, @Nullable RequestMark request) {
        Decision foreseen = Groups.merge(leading, List.of(), reason, by, now(), request);
        if (!(foreseen instanceof Decision.Changed)) {
            return decided(foreseen);
        }
        List<Complaint> others = new ArrayList<>();
        for (String typed : new LinkedHashSet<>(typedNumbers)) {
            Complaint other = ReceiptNumber.parse(typed)
                    .flatMap(complaints::find)
                    .filter(found ->
                            found.filing().officeId().equals(leading.filing().officeId()))
                    .orElse(null);
            Fault fault = other == null ? Fault.UNKNOWN : fault(other, leading, by);
            if (other == null || fault != null) {
                return new Result.OtherRefused(typed, Objects.requireNonNull(fault));
            }
            others.add(other);
        }
        int people = people(leading, others);
        if (people < Limits.PEOPLE) {
            return new Result.TooFewPeople(people);
        }
        List<ReceiptNumber> numbers =
                others.stream().map(other -> other.filing().receiptNumber()).toList();
        return decided(complaints.decide(leading.id(), now -> Groups.merge(now, numbers, reason, by, now(), request)));
    }

    /** Separates them again. */
    public Decision dissolve(Complaint leading, Acting by) {
        Decision decision = complaints.decide(leading.id(), now -> Groups.dissolve(now, by, now()));
        meters.move("separate", decision);
        return decision;
    }

    /** Makes those that belong to leading petitions what these say of them, as far as it is not done. */
    public void settleAll(int most) {
        for (ComplaintId leading : complaints.pendingGroups(most)) {
            try {
                settle(leading);
            } catch (RuntimeException e) {
                // One group must not keep the others waiting; it is pending in the next round too.
                log.warn("{}: its petitions do not follow yet: {}", leading, e.toString());
            }
        }
    }

    private void settle(ComplaintId leadingId) {
        Complaint leading = complaints.find(leadingId).orElseThrow();
        Group group = leading.progress().procedure().group();
        if (group == null || !group.pending()) {
            return;
        }
        for (ReceiptNumber number : group.members()) {
            complaints.find(number).ifPresent(other -> follow(other.id(), leading));
        }
        complaints.decide(leadingId, now -> Groups.settled(now, leading));
    }

    /** Joined first, answered then: each is a step of its own, told to the resident. */
    private void follow(ComplaintId other, Complaint leading) {
        Decision step;
        do {
            step = complaints.decide(other, now -> Groups.follow(now, leading, now()));
        } while (step instanceof Decision.Changed);
    }

    private Result decided(Decision decision) {
        meters.move("merge", decision);
        return new Result.Decided(decision);
    }

    private static @Nullable Fault fault(Complaint other, Complaint leading, Acting by) {
        Procedure procedure = other.progress().procedure();
        Department department = other.progress().department();
        if (other.id().equals(leading.id())) {
            return Fault.ITSELF;
        }
        if (department != null && !by.departments().contains(department.id())) {
            return Fault.OTHER_DEPARTMENT;
        }
        if (!Procedures.isWorkable(other)) {
            return Fault.NOT_OPEN;
        }
        if (!other.progress().answers().isEmpty()) {
            return Fault.ANSWERED_BEFORE;
        }
        Merger merger = procedure.merger();
        boolean elsewhere =
                merger != null && !merger.into().equals(leading.filing().receiptNumber());
        return elsewhere || procedure.leads() ? Fault.TAKEN : null;
    }

    private int people(Complaint leading, List<Complaint> others) {
        Set<String> people = new HashSet<>();
        people.add(person(leading));
        others.forEach(other -> people.add(person(other)));
        Group group = leading.progress().procedure().group();
        if (group != null && group.isTogether()) {
            group.members().forEach(number -> complaints.find(number).ifPresent(other -> people.add(person(other))));
        }
        return people.size();
    }

    /** Nobody knows whether two without a phone are two: together they count as one. */
    private String person(Complaint complaint) {
        Reporter reporter = complaint.filing().reporter();
        return reporters.phone(reporter).isEmpty() ? "" : reporter.contactId();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
