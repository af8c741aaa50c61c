package kr.minwon.phonesimulator.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which journal lines make up which phone's messages.
 *
 * <p>Only line numbers are in memory, about 50 bytes a message; texts are read from the journal. Not
 * safe for threads: its owner locks.
 */
final class PhoneIndex {

    /** A phone and how much it holds; {@code latest} are the lines of its newest message. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(String number, int count, int[] latest) {}

    private final List<int[]> all = new ArrayList<>();
    // in the order of their newest message, so that the index of phones needs no sorting
    private final Map<String, List<int[]>> phones = new LinkedHashMap<>();

    void add(String number, int... lines) {
        List<int[]> messages = phones.remove(number);
        if (messages == null) {
            messages = new ArrayList<>(2);
        }
        messages.add(lines);
        phones.put(number, messages);
        all.add(lines);
    }

    List<int[]> of(String number, int most) {
        return last(phones.getOrDefault(number, List.of()), most);
    }

    List<int[]> recent(int most) {
        return last(all, most);
    }

    int messages() {
        return all.size();
    }

    int phones() {
        return phones.size();
    }

    List<Entry> latestPhones(int most) {
        return ((LinkedHashMap<String, List<int[]>>) phones)
                .sequencedEntrySet().reversed().stream()
                        .limit(most)
                        .map(phone -> new Entry(
                                phone.getKey(),
                                phone.getValue().size(),
                                phone.getValue().getLast()))
                        .toList();
    }

    void clear() {
        all.clear();
        phones.clear();
    }

    private static List<int[]> last(List<int[]> messages, int most) {
        return List.copyOf(messages.subList(Math.max(0, messages.size() - most), messages.size()));
    }
}
