package kr.minwon.gateway.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.gateway.clients.NotificationApi;

/** A notification-service with one text whose fate nobody knows, or whatever a test says. */
public final class FakeNotification implements NotificationApi {
    private final List<Choice> choices = new ArrayList<>();
    private final List<PreviewRequest> previewed = new ArrayList<>();
    private Sent sent = new Sent("[서구청] …", "EUC-KR", 188, "LMS", 2, false, List.of(), List.of());
    private RuntimeException refusal;
    private RuntimeException decisionRefusal;
    private Message shown = unknown();

    /** Refuses everything from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** Refuses decisions from now on. */
    public void refuseDecisions(RuntimeException problem) {
        decisionRefusal = problem;
    }

    /** Shows this text from now on. */
    public void show(Message message) {
        shown = message;
    }

    /** What was decided, in order. */
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public Message decide(Choice choice) {
        ask();
        if (decisionRefusal != null) {
            throw decisionRefusal;
        }
        choices.add(choice);
        return shown;
    }

    private void ask() {
        if (refusal != null) {
            throw refusal;
        }
    }

    /** What was to be previewed, in order. */
    public List<PreviewRequest> previewed() {
        return previewed;
    }

    /** Says this of what goes out from now on. */
    public void sends(Sent text) {
        sent = text;
    }

    @Override
    public Preview preview(PreviewRequest text) {
        ask();
        previewed.add(text);
        Sent sent = text.step() == null ? null : this.sent;
        return text.text().contains("똠")
                ? new Preview(
                        false,
                        List.of("똠", "—", "\u00A0", "\u200B", "\0"),
                        null,
                        null,
                        0,
                        List.of(
                                new Suggestion("—", "-"),
                                new Suggestion("\u00A0", " "),
                                new Suggestion("\u200B", ""),
                                new Suggestion("\0", "")),
                        sent)
                : new Preview(true, List.of(), 88, "SMS", 1, List.of(), sent);
    }

    @Override
    public Messages ofCase(String receiptNumber) {
        ask();
        return new Messages(List.of(shown), null);
    }

    @Override
    public Messages inState(String state, String cursor) {
        ask();
        return new Messages(List.of(shown), "next-page");
    }

    /** In doubt, because the carrier did not answer. */
    public static Message unknown() {
        return unknown(List.of(), false);
    }

    /** In doubt, and these were told since. */
    public static Message unknown(List<String> later, boolean overtaken) {
        return message("unknown", "no answer within 10000 ms", "no-answer", null, List.of(), true, later, overtaken);
    }

    /** In doubt once more after it was sent again. */
    public static Message leftAfterTwo() {
        Attempt first = new Attempt(
                "smpp",
                "unknown",
                "2026-11-23T10:12:31+09:00",
                null,
                "no answer within 10000 ms",
                "no-answer",
                new Decision("resend", "운영 담당 " + FakeComplaints.HOSTILE, "2026-11-23T10:20:00+09:00"),
                "SMS");
        Decision leave = new Decision("leave", "구청 관리자", "2026-11-23T10:40:00+09:00");
        return message("unknown", "stopped", "stopped", leave, List.of(first), false, null, null);
    }

    /** Failed for a reason, known or not. */
    public static Message failed(String reason, String cause) {
        return message("failed", reason, cause, null, List.of(), false, null, null);
    }

    private static Message message(
            String state,
            String reason,
            String cause,
            Decision decision,
            List<Attempt> earlier,
            boolean awaitsDecision,
            List<String> later,
            Boolean overtaken) {
        return new Message(
                "id/received.1/reporter",
                FakeComplaints.NUMBER,
                "received.1",
                "reporter",
                "010-****-5678",
                "[서구청] 접수 " + FakeComplaints.HOSTILE,
                "EUC-KR",
                "smpp",
                state,
                "2026-11-23T10:12:31+09:00",
                null,
                null,
                null,
                reason,
                cause,
                "1",
                1 + earlier.size(),
                decision,
                earlier,
                awaitsDecision,
                later,
                overtaken,
                "case",
                "LMS",
                new BigDecimal("32"),
                null,
                null,
                List.of());
    }

    /** With characters that nobody took. */
    public static Message lost(List<String> lost) {
        Message by = message("delivered", null, null, null, List.of(), false, null, null);
        return new Message(
                by.messageId(),
                by.receiptNumber(),
                by.step(),
                by.recipient(),
                by.to(),
                by.text(),
                by.encoding(),
                by.provider(),
                by.state(),
                by.queuedAt(),
                null,
                null,
                null,
                null,
                null,
                by.templateVersion(),
                1,
                null,
                List.of(),
                false,
                null,
                null,
                by.kind(),
                by.channel(),
                by.cost(),
                null,
                null,
                lost);
    }

    /** Told by another text, of which this became. */
    public static Message merged(String state, String cause) {
        Message by = message("dropped", "8f2b7c1e", "merged", null, List.of(), false, null, null);
        return new Message(
                by.messageId(),
                by.receiptNumber(),
                "answered.1",
                by.recipient(),
                by.to(),
                by.text(),
                by.encoding(),
                null,
                by.state(),
                by.queuedAt(),
                null,
                null,
                null,
                by.reason(),
                by.cause(),
                by.templateVersion(),
                1,
                null,
                List.of(),
                false,
                null,
                null,
                "case",
                "LMS",
                BigDecimal.ZERO,
                new Merged(state, "solapi", "2026-11-23T10:13:00+09:00", null, cause, cause),
                null,
                List.of());
    }
}
