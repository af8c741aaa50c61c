package kr.minwon.notification.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        return afterEach(List.of(message)).getOrDefault(message.id(), List.of());
    }

    /** The same of several that are of a case, by message id, in two look-ups. */
    public Map<String, List<Message>> afterEach(Collection<Message> several) {
        List<Message> ofCases = several.stream().filter(Message::isOfCase).toList();
        if (ofCases.isEmpty()) {
            return Map.of();
        }
        Set<String> complaintIds =
                ofCases.stream().map(one -> one.ofCase().complaintId()).collect(Collectors.toSet());
        List<String> ids = cases.all(complaintIds).values().stream()
                .flatMap(one -> one.messageIds().stream())
                .toList();
        Map<String, Message> byPrevious = new HashMap<>();
        for (Message one : messages.findAll(ids)) {
            if (one.previous() != null) {
                byPrevious.put(one.previous(), one);
            }
        }
        return ofCases.stream().collect(Collectors.toMap(Message::id, one -> after(one, byPrevious)));
    }

    private static List<Message> after(Message message, Map<String, Message> byPrevious) {
        List<Message> later = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Message next = byPrevious.get(message.id());
                next != null && seen.add(next.id());
                next = byPrevious.get(next.id())) {
            if (TELLING.contains(next.state()) || next.digestId() != null) {
                later.add(next);
            }
        }
        return later;
    }

    /** Whether everything that a digest tells is worthless by now. */
    public boolean overtakeAllOf(Digest digest) {
        List<Message> told = messages.findAll(
                digest.parts().stream().map(Digest.Part::messageId).toList());
        return afterEach(told).values().stream().allMatch(LaterTexts::overtake);
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
