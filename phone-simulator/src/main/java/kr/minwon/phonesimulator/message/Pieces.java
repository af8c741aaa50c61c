package kr.minwon.phonesimulator.message;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Waits for all pieces of long messages, each known by its line in the journal. */
final class Pieces {

    // as phones do: a reference number is used again, so an old piece must not meet a new one
    private static final long WAIT_MILLIS = 10 * 60 * 1000;
    private static final int MOST_WAITING = 10_000;

    private record Key(String systemId, String from, String to, int reference, int total) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Waiting(int[] lines, long since) {}

    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();

    /** Adds a piece and, when it is the last one missing, returns the lines of all in their order. */
    Optional<int[]> add(Submit submit, Part part, int line) {
        Key key = new Key(submit.systemId(), submit.from(), submit.to(), part.reference(), part.total());
        Waiting known = waiting.get(key);
        if (known == null || submit.receivedAt() - known.since() > WAIT_MILLIS) {
            int[] lines = new int[part.total()];
            Arrays.fill(lines, -1);
            known = new Waiting(lines, submit.receivedAt());
            waiting.put(key, known);
            dropOldest();
        }
        known.lines()[part.number() - 1] = line;
        if (Arrays.stream(known.lines()).anyMatch(each -> each < 0)) {
            return Optional.empty();
        }
        waiting.remove(key);
        return Optional.of(known.lines());
    }

    void clear() {
        waiting.clear();
    }

    private void dropOldest() {
        if (waiting.size() > MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
    }
}
