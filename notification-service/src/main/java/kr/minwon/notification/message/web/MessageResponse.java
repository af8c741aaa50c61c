package kr.minwon.notification.message.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.Alimtalk;
import kr.minwon.notification.message.AnswerLinks;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Costs;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MobileNumber;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.PhoneCheck;
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.SeoulTime;
import org.jspecify.annotations.Nullable;

/**
 * A message as staff see it; times are ISO-8601 in Seoul.
 *
 * @param kind {@code case}, {@code digest}, {@code code} or {@code mailing}
 * @param receiptNumber null where it is not of one case
 * @param step such as {@code assigned.1}
 * @param to the phone, masked: {@code 010-****-5678}
 * @param text with its link masked, by which only the resident may answer; null of a code, which nobody else may read
 * @param reason why it is unknown, failed or dropped, in the provider's word or ours
 * @param cause what that means, such as {@code no-such-number}; null for a code that nobody has explained yet
 * @param attempt which hand-over it has come to, from 1
 * @param decision how somebody ended the doubt about it
 * @param earlier the hand-overs before, the first one first
 * @param awaitsDecision whether somebody has to decide
 * @param later steps told since, where a decision is awaited; null elsewhere
 * @param overtaken whether these make it worthless, so that it is not sent again; null where no decision is awaited
 * @param channel SMS or LMS; ALIMTALK while the latest hand-over is that
 * @param cost in won without tax, by the prices that are set: 0 until a provider took it, and when it failed
 * @param mergedInto the text that tells it together with others; null when it is told by itself
 * @param tells what a digest tells; null of any other
 * @param lost the characters for which □ stands in its text, because nobody took them
 */
record MessageResponse(
        String messageId,
        String kind,
        @Nullable String receiptNumber,
        String step,
        String recipient,
        String to,
        @Nullable String text,
        String encoding,
        @Nullable String provider,
        String state,
        String queuedAt,
        @Nullable String sentAt,
        @Nullable String acceptedAt,
        @Nullable ReceiptPart receipt,
        @Nullable String reason,
        @Nullable String cause,
        String templateVersion,
        int attempt,
        @Nullable DecisionPart decision,
        List<AttemptPart> earlier,
        boolean awaitsDecision,
        @Nullable List<String> later,
        @Nullable Boolean overtaken,
        String channel,
        BigDecimal cost,
        @Nullable MergedPart mergedInto,
        @Nullable List<TellsPart> tells,
        List<String> lost) {

    /** @param state delivered or failed */
    record ReceiptPart(
            String state,
            String at,
            @Nullable String reason,
            @Nullable String cause) {
        static @Nullable ReceiptPart of(@Nullable Receipt receipt) {
            return receipt == null
                    ? null
                    : new ReceiptPart(
                            receipt.state().wireName(),
                            SeoulTime.threeDigits(receipt.at()),
                            said(receipt.reason()),
                            named(receipt.reason()));
        }
    }

    /**
     * @param what resend, leave, never-taken or fallen-back
     * @param by the name of who decided; the provider's, for never-taken and fallen-back
     */
    record DecisionPart(String what, String by, String at) {
        static @Nullable DecisionPart of(@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionPart(
                            decision.what().wireName(), decision.byName(), SeoulTime.threeDigits(decision.at()));
        }
    }

    /** A hand-over before the latest. */
    record AttemptPart(
            String channel,
            @Nullable String provider,
            String state,
            @Nullable String sentAt,
            @Nullable ReceiptPart receipt,
            @Nullable String reason,
            @Nullable String cause,
            @Nullable DecisionPart decision) {
        static AttemptPart of(Progress attempt, Channel channel) {
            return new AttemptPart(
                    channel.name(),
                    attempt.provider(),
                    attempt.state().wireName(),
                    orNull(attempt.sentAt()),
                    ReceiptPart.of(attempt.receipt()),
                    said(attempt.reason()),
                    named(attempt.reason()),
                    DecisionPart.of(attempt.decision()));
        }
    }

    /** What became of the text that tells it. */
    record MergedPart(
            String messageId,
            String state,
            @Nullable String provider,
            @Nullable String acceptedAt,
            @Nullable ReceiptPart receipt,
            @Nullable String reason,
            @Nullable String cause) {
        static MergedPart of(Message digest) {
            Progress progress = digest.progress();
            return new MergedPart(
                    digest.id(),
                    digest.state().wireName(),
                    progress.provider(),
                    orNull(progress.acceptedAt()),
                    ReceiptPart.of(digest.receipt()),
                    said(progress.reason()),
                    named(progress.reason()));
        }
    }

    /** A step of a case that a digest tells. */
    record TellsPart(String receiptNumber, String step) {}

    /**
     * The message.
     *
     * @param later what was told since, where a decision is awaited
     * @param digest the text that tells it, where there is one
     */
    static MessageResponse of(
            Message message,
            OpenPhone openPhone,
            Costs costs,
            @Nullable List<Message> later,
            @Nullable Message digest) {
        Progress progress = message.progress();
        Channel channel = message.channel(message.attempt());
        return new MessageResponse(
                message.id(),
                switch (message.about()) {
                    case About one -> "case";
                    case Digest one -> "digest";
                    case PhoneCheck one -> "code";
                    case MailingPart one -> "mailing";
                },
                message.isOfCase() ? message.ofCase().receiptNumber() : null,
                message.step(),
                message.recipient(),
                MobileNumber.masked(openPhone.apply(message.sealedPhone())),
                message.about() instanceof PhoneCheck ? null : AnswerLinks.masked(said(message, channel)),
                message.content().encoding().label(),
                progress.provider(),
                message.state().wireName(),
                SeoulTime.threeDigits(message.queuedAt()),
                orNull(progress.sentAt()),
                orNull(progress.acceptedAt()),
                ReceiptPart.of(message.receipt()),
                said(progress.reason()),
                named(progress.reason()),
                message.content().templateVersion(),
                message.attempt(),
                DecisionPart.of(progress.decision()),
                IntStream.range(1, message.attempt())
                        .mapToObj(number -> AttemptPart.of(message.attempt(number), message.channel(number)))
                        .toList(),
                message.awaitsDecision(),
                later == null ? null : later.stream().map(Message::step).toList(),
                later == null ? null : LaterTexts.overtake(later),
                channel == Channel.ALIMTALK
                        ? channel.name()
                        : costs.type(message).name(),
                costs.of(message),
                digest == null ? null : MergedPart.of(digest),
                message.about() instanceof Digest told
                        ? told.parts().stream()
                                .map(part -> new TellsPart(part.receiptNumber(), part.step()))
                                .toList()
                        : null,
                channel == Channel.ALIMTALK ? List.of() : message.content().lost());
    }

    private static String said(Message message, Channel channel) {
        Alimtalk alimtalk = message.content().alimtalk();
        return channel == Channel.ALIMTALK && alimtalk != null
                ? alimtalk.text()
                : message.content().text();
    }

    private static @Nullable String said(@Nullable Reason reason) {
        return reason == null ? null : reason.said();
    }

    private static @Nullable String named(@Nullable Reason reason) {
        Cause cause = reason == null ? null : reason.cause();
        return cause == null ? null : cause.wireName();
    }

    private static @Nullable String orNull(@Nullable Instant at) {
        return at == null ? null : SeoulTime.threeDigits(at);
    }
}
