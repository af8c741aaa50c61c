package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import kr.minwon.gateway.clients.NotificationApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A text to a resident, as staff see it.
 *
 * @param tone {@code bad}, {@code good} or empty
 * @param explanation what its state means for whoever reads it, null where that is plain
 */
record MessageView(
        @Nullable String number,
        String step,
        String state,
        String stateLabel,
        String tone,
        @Nullable String at,
        @Nullable String text,
        @Nullable String explanation) {
    /** Texts, or the fact that nobody can tell now. */
    record Texts(boolean unavailable, List<MessageView> all) {
        static final Texts AWAY = new Texts(true, List.of());
    }

    private static @Nullable String deliveredAt(NotificationApi.Message message) {
        NotificationApi.DeliveryReceipt receipt = message.receipt();
        return receipt == null ? null : receipt.at();
    }

    /** Makes views. */
    record Maker(Words words, Clock clock) {
        Texts of(List<NotificationApi.Message> messages) {
            return new Texts(false, messages.stream().map(this::one).toList());
        }

        private MessageView one(NotificationApi.Message message) {
            String state = message.state() == null ? "unknown" : message.state();
            String step = message.step() == null ? "other" : message.step();
            int dot = step.indexOf('.');
            String explanation = words.textOr("message.explain." + state, "");
            return new MessageView(
                    message.receiptNumber(),
                    words.textOr(
                            "message.step." + (dot < 0 ? step : step.substring(0, dot)),
                            words.text("message.step.other")),
                    state,
                    words.textOr("message.state." + state, state),
                    switch (state) {
                        case "unknown", "failed" -> "bad";
                        case "delivered" -> "good";
                        default -> "";
                    },
                    Stream.of(deliveredAt(message), message.acceptedAt(), message.sentAt(), message.queuedAt())
                            .flatMap(at -> SeoulMoment.of(at).stream())
                            .map(at -> at.spoken(words, clock))
                            .findFirst()
                            .orElse(null),
                    message.text(),
                    explanation.isEmpty() ? null : explanation);
        }
    }
}
