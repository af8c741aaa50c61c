package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Complaints of a test, with the unique keys of the real ones. */
final class InMemoryComplaints implements Complaints {
    private final Map<ComplaintId, Complaint> byId = new LinkedHashMap<>();
    final List<ComplaintEvent> told = new ArrayList<>();
    int numbersTaken;

    @Override
    public synchronized Insertion insert(Decision.Changed filed) {
        RequestMark request = filed.complaint().filing().request();
        if (request != null && findByRequest(request.key()).isPresent()) {
            return Insertion.REQUEST_KNOWN;
        }
        if (numbersTaken > 0) {
            numbersTaken--;
            return Insertion.RECEIPT_NUMBER_TAKEN;
        }
        byId.put(filed.complaint().id(), filed.complaint());
        told.addAll(filed.events());
        return Insertion.STORED;
    }

    @Override
    public synchronized Optional<Complaint> find(ComplaintId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<Complaint> find(ReceiptNumber number) {
        return byId.values().stream()
                .filter(complaint -> complaint.filing().receiptNumber().equals(number))
                .findFirst();
    }

    @Override
    public Optional<Lock> lockOf(ReceiptNumber number) {
        return find(number)
                .map(complaint -> new Lock(complaint.id(), complaint.filing().lookupKeyId()));
    }

    @Override
    public synchronized Optional<Complaint> findByRequest(String key) {
        return byId.values().stream()
                .filter(complaint -> complaint.filing().request() != null
                        && complaint.filing().request().key().equals(key))
                .findFirst();
    }

    @Override
    public synchronized Decision decide(ComplaintId id, Function<Complaint, Decision> verb) {
        Decision decision = verb.apply(byId.get(id));
        if (decision instanceof Decision.Changed changed) {
            byId.put(id, changed.complaint());
            told.addAll(changed.events());
        }
        return decision;
    }

    @Override
    public synchronized List<Complaint> ofPerson(String officeId, String contactId, Instant before, int most) {
        return byId.values().stream()
                .filter(one -> one.filing().officeId().equals(officeId)
                        && one.filing().reporter().contactId().equals(contactId)
                        && one.filing().submittedAt().isBefore(before))
                .sorted(Comparator.comparing((Complaint one) -> one.filing().submittedAt())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Complaint> filedWithin(
            String officeId, Instant from, Instant until, @Nullable ComplaintId after, int most) {
        throw new UnsupportedOperationException("the register is read from the store");
    }

    @Override
    public synchronized List<ComplaintId> pendingGroups(int most) {
        return byId.values().stream()
                .filter(one -> {
                    Group group = one.progress().procedure().group();
                    return group != null && group.pending();
                })
                .map(Complaint::id)
                .limit(most)
                .toList();
    }

    @Override
    public List<Timeline.Entry> earlier(Complaint complaint) {
        return List.of();
    }

    synchronized int count() {
        return byId.size();
    }
}
