package kr.minwon.notification.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inbound texts and their senders in memory, for tests. */
public final class MemoryTexts implements ReceivedTexts, Senders {
    final List<Reply> stored = new ArrayList<>();
    private final Map<String, Sender> senders = new HashMap<>();
    /** How often a text cannot be stored before it can. */
    int away;

    @Override
    public boolean add(Reply reply) {
        if (away > 0) {
            away--;
            throw new IllegalStateException("the store is away");
        }
        if (find(reply.id()).isPresent()) {
            return false;
        }
        stored.add(reply);
        return true;
    }

    @Override
    public Optional<Reply> find(String id) {
        return stored.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public <R> R change(String id, Function<@Nullable Reply, Change<R>> decide) {
        Reply before = find(id).orElse(null);
        Change<R> change = decide.apply(before);
        if (change.next() != null && before == null) {
            stored.add(change.next());
        } else if (change.next() != null) {
            stored.set(stored.indexOf(before), change.next());
        }
        return change.result();
    }

    @Override
    public Page open(String officeId, @Nullable String cursor, int limit) {
        return new Page(stored.stream().filter(Reply::open).toList(), null);
    }

    @Override
    public Page automatic(String officeId, @Nullable String cursor, int limit) {
        return new Page(
                stored.stream()
                        .filter(one -> one.isUnhandled() && !one.open())
                        .toList()
                        .reversed(),
                null);
    }

    @Override
    public List<Reply> ofCase(String complaintId, int most) {
        return stored.stream()
                .filter(one -> one.meaning().about() != null
                        && one.meaning().about().complaintId().equals(complaintId))
                .toList();
    }

    @Override
    public String hash(String text) {
        return text;
    }

    @Override
    public Sender.Verdict take(String from, Function<Sender, Sender.Verdict> decide) {
        Sender.Verdict verdict = decide.apply(senders.getOrDefault(from, Sender.NEW));
        if (verdict instanceof Sender.Verdict.Kept kept) {
            senders.put(from, kept.next());
        } else if (verdict instanceof Sender.Verdict.Flood flood) {
            senders.put(from, flood.next());
        }
        return verdict;
    }
}
