package kr.minwon.routing.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** An office's policies by the day they are in force (시행일): each day has one, and only one. */
public final class PolicyHistory {
    private final NavigableMap<LocalDate, PolicyVersion> versions = new TreeMap<>();

    /** What versions come to. */
    public sealed interface Result {
        /** A whole history. */
        record Whole(PolicyHistory history) implements Result {}

        /** Between the version before it and this one there are days without a policy. */
        record Gap(int line) implements Result {}

        /** It begins on a day that has a policy already. */
        record Overlap(int line) implements Result {}

        /** After it, and it is the last, there are days without a policy. */
        record Ends(int line) implements Result {}
    }

    private record Numbered(int number, PolicyVersion version) {}

    private PolicyHistory(List<PolicyVersion> sorted) {
        sorted.forEach(version -> versions.put(version.from(), version));
    }

    /** The history of an office that has never changed its policy. */
    public static PolicyHistory always(Policy policy) {
        return new PolicyHistory(List.of(PolicyVersion.since(LocalDate.MIN, policy, null)));
    }

    /** The history of versions in any order; a wrong one is named by its place among them, from 1. */
    public static Result of(List<PolicyVersion> versions) {
        List<Numbered> sorted = IntStream.range(0, versions.size())
                .mapToObj(index -> new Numbered(index + 1, versions.get(index)))
                .sorted(Comparator.comparing(
                        (Numbered numbered) -> numbered.version().from()))
                .toList();
        for (int index = 1; index < sorted.size(); index++) {
            LocalDate before = sorted.get(index - 1).version().until();
            Numbered next = sorted.get(index);
            if (!next.version().from().isAfter(before)) {
                return new Result.Overlap(next.number());
            }
            if (!next.version().from().equals(before.plusDays(1))) {
                return new Result.Gap(next.number());
            }
        }
        Numbered last = sorted.getLast();
        return last.version().until().equals(LocalDate.MAX)
                ? new Result.Whole(
                        new PolicyHistory(sorted.stream().map(Numbered::version).toList()))
                : new Result.Ends(last.number());
    }

    /** The same with one more version: what is in force the day before it begins ends that day. */
    public Result with(PolicyVersion next) {
        List<PolicyVersion> all = new ArrayList<>(versions());
        PolicyVersion before = all.getLast();
        if (next.from().isAfter(before.from())) {
            all.set(all.size() - 1, before.until(next.from().minusDays(1)));
        }
        all.add(next);
        return of(all);
    }

    /** The policy that a day's cases are accepted under; none before the first. */
    public Optional<Policy> at(LocalDate day) {
        return version(day).map(PolicyVersion::policy);
    }

    /** The version of a day; none before the first. */
    public Optional<PolicyVersion> version(LocalDate day) {
        return Optional.ofNullable(versions.floorEntry(day)).map(Map.Entry::getValue);
    }

    /** The version of that name. */
    public Optional<PolicyVersion> named(String name) {
        // A few at most: an office changes its policy once or twice a year.
        for (PolicyVersion version : versions.values()) {
            if (version.name().equals(name)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** Every version, oldest first. */
    public List<PolicyVersion> versions() {
        return List.copyOf(versions.values());
    }

    /** The one that holds until further notice. */
    public PolicyVersion last() {
        return versions.lastEntry().getValue();
    }
}
