package kr.minwon.routing.clock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** An office's policies by the day they are in force (시행일), without a day between that has none or two. */
public final class PolicyHistory {
    private final NavigableMap<LocalDate, Line> lines = new TreeMap<>();

    /**
     * A policy and its days.
     *
     * @param until its last day, {@link LocalDate#MAX} where none is set
     */
    public record Line(LocalDate from, LocalDate until, ClockPolicy policy) {
        public Line {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a policy ends on the day it begins or later");
            }
        }

        /** A policy that holds until further notice. */
        public static Line since(LocalDate from, ClockPolicy policy) {
            return new Line(from, LocalDate.MAX, policy);
        }
    }

    /** What lines come to. */
    public sealed interface Result {
        /** A whole history. */
        record Whole(PolicyHistory history) implements Result {}

        /** Between the line before it and this one there are days without a policy. */
        record Gap(int line) implements Result {}

        /** It begins on a day that has a policy already. */
        record Overlap(int line) implements Result {}
    }

    private record Numbered(int number, Line line) {}

    private PolicyHistory(List<Numbered> sorted) {
        sorted.forEach(next -> lines.put(next.line().from(), next.line()));
    }

    /** The history of lines in any order; a wrong one is named by its place among them, from 1. */
    public static Result of(List<Line> lines) {
        List<Numbered> sorted = IntStream.range(0, lines.size())
                .mapToObj(index -> new Numbered(index + 1, lines.get(index)))
                .sorted(Comparator.comparing(
                        (Numbered numbered) -> numbered.line().from()))
                .toList();
        for (int index = 1; index < sorted.size(); index++) {
            LocalDate before = sorted.get(index - 1).line().until();
            Numbered next = sorted.get(index);
            if (!next.line().from().isAfter(before)) {
                return new Result.Overlap(next.number());
            }
            if (!next.line().from().equals(before.plusDays(1))) {
                return new Result.Gap(next.number());
            }
        }
        return new Result.Whole(new PolicyHistory(sorted));
    }

    /** The policy of a day; none before the first or after the last. */
    public Optional<ClockPolicy> at(LocalDate day) {
        return Optional.ofNullable(lines.floorEntry(day))
                .map(Map.Entry::getValue)
                .filter(line -> !day.isAfter(line.until()))
                .map(Line::policy);
    }
}
