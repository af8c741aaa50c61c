package kr.minwon.notification.message.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import kr.minwon.notification.message.AnswerLinks;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A message as staff see it; times are ISO-8601 in Seoul.
 *
 * @param step such as {@code assigned.1}
 * @param to the phone, masked: {@code 010-****-5678}
 * @param text with its link masked, by which only the resident may answer
 * @param reason why it is unknown, failed or dropped
 */
record MessageResponse(
        String messageId,
        String receiptNumber,
        String step,
        String recipient,
        String to,
        String text,
        String encoding,
        @Nullable String provider,
        String state,
        String queuedAt,
        @Nullable String sentAt,
        @Nullable String acceptedAt,
        @Nullable ReceiptPart receipt,
        @Nullable String reason,
        String templateVersion) {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final int MOBILE = 11;

    /** @param state delivered or failed */
    record ReceiptPart(String state, String at, @Nullable String reason) {}

    static MessageResponse of(Message message, String phone) {
        Progress progress = message.progress();
        Receipt receipt = progress.receipt();
        return new MessageResponse(
                message.id(),
                message.about().receiptNumber(),
                message.step(),
                message.recipient(),
                masked(phone),
                AnswerLinks.masked(message.content().text()),
                message.content().encoding().label(),
                progress.provider(),
                message.state().wireName(),
                seoul(message.queuedAt()),
                orNull(progress.sentAt()),
                orNull(progress.acceptedAt()),
                receipt == null
                        ? null
                        : new ReceiptPart(receipt.state().wireName(), seoul(receipt.at()), receipt.reason()),
                progress.reason(),
                message.content().templateVersion());
    }

    static String masked(String phone) {
        return phone.length() == MOBILE ? phone.substring(0, 3) + "-****-" + phone.substring(7) : "***-****-****";
    }

    private static String seoul(Instant at) {
        return TIME.format(at.atZone(SEOUL));
    }

    private static @Nullable String orNull(@Nullable Instant at) {
        return at == null ? null : seoul(at);
    }
}
