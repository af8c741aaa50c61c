package kr.minwon.gateway.pages.staff;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.gateway.clients.NotificationApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A text to a resident, as staff see it.
 *
 * @param tone {@code bad}, {@code good} or empty
 * @param via whom it was handed to, and for which time where that was more than one; null for nobody yet
 * @param explanation what its state means for whoever reads it, null where that is plain
 * @param reason why it is so, null where nobody said
 * @param history its earlier hand-overs and who decided what, a sentence each
 * @param choice what somebody has to decide, null where nobody has to
 * @param tells what a text that tells several things tells, a sentence each
 * @param lost the characters for which □ stands in the text; null when it says all
 */
record MessageView(
        @Nullable String number,
        String step,
        String state,
        String stateLabel,
        String tone,
        @Nullable String at,
        @Nullable String via,
        @Nullable String text,
        @Nullable String explanation,
        @Nullable String reason,
        List<String> history,
        @Nullable Choice choice,
        List<String> tells,
        @Nullable String lost) {
    /** Texts, or the fact that nobody can tell now. */
    record Texts(boolean unavailable, List<MessageView> all) {}

    /**
     * Send it again, or leave it.
     *
     * @param later what the resident was told since, null for nothing
     * @param overtaken whether that makes it worthless, so that it is not sent again
     */
    record Choice(String messageId, int attempt, @Nullable String later, boolean overtaken) {}

    /** Makes views. */
    record Maker(Words words, Clock clock) {
        Texts of(List<NotificationApi.Message> messages) {
            return new Texts(false, messages.stream().map(this::one).toList());
        }

        private MessageView one(NotificationApi.Message message) {
            return "merged".equals(message.cause()) ? merged(message) : byItself(message);
        }

        /** What was told together with others: what became of it is what became of the text that told it. */
        private MessageView merged(NotificationApi.Message message) {
            NotificationApi.Merged into = Objects.requireNonNullElseGet(
                    message.mergedInto(), () -> new NotificationApi.Merged("queued", null, null, null, null, null));
            String state = Objects.requireNonNullElse(into.state(), "queued");
            return new MessageView(
                    message.receiptNumber(),
                    step(message.step()),
                    "merged",
                    words.text("message.merged", words.textOr("message.state." + state, state)),
                    tone(state),
                    moment(heardAt(into.receipt()), into.acceptedAt(), message.queuedAt()),
                    into.provider() == null ? null : words.text("message.via", provider(into.provider())),
                    message.text(),
                    words.text("message.merged.explain"),
                    reason(into.receipt(), into.cause(), into.reason()),
                    List.of(),
                    null,
                    List.of(),
                    lost(message));
        }

        private MessageView byItself(NotificationApi.Message message) {
            String state = message.state() == null ? "unknown" : message.state();
            boolean awaits = Boolean.TRUE.equals(message.awaitsDecision());
            boolean decided = state.equals("unknown") && message.decision() != null;
            return new MessageView(
                    message.receiptNumber(),
                    step(message.step()),
                    state,
                    words.textOr("message.state." + state, state),
                    tone(state),
                    moment(heardAt(message.receipt()), message.acceptedAt(), message.sentAt(), message.queuedAt()),
                    via(message),
                    "code".equals(message.kind()) ? words.text("message.code-hidden") : message.text(),
                    decided ? null : orNull(words.textOr("message.explain." + state, "")),
                    reason(message.receipt(), message.cause(), message.reason()),
                    history(message),
                    awaits ? choice(message) : null,
                    message.tells() == null
                            ? List.of()
                            : message.tells().stream()
                                    .map(told -> told.receiptNumber() + " " + step(told.step()))
                                    .toList(),
                    lost(message));
        }

        private static @Nullable String lost(NotificationApi.Message message) {
            List<String> lost = message.lost();
            return lost == null || lost.isEmpty() ? null : String.join(" ", lost);
        }

        private static String tone(String state) {
            return switch (state) {
                case "unknown", "failed" -> "bad";
                case "delivered" -> "good";
                default -> "";
            };
        }

        /** The first of them that is known. */
        private @Nullable String moment(@Nullable String... all) {
            return Stream.of(all)
                    .flatMap(at -> SeoulMoment.of(at).stream())
                    .map(at -> at.spoken(words, clock))
                    .findFirst()
                    .orElse(null);
        }

        private String provider(String name) {
            return words.textOr("message.provider." + name, name);
        }

        private @Nullable String via(NotificationApi.Message message) {
            if (message.provider() == null) {
                return null;
            }
            int attempt = Objects.requireNonNullElse(message.attempt(), 1);
            String provider = provider(message.provider());
            String via = attempt > 1
                    ? words.text("message.via-again", provider, attempt)
                    : words.text("message.via", provider);
            String by = message.channel();
            String channel =
                    by == null ? "" : ", " + (by.equals("ALIMTALK") ? words.text("templates.type.ALIMTALK") : by);
            BigDecimal cost = message.cost();
            return via + channel + (cost == null || cost.signum() == 0 ? "" : ", " + Won.of(cost, words));
        }

        private String step(@Nullable String step) {
            String name = step == null ? "other" : step;
            int dot = name.indexOf('.');
            return words.textOr(
                    "message.step." + (dot < 0 ? name : name.substring(0, dot)), words.text("message.step.other"));
        }

        private Choice choice(NotificationApi.Message message) {
            List<String> later = message.later() == null ? List.of() : message.later();
            return new Choice(
                    String.valueOf(message.messageId()),
                    Objects.requireNonNullElse(message.attempt(), 1),
                    later.isEmpty() ? null : later.stream().map(this::step).collect(Collectors.joining(", ")),
                    Boolean.TRUE.equals(message.overtaken()));
        }

        private List<String> history(NotificationApi.Message message) {
            List<String> sentences = new ArrayList<>();
            List<NotificationApi.Attempt> earlier = message.earlier() == null ? List.of() : message.earlier();
            for (NotificationApi.Attempt attempt : earlier) {
                String why = reason(attempt.receipt(), attempt.cause(), attempt.reason());
                String label = words.textOr("message.state." + attempt.state(), String.valueOf(attempt.state()));
                sentences.add(words.text(
                        "ALIMTALK".equals(attempt.channel()) ? "message.sent-before.kakao" : "message.sent-before",
                        spoken(attempt.sentAt()),
                        why == null ? label : label + ", " + why));
                addDecision(attempt.decision(), sentences);
            }
            addDecision(message.decision(), sentences);
            return sentences;
        }

        private void addDecision(NotificationApi.@Nullable Decision decision, List<String> sentences) {
            if (decision != null) {
                sentences.add(words.text(
                        "message.decided." + decision.what(),
                        Objects.requireNonNullElse(decision.by(), "?"),
                        spoken(decision.at())));
            }
        }

        private String spoken(@Nullable String at) {
            return SeoulMoment.of(at).map(moment -> moment.spoken(words, clock)).orElse("");
        }

        /** In words; a code that nobody has explained yet as it is. */
        private @Nullable String reason(
                NotificationApi.@Nullable DeliveryReceipt receipt, @Nullable String cause, @Nullable String said) {
            if (receipt != null && (receipt.cause() != null || receipt.reason() != null)) {
                return reason(null, receipt.cause(), receipt.reason());
            }
            String code = said == null ? null : words.text("message.code", said);
            return cause == null ? code : words.textOr("message.cause." + cause, code == null ? cause : code);
        }

        private static @Nullable String heardAt(NotificationApi.@Nullable DeliveryReceipt receipt) {
            return receipt == null ? null : receipt.at();
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
