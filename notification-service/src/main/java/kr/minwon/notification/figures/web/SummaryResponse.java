package kr.minwon.notification.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.notification.figures.DayFigures;
import kr.minwon.notification.figures.DayFigures.Line;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An office's texts of some days.
 *
 * @param countedAt when the day that was counted last was, ISO-8601 in Seoul; null when none was
 * @param total of all days
 * @param waiting how many wait, by lane
 * @param failures by their cause, the commonest first; {@code unexplained} for codes that no table has
 * @param notSent by their cause likewise: dropped, because they had become worthless or nobody wants them
 * @param providers whom texts were handed to
 * @param departments whose cases they tell of, or who sends the mailing; {@code departmentId} is null for none yet or several
 * @param days the first one first; those without texts too
 */
record SummaryResponse(
        String from,
        String to,
        @Nullable String countedAt,
        Totals total,
        List<LanePart> waiting,
        List<CausePart> failures,
        List<CausePart> notSent,
        List<ProviderPart> providers,
        List<DepartmentPart> departments,
        List<DayPart> days) {
    private static final String MERGED = "merged";

    /**
     * @param sent handed to a provider: accepted, delivered or failed there
     * @param accepted of these, what became of them is not known yet
     * @param unknown nobody can tell whether they were sent
     * @param dropped not sent
     * @param merged told by another text, and counted with that
     * @param cost in won without tax, by the prices that are set: what was sent and did not fail
     */
    record Totals(
            long made,
            long sent,
            long accepted,
            long delivered,
            long failed,
            long unknown,
            long waiting,
            long dropped,
            long merged,
            BigDecimal cost) {
        static Totals of(Collection<Line> lines) {
            long accepted = count(lines, in("accepted"));
            long delivered = count(lines, in("delivered"));
            long failed = count(lines, in("failed"));
            return new Totals(
                    count(lines, line -> true),
                    accepted + delivered + failed,
                    accepted,
                    delivered,
                    failed,
                    count(lines, in("unknown")),
                    count(lines, SummaryResponse::waits),
                    count(
                            lines,
                            in("dropped").and(line -> !MERGED.equals(line.like().cause()))),
                    count(lines, line -> MERGED.equals(line.like().cause())),
                    lines.stream().map(Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    record LanePart(String lane, long count) {}

    record CausePart(String cause, long count) {}

    record ProviderPart(String provider, Totals total) {}

    /** @param kind {@code case}, {@code digest}, {@code code} or {@code mailing} */
    record DepartmentPart(String kind, @Nullable String departmentId, Totals total) {}

    record DayPart(String day, Totals total) {}

    private record Bearer(String kind, @Nullable String departmentId) {}

    static SummaryResponse of(LocalDate from, LocalDate to, List<DayFigures> figures) {
        List<Line> lines = figures.stream().flatMap(day -> day.lines().stream()).toList();
        Map<LocalDate, List<Line>> days =
                figures.stream().collect(Collectors.toMap(DayFigures::day, DayFigures::lines));
        return new SummaryResponse(
                from.toString(),
                to.toString(),
                figures.stream()
                        .map(DayFigures::countedAt)
                        .max(Comparator.naturalOrder())
                        .map(SeoulTime::seconds)
                        .orElse(null),
                Totals.of(lines),
                Stream.of(Urgency.values())
                        .map(Urgency::wireName)
                        .map(lane -> new LanePart(
                                lane,
                                count(
                                        lines,
                                        line -> waits(line)
                                                && line.like().lane().equals(lane))))
                        .toList(),
                causes(lines, in("failed")),
                causes(
                        lines,
                        in("dropped").and(line -> !MERGED.equals(line.like().cause()))),
                grouped(lines, line -> line.like().provider()).entrySet().stream()
                        .map(one -> new ProviderPart(one.getKey(), Totals.of(one.getValue())))
                        .sorted(Comparator.comparing(
                                (ProviderPart one) -> -one.total().made()))
                        .toList(),
                grouped(
                                lines,
                                line -> new Bearer(
                                        line.like().kind(), line.like().departmentId()))
                        .entrySet()
                        .stream()
                        .map(one -> new DepartmentPart(
                                one.getKey().kind(), one.getKey().departmentId(), Totals.of(one.getValue())))
                        .sorted(Comparator.comparing(
                                (DepartmentPart one) -> -one.total().made()))
                        .toList(),
                from.datesUntil(to.plusDays(1))
                        .map(day -> new DayPart(day.toString(), Totals.of(days.getOrDefault(day, List.of()))))
                        .toList());
    }

    private static <K> Map<K, List<Line>> grouped(List<Line> lines, Function<Line, @Nullable K> by) {
        Map<K, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            K key = by.apply(line);
            if (key != null) {
                groups.computeIfAbsent(key, none -> new ArrayList<>()).add(line);
            }
        }
        return groups;
    }

    private static List<CausePart> causes(List<Line> lines, Predicate<Line> which) {
        return grouped(
                        lines.stream().filter(which).toList(),
                        line -> Objects.requireNonNullElse(line.like().cause(), "unexplained"))
                .entrySet()
                .stream()
                .map(one -> new CausePart(one.getKey(), count(one.getValue(), line -> true)))
                .sorted(Comparator.comparing((CausePart one) -> -one.count()).thenComparing(CausePart::cause))
                .toList();
    }

    private static Predicate<Line> in(String state) {
        return line -> line.like().state().equals(state);
    }

    private static boolean waits(Line line) {
        return in("queued").or(in("sending")).test(line);
    }

    private static long count(Collection<Line> lines, Predicate<Line> which) {
        return lines.stream().filter(which).mapToLong(Line::count).sum();
    }
}
