package kr.minwon.routing.workitem.web;

import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.workitem.Forwarding;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for the 민원실 to say whose it is.
 *
 * @param fromDepartmentId which department gave it up
 * @param proposedDepartmentId whose it is in that department's opinion; null when it did not say
 * @param at ISO-8601, Seoul
 */
record ForwardingPart(
        String fromDepartmentId,
        @Nullable String proposedDepartmentId,
        @Nullable String reason,
        String at) {
    static @Nullable ForwardingPart of(@Nullable Forwarding forwarding) {
        return forwarding == null
                ? null
                : new ForwardingPart(
                        forwarding.from(), forwarding.proposed(), forwarding.reason(), SeoulTime.iso(forwarding.at()));
    }
}
