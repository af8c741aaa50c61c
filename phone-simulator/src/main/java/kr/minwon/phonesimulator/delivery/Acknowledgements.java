package kr.minwon.phonesimulator.delivery;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import kr.minwon.phonesimulator.journal.Journal;
import kr.minwon.phonesimulator.journal.Lines;

/** Which deliveries an ESME has acknowledged, in {@code acknowledged.jsonl}. */
public final class Acknowledgements implements AutoCloseable {

    /**
     * A line: this delivery is over.
     *
     * @param status the command_status of the answer, such as {@code 0x00000000}
     */
    record Acknowledged(String delivery, String status, long at) {}

    private final Set<String> found = new HashSet<>();
    private final Journal journal;

    /** Opens the journal and takes up what is in it. */
    public Acknowledgements(Path directory, boolean fsync) {
        this.journal = Journal.open(directory.resolve("acknowledged.jsonl"), fsync, (number, json) -> {
            Lines.read(number, json, Acknowledged.class).ifPresent(line -> found.add(line.delivery()));
        });
    }

    /** Whether this delivery was over when the journal was opened. */
    public boolean includes(String deliveryId) {
        return found.contains(deliveryId);
    }

    /** Frees what only the start needs. */
    public void restored() {
        found.clear();
    }

    void record(Delivery delivery, int status, long at) {
        journal.append(Lines.write(new Acknowledged(delivery.id(), "0x%08X".formatted(status), at)));
    }

    /** Forgets all of them. */
    public void clear() {
        journal.clear();
    }

    @Override
    public void close() {
        journal.close();
    }
}
