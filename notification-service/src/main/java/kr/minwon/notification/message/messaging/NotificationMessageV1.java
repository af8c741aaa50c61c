package kr.minwon.notification.message.messaging;

import org.jspecify.annotations.Nullable;

/**
 * {@code notification.message.v1}: a message's whole state; the higher rank wins.
 *
 * @param at ISO-8601, Seoul
 */
record NotificationMessageV1(
        String complaintId,
        String officeId,
        String receiptNumber,
        String messageId,
        String step,
        String recipient,
        String state,
        int rank,
        String at,
        @Nullable String provider,
        @Nullable String reason) {}
