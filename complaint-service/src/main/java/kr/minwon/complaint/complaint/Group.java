package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The petitions that are answered with this one. What it says is done to them one by one, again after a crash, until all
 * of them are as it says.
 *
 * @param members the others, at most {@value Limits#GROUP}
 * @param dissolvedAt when they were separated again; null while they are together
 * @param pending whether one of them may not yet be as this says
 * @param request recognises a repeat of the last request that joined some
 */
public record Group(
        List<ReceiptNumber> members,
        String reason,
        Officer by,
        Instant at,
        @Nullable Instant dissolvedAt,
        boolean pending,
        @Nullable RequestMark request) {
    public Group {
        members = List.copyOf(members);
    }

    boolean isTogether() {
        return dissolvedAt == null;
    }

    Group with(List<ReceiptNumber> more, String why, Officer who, Instant when, @Nullable RequestMark mark) {
        List<ReceiptNumber> all = new ArrayList<>(isTogether() ? members : List.of());
        more.stream().filter(number -> !all.contains(number)).forEach(all::add);
        return new Group(all, why, who, when, null, true, mark);
    }

    Group dissolved(Instant when) {
        return new Group(members, reason, by, at, when, true, request);
    }

    Group pending(boolean still) {
        return new Group(members, reason, by, at, dissolvedAt, still, request);
    }
}
