package kr.minwon.phonesimulator.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.minwon.phonesimulator.journal.Journal;
import kr.minwon.phonesimulator.journal.Lines;

/** Every submit_sm ever witnessed, in {@code submits.jsonl}, and the messages that phones show of them. */
public final class MessageLog implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final PhoneIndex index = new PhoneIndex();
    private final Pieces pieces = new Pieces();
    /** The lines of what came over HTTP, by message id. */
    private final Map<String, Integer> overHttp = new HashMap<>();

    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final Journal journal;

    /**
     * Opens the log and takes up what is in it.
     *
     * @param owed is shown each submit found, for the receipts that may still be due
     */
    public MessageLog(Path directory, boolean fsync, Consumer<Submit> owed) {
        this.journal = Journal.open(directory.resolve("submits.jsonl"), fsync, (number, json) -> {
            Lines.read(number, json, Submit.class).ifPresent(submit -> {
                file(submit, number);
                owed.accept(submit);
            });
        });
    }

    /** Records a submit on disk; only then may it be answered. */
    public void record(Submit submit) {
        byte[] json = Lines.write(submit);
        Optional<String> rings;
        lock.lock();
        try {
            rings = file(submit, journal.append(json));
        } finally {
            lock.unlock();
        }
        rings.ifPresent(number -> watchers.forEach(watcher -> watcher.accept(number)));
    }

    private Optional<String> file(Submit submit, int line) {
        Part part = submit.part();
        Optional<String> phone = PhoneNumber.of(submit.to());
        if (phone.isEmpty() || !submit.reachesPhone()) {
            return Optional.empty();
        }
        Optional<int[]> lines = part == null ? Optional.of(new int[] {line}) : pieces.add(submit, part, line);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        index.add(phone.get(), lines.get());
        if (submit.reference() != null) {
            overHttp.put(submit.messageId(), line);
        }
        return phone;
    }

    /** Is told the number of each phone that gets a message. */
    public void watch(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /** The newest messages of a phone, at most {@code most}, oldest first. */
    public List<Message> of(String number, int most) {
        return messages(locked(() -> index.of(number, most)));
    }

    /** What of the newest to a phone came over HTTP, at most {@code most}, oldest first. */
    public List<Submit> overHttpTo(String number, int most) {
        return locked(() -> index.of(number, most)).stream()
                .flatMap(lines -> submits(lines).stream())
                .filter(submit -> submit.reference() != null)
                .toList();
    }

    /** What came over HTTP and was given that id. */
    public Optional<Submit> overHttp(String messageId) {
        Integer line =
                locked(() -> Optional.ofNullable(overHttp.get(messageId))).orElse(null);
        return line == null
                ? Optional.empty()
                : submits(new int[] {line}).stream().findFirst();
    }

    /** The newest messages of all phones, at most {@code most}, oldest first. */
    public List<Message> recent(int most) {
        return messages(locked(() -> index.recent(most)));
    }

    /** The phones that got a message, the last first. */
    public List<PhoneSummary> phones(int most) {
        return locked(() -> index.latestPhones(most)).stream()
                .map(entry -> new PhoneSummary(
                        entry.number(), entry.count(), message(entry.latest()).orElse(null)))
                .toList();
    }

    public int messageCount() {
        return locked(index::messages);
    }

    public int phoneCount() {
        return locked(index::phones);
    }

    public int submitCount() {
        return journal.count();
    }

    /** Raw lines of the witness log, see {@link Journal#read}. */
    public byte[] submits(int from, int to) {
        return journal.read(from, to);
    }

    /** Forgets all messages and all submits. */
    public void clear() {
        locked(() -> {
            journal.clear();
            index.clear();
            pieces.clear();
            overHttp.clear();
            return true;
        });
    }

    @Override
    public void close() {
        journal.close();
    }

    private List<Message> messages(List<int[]> found) {
        List<Message> messages = new ArrayList<>(found.size());
        found.forEach(lines -> message(lines).ifPresent(messages::add));
        return messages;
    }

    private Optional<Message> message(int[] lines) {
        List<Submit> submits = submits(lines);
        // fewer when the log was cleared while we read
        return submits.size() == lines.length ? Optional.of(Message.of(submits)) : Optional.empty();
    }

    private List<Submit> submits(int[] lines) {
        return Arrays.stream(lines)
                .mapToObj(line -> Lines.read(line, journal.read(line, line + 1), Submit.class))
                .map(found -> found.orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
