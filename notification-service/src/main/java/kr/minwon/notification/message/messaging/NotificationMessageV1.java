package kr.minwon.notification.message.messaging;

import org.jspecify.annotations.Nullable;

/**
 * {@code notification.message.v1}: a message's whole state; the higher rank wins.
 *
 * @param at ISO-8601, Seoul
 * @param attempt which hand-over it is, from 1
 * @param decision {@code leave} once somebody decided to leave an unknown one so
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
        @Nullable String reason,
        int attempt,
        @Nullable String decision) {}
