package kr.minwon.complaint.complaint.messaging;

import org.jspecify.annotations.Nullable;

/** What is read of {@code notification.message.v1}. */
record NotificationMessageV1(
        @Nullable String complaintId,
        @Nullable String messageId,
        @Nullable String step,
        @Nullable String state,
        int rank,
        @Nullable String at,
        @Nullable String provider,
        @Nullable String reason) {}
