package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every complaint of the installation. */
public interface Complaints {
    /** What became of storing a new complaint. */
    enum Insertion {
        /** It is there, with its events, in one write. */
        STORED,
        /** Another complaint drew the same receipt number. */
        RECEIPT_NUMBER_TAKEN,
        /** The same request was stored before. */
        REQUEST_KNOWN,
        /** Another one has the id, or this one is there already. */
        ID_TAKEN
    }

    /**
     * What opens a complaint: its id and the key of its look-up code.
     *
     * @param keyId the key that the code is made with
     */
    record Lock(ComplaintId id, String keyId) {}

    /** Stores a new complaint and what it tells others, in one write. */
    Insertion insert(Decision.Changed filed);

    Optional<Complaint> find(ComplaintId id);

    Optional<Complaint> find(ReceiptNumber receiptNumber);

    /** No more of a complaint than what opens it, which costs about the same whether there is one or not. */
    Optional<Lock> lockOf(ReceiptNumber receiptNumber);

    /** The complaint that a request with this key filed. */
    Optional<Complaint> findByRequest(String requestKey);

    /**
     * Applies a verb to the complaint as it is now and stores what changed with its events, in one write; when someone
     * else was faster, to what they made of it.
     */
    Decision decide(ComplaintId id, Function<Complaint, Decision> verb);

    /** What a person filed with an office before a moment, the latest first. */
    List<Complaint> ofPerson(String officeId, String contactId, Instant before, int most);

    /**
     * What was filed with an office from one moment until before another, the first first.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Complaint> filedWithin(String officeId, Instant from, Instant until, @Nullable ComplaintId after, int most);

    /** Petitions that lead others which may not yet be as they say, whosever office. */
    List<ComplaintId> pendingGroups(int most);

    /** The entries of a timeline that no longer fit its document, oldest first. */
    List<Timeline.Entry> earlier(Complaint complaint);
}
