package kr.minwon.complaint.complaint.messaging;

import org.jspecify.annotations.Nullable;

/** What is read of {@code routing.objection-term.v1}. */
record RoutingObjectionTermV1(
        @Nullable Integer answer, @Nullable String lastDay) {}
