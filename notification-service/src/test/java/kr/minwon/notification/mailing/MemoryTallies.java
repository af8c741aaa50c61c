package kr.minwon.notification.mailing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.minwon.notification.dispatch.MemoryMessages;
import kr.minwon.notification.message.Message;

/** Tallies in memory, counted over the messages. */
final class MemoryTallies implements Tallies {
    private final MemoryMessages messages;
    private final Map<String, Tally> known = new HashMap<>();

    MemoryTallies(MemoryMessages messages) {
        this.messages = messages;
    }

    @Override
    public Map<String, Tally> of(Collection<String> mailingIds) {
        return known.entrySet().stream()
                .filter(one -> mailingIds.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Tally.Count> count(String mailingId) {
        return messages.all().stream()
                .filter(one -> one.about().id().equals(mailingId))
                .collect(Collectors.groupingBy(MemoryTallies::kind, Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> new Tally.Count(
                        one.getKey().state(),
                        one.getKey().provider(),
                        one.getKey().cause(),
                        one.getValue()))
                .toList();
    }

    private static Tally.Count kind(Message message) {
        var reason = message.progress().reason();
        return new Tally.Count(
                message.state(),
                message.progress().provider(),
                reason == null || reason.cause() == null ? null : reason.cause().wireName(),
                0);
    }

    @Override
    public void reached(String mailingId, long reach, int revision) {
        Tally before = known.getOrDefault(mailingId, Tally.NONE);
        known.put(mailingId, new Tally(reach, revision, before.counts(), before.countedAt()));
    }

    @Override
    public void counted(String mailingId, List<Tally.Count> counts, Instant at) {
        Tally before = known.getOrDefault(mailingId, Tally.NONE);
        known.put(mailingId, new Tally(before.reach(), before.reachRevision(), counts, at));
    }
}
