package kr.minwon.notification.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        return messages.find(previous).filter(before -> !before.state().letsTheNextGo());
    }

    private synchronized boolean isGone(String id) {
        return gone.containsKey(id);
    }

    synchronized void accepted(String id) {
        gone.put(id, true);
    }
}
