package kr.minwon.notification.figures;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Costs;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.PhoneCheck;
import kr.minwon.notification.message.Reason;
import org.jspecify.annotations.Nullable;

/** Counts the texts of a day anew, a page of them at a time. */
public final class Counting {
    /** Days are those of Seoul. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final int AT_ONCE = 200;

    private final Figures figures;
    private final Cases cases;
    private final Costs costs;
    private final Rest rest;

    /** @param rest what it takes between two pages of a day's texts */
    public Counting(Figures figures, Cases cases, Costs costs, Rest rest) {
        this.figures = figures;
        this.cases = cases;
        this.costs = costs;
        this.rest = rest;
    }

    private record Sum(long count, BigDecimal cost) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, cost.add(other.cost));
        }
    }

    /** The day on which a message was made. */
    public static LocalDate dayOf(Message message) {
        return message.queuedAt().atZone(SEOUL).toLocalDate();
    }

    /**
     * Counts a day.
     *
     * @return false when somebody else stored other figures meanwhile: they may know less, so it is to be done again
     */
    public boolean count(String officeId, LocalDate day, Instant now) throws InterruptedException {
        // Before anything is read: figures that are stored later than this know at least as much.
        long version = figures.version(officeId, day);
        Map<DayFigures.Like, Sum> sums = new LinkedHashMap<>();
        Instant from = day.atStartOfDay(SEOUL).toInstant();
        Instant before = day.plusDays(1).atStartOfDay(SEOUL).toInstant();
        Message last = null;
        List<Message> some;
        do {
            long began = System.nanoTime();
            some = figures.messages(officeId, from, before, last, AT_ONCE);
            add(some, sums);
            if (some.size() == AT_ONCE) {
                last = some.getLast();
                rest.after(Duration.ofNanos(System.nanoTime() - began));
            }
        } while (some.size() == AT_ONCE);
        return figures.store(new DayFigures(
                officeId,
                day,
                version,
                now,
                sums.entrySet().stream()
                        .map(sum -> new DayFigures.Line(
                                sum.getKey(),
                                sum.getValue().count(),
                                sum.getValue().cost()))
                        .toList()));
    }

    private void add(List<Message> some, Map<DayFigures.Like, Sum> sums) {
        Set<String> complaintIds = some.stream().flatMap(Counting::complaintIds).collect(Collectors.toSet());
        Map<String, CaseRecord> about = complaintIds.isEmpty() ? Map.of() : cases.all(complaintIds);
        for (Message message : some) {
            sums.merge(like(message, about), new Sum(1, costs.of(message)), Sum::plus);
        }
    }

    private static Stream<String> complaintIds(Message message) {
        return switch (message.about()) {
            case About one -> Stream.of(one.complaintId());
            case Digest digest -> digest.complaintIds().stream();
            case PhoneCheck code -> Stream.empty();
            case MailingPart part -> Stream.empty();
        };
    }

    private static DayFigures.Like like(Message message, Map<String, CaseRecord> about) {
        Reason reason = message.progress().reason();
        Cause cause = reason == null ? null : reason.cause();
        return new DayFigures.Like(
                switch (message.about()) {
                    case About one -> "case";
                    case Digest digest -> "digest";
                    case PhoneCheck code -> "code";
                    case MailingPart part -> "mailing";
                },
                department(message, about),
                message.urgency().wireName(),
                message.progress().provider(),
                message.state().wireName(),
                cause == null ? (reason == null ? null : "unexplained") : cause.wireName());
    }

    private static @Nullable String department(Message message, Map<String, CaseRecord> about) {
        if (message.about() instanceof MailingPart part) {
            return part.departmentId();
        }
        List<String> departments = complaintIds(message)
                .map(about::get)
                .filter(Objects::nonNull)
                .map(CaseRecord::departmentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return departments.size() == 1 ? departments.getFirst() : null;
    }
}
