package kr.minwon.notification.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The ledger in memory. */
public final class MemoryConsents implements Consents {
    private final Map<String, List<ConsentEntry>> entries = new HashMap<>();

    @Override
    public synchronized List<ConsentEntry> of(String officeId, String phone) {
        return List.copyOf(entries.getOrDefault(officeId + phone, List.of()));
    }

    @Override
    public synchronized boolean add(
            String officeId, String phone, ConsentEntry entry, Predicate<List<ConsentEntry>> needed) {
        return needed.test(of(officeId, phone))
                && entries.computeIfAbsent(officeId + phone, key -> new ArrayList<>())
                        .add(entry);
    }
}
