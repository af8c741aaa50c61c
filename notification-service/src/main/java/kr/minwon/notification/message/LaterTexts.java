package kr.minwon.notification.message;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the same case's reporter was told after a text, which may make it worthless, or confusing, to send late. */
public final class LaterTexts {
    /** After these, nothing that was to be said before is worth saying: the case is over, or elsewhere. */
    private static final Set<Step> ENDINGS =
            EnumSet.of(Step.ANSWERED, Step.WITHDRAWN, Step.RETURNED, Step.TRANSFERRED, Step.CLOSED, Step.MERGED);

    private static final Set<MessageState> TELLING =
            EnumSet.of(MessageState.QUEUED, MessageState.SENDING, MessageState.ACCEPTED, MessageState.DELIVERED);

    private final Cases cases;
    private final Messages messages;

    public LaterTexts(Cases cases, Messages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    /** The later texts of its case that were told or will be, in order. */
    public List<Message> after(Message message) {
        String complaintId = message.about().complaintId();
        List<String> ids = cases.all(List.of(complaintId)).values().stream()
                .flatMap(one -> one.messageIds().stream())
                .toList();
        Map<String, Message> byPrevious = new HashMap<>();
        for (Message one : messages.findAll(ids)) {
            if (one.previous() != null) {
                byPrevious.put(one.previous(), one);
            }
        }
        List<Message> later = new ArrayList<>();
        for (Message next = byPrevious.remove(message.id()); next != null; next = byPrevious.remove(next.id())) {
            later.add(next);
        }
        later.removeIf(one -> !TELLING.contains(one.state()));
        return later;
    }

    /** Whether any of them makes what came before worthless. */
    public static boolean overtake(List<Message> later) {
        return later.stream().anyMatch(LaterTexts::isEnding);
    }

    private static boolean isEnding(Message message) {
        String step = message.step().substring(0, message.step().indexOf('.'));
        return ENDINGS.stream().anyMatch(ending -> ending.wireName().equals(step));
    }
}
