package kr.minwon.notification.message;

/** Hears of each message that was stored or changed here, after it was. */
@FunctionalInterface
public interface MessageChanges {
    void on(Message stored);
}
