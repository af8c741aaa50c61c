package kr.minwon.notification.dispatch;

import kr.minwon.notification.message.Messages;

/** A store of messages in memory, for tests of other packages. */
public final class StoredMessages {
    private StoredMessages() {}

    public static Messages empty() {
        return new MemoryMessages();
    }
}
