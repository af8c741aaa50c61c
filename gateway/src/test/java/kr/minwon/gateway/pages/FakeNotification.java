package kr.minwon.gateway.pages;

import java.util.List;
import kr.minwon.gateway.clients.NotificationApi;

/** A notification-service with one text whose fate nobody knows. */
public final class FakeNotification implements NotificationApi {
    private RuntimeException refusal;

    /** Refuses everything from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    private void ask() {
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public Preview preview(PreviewRequest text) {
        ask();
        return text.text().contains("똠")
                ? new Preview(
                        false,
                        List.of("똠", "—", "\u00A0", "\u200B"),
                        null,
                        null,
                        0,
                        List.of(new Suggestion("—", "-"), new Suggestion("\u00A0", " "), new Suggestion("\u200B", "")))
                : new Preview(true, List.of(), 88, "SMS", 1, List.of());
    }

    @Override
    public Messages ofCase(String receiptNumber) {
        ask();
        return new Messages(List.of(unknown()), null);
    }

    @Override
    public Messages inState(String state, String cursor) {
        ask();
        return new Messages(List.of(unknown()), "next-page");
    }

    private static Message unknown() {
        return new Message(
                "id/received.1/reporter",
                FakeComplaints.NUMBER,
                "received.1",
                "reporter",
                "010-****-5678",
                "[서구청] 접수 " + FakeComplaints.HOSTILE,
                "EUC-KR",
                "smpp",
                "unknown",
                "2026-11-23T10:12:31+09:00",
                null,
                null,
                null,
                null,
                "1");
    }
}
