package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kr.minwon.complaint.ComplaintMeters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a resident who holds the look-up code may do: look, withdraw, rate. */
@Component
public class ResidentMoves {
    /** Never drawn, since no month is 00: what is looked for when a typed number cannot be one. */
    private static final ReceiptNumber NONE = new ReceiptNumber("0000-0000-0000");

    private final Complaints complaints;
    private final LookupCodes codes;
    private final ComplaintMeters meters;
    private final Clock clock;

    ResidentMoves(Complaints complaints, LookupCodes codes, ComplaintMeters meters, Clock clock) {
        this.complaints = complaints;
        this.codes = codes;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * The complaint of a number and its code. A number that is none, an unknown one and a wrong code are the same nothing,
     * and cost the same: one look-up of a few fields, one code computed, one comparison.
     */
    public Optional<Complaint> look(String typedNumber, String typedCode) {
        Optional<Complaints.Lock> lock =
                complaints.lockOf(ReceiptNumber.parse(typedNumber).orElse(NONE));
        boolean opened = lock.map(held -> codes.opens(held.id(), held.keyId(), typedCode))
                .orElseGet(() -> codes.opensNothing(typedCode));
        meters.lookup(opened);
        return lock.filter(held -> opened).flatMap(held -> complaints.find(held.id()));
    }

    /** Takes the complaint back. */
    public Decision withdraw(Complaint complaint, @Nullable String reason, @Nullable RequestMark request) {
        Decision decision = complaints.decide(complaint.id(), now -> now.withdraw(reason, moment(), request));
        meters.move("withdraw", decision);
        return decision;
    }

    /** Changes what was asked. */
    public Decision change(Complaint complaint, String text, @Nullable RequestMark request) {
        Decision decision = complaints.decide(complaint.id(), now -> now.change(text, moment(), request));
        meters.move("change", decision);
        return decision;
    }

    /** Rates the answer. */
    public Decision rate(Complaint complaint, int score, @Nullable String comment, @Nullable RequestMark request) {
        Decision decision = complaints.decide(complaint.id(), now -> now.rate(score, comment, moment(), request));
        meters.move("rate", decision);
        return decision;
    }

    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
