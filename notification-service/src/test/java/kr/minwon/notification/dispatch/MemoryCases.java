package kr.minwon.notification.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;

/** Cases in memory. */
final class MemoryCases implements Cases {
    private final Map<String, CaseRecord> cases = new ConcurrentHashMap<>();

    void put(CaseRecord one) {
        cases.put(one.about().complaintId(), one);
    }

    @Override
    public Optional<CaseRecord> ofReceiptNumber(String receiptNumber) {
        return cases.values().stream()
                .filter(one -> one.about().receiptNumber().equals(receiptNumber))
                .findFirst();
    }

    @Override
    public Map<String, CaseRecord> all(Collection<String> complaintIds) {
        Map<String, CaseRecord> found = new ConcurrentHashMap<>(cases);
        found.keySet().retainAll(complaintIds);
        return found;
    }
}
