package kr.minwon.notification.reply.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** {@code notification.reply.v1}; the sequence is added when it is stored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationReplyV1(
        String replyId,
        String complaintId,
        String officeId,
        String meaning,
        String phone,
        String text,
        boolean cut,
        String receivedAt,
        @Nullable Integer score,
        @Nullable Boolean agreed,
        @Nullable String title,
        @Nullable String place,
        @Nullable By by) {
    /** Who of the office gave it to the case. */
    record By(String id, String name) {}
}
