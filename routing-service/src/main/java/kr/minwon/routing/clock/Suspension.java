package kr.minwon.routing.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days that are not counted (행정절차법 시행령 제11조), such as from the day a supplement (보완) is asked for to the day it
 * arrives, both included.
 */
public record Suspension(LocalDate from, LocalDate to) {
    public Suspension {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a suspension ends on the day it begins or later");
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The same days, in order, without overlaps: no day is left out twice. */
    static List<Suspension> merged(List<Suspension> suspensions) {
        if (suspensions.size() < 2) {
            return List.copyOf(suspensions);
        }
        List<Suspension> apart = new ArrayList<>();
        suspensions.stream().sorted(Comparator.comparing(Suspension::from)).forEach(next -> {
            Suspension last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || next.from().isAfter(last.to().plusDays(1))) {
                apart.add(next);
            } else if (next.to().isAfter(last.to())) {
                apart.set(apart.size() - 1, new Suspension(last.from(), next.to()));
            }
        });
        return apart;
    }
}
