package kr.minwon.phonesimulator.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kr.minwon.phonesimulator.journal.Journal;
import kr.minwon.phonesimulator.journal.Lines;

/** Every message that a phone sent, in {@code inbound.jsonl}. People type them, so they fit in memory. */
public final class InboundLog implements AutoCloseable {

    private final Map<String, List<Inbound>> byPhone = new ConcurrentHashMap<>();
    private final Journal journal;

    /**
     * Opens the log and takes up what is in it.
     *
     * @param found is shown each message
     */
    public InboundLog(Path directory, boolean fsync, Consumer<Inbound> found) {
        this.journal = Journal.open(directory.resolve("inbound.jsonl"), fsync, (number, json) -> {
            Lines.read(number, json, Inbound.class).ifPresent(inbound -> {
                file(inbound);
                found.accept(inbound);
            });
        });
    }

    /** Records a message on disk; only then may it be delivered. */
    public void record(Inbound inbound) {
        journal.append(Lines.write(inbound));
        file(inbound);
    }

    /** The messages this phone sent, oldest first. */
    public List<Inbound> of(String number) {
        return byPhone.getOrDefault(number, List.of());
    }

    /** Forgets all of them. */
    public void clear() {
        journal.clear();
        byPhone.clear();
    }

    @Override
    public void close() {
        journal.close();
    }

    private void file(Inbound inbound) {
        byPhone.compute(inbound.from(), (phone, before) -> {
            List<Inbound> after = new ArrayList<>(before == null ? List.of() : before);
            after.add(inbound);
            return List.copyOf(after);
        });
    }
}
