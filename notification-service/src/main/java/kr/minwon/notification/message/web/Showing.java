package kr.minwon.notification.message.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.minwon.notification.message.Costs;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import org.springframework.stereotype.Component;

/** Shows messages with what belongs to them: what was told since, and the text that tells one together with others. */
@Component
class Showing {
    private final Messages messages;
    private final LaterTexts laterTexts;
    private final OpenPhone openPhone;
    private final Costs costs;

    Showing(Messages messages, LaterTexts laterTexts, OpenPhone openPhone, Costs costs) {
        this.messages = messages;
        this.laterTexts = laterTexts;
        this.openPhone = openPhone;
        this.costs = costs;
    }

    MessageResponse one(Message message) {
        return MessageResponse.of(message, openPhone, costs, null, null);
    }

    /** In three look-ups at most; with what was told since where a decision is awaited. */
    List<MessageResponse> all(List<Message> several) {
        Map<String, List<Message>> later = laterTexts.afterEach(
                several.stream().filter(Message::awaitsDecision).toList());
        List<String> ids = several.stream()
                .map(Message::digestId)
                .filter(Objects::nonNull)
                .map(Digest::messageId)
                .distinct()
                .toList();
        Map<String, Message> digests = ids.isEmpty()
                ? Map.of()
                : messages.findAll(ids).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        return several.stream()
                .map(message -> MessageResponse.of(
                        message,
                        openPhone,
                        costs,
                        later.get(message.id()),
                        message.digestId() == null ? null : digests.get(Digest.messageId(message.digestId()))))
                .toList();
    }
}
