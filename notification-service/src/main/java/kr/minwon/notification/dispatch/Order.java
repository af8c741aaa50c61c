package kr.minwon.notification.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;

/** Which messages have let the next of their lane go; the latest are remembered, the others are asked of the store. */
final class Order {
    private static final int REMEMBERED = 10_000;

    private final Messages messages;
    private final Map<String, Boolean> gone = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Order(Messages messages) {
        this.messages = messages;
    }

    /** The message that has to go before this one, if there still is one; one that was never stored is not waited for. */
    Optional<Message> predecessorOf(Message message) {
        String previous = message.previous();
        if (previous == null || isGone(previous)) {
            return Optional.empty();
        }
        return messages.find(previous)
                .map(this::telling)
                .filter(before -> !before.state().letsTheNextGo());
    }

    /** What goes out for it: itself, or the digest that tells it. One that is merged waits until that is stored. */
    private Message telling(Message before) {
        String digest = before.digestId();
        return digest == null
                ? before
                : messages.find(Digest.messageId(digest)).orElseThrow(() -> new NotStoredYet(digest));
    }

    /** The digest of a merged notice is about to be stored. */
    static final class NotStoredYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStoredYet(String digest) {
            super("the digest " + digest + " is not stored yet");
        }
    }

    private synchronized boolean isGone(String id) {
        return gone.containsKey(id);
    }

    synchronized void accepted(String id) {
        gone.put(id, true);
    }
}
