package kr.minwon.complaint.complaint.messaging;

import org.jspecify.annotations.Nullable;

/** The fields of {@code notification.reply.v1} that this service reads. */
record NotificationReplyV1(
        @Nullable String replyId,
        @Nullable String complaintId,
        @Nullable String officeId,
        @Nullable String meaning,
        @Nullable String phone,
        @Nullable String text,
        @Nullable Boolean cut,
        @Nullable String receivedAt,
        @Nullable Integer score,
        @Nullable Boolean agreed,
        @Nullable String title,
        @Nullable String place,
        @Nullable By by) {
    /** Who of the office gave it to the case. */
    record By(@Nullable String id, @Nullable String name) {}
}
