package kr.minwon.notification.dispatch;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;

/** Cases in memory, for tests. */
public final class MemoryCases implements Cases {
    private final Map<String, CaseRecord> stored = new HashMap<>();

    public void put(CaseRecord one) {
        stored.put(one.about().complaintId(), one);
    }

    @Override
    public Optional<CaseRecord> ofReceiptNumber(String receiptNumber) {
        return stored.values().stream()
                .filter(one -> one.about().receiptNumber().equals(receiptNumber))
                .findFirst();
    }

    @Override
    public Map<String, CaseRecord> all(Collection<String> complaintIds) {
        Map<String, CaseRecord> found = new HashMap<>(stored);
        found.keySet().retainAll(complaintIds);
        return found;
    }

    /** Their phones are not sealed. */
    @Override
    public List<CaseRecord> ofPhone(String phone, String before, int most) {
        return stored.values().stream()
                .filter(one -> one.sealedPhone().equals(phone))
                .filter(one -> before.isEmpty() || one.about().complaintId().compareTo(before) < 0)
                .sorted(Comparator.comparing((CaseRecord one) -> one.about().complaintId())
                        .reversed())
                .limit(most)
                .toList();
    }
}
