package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.complaint.complaint.Procedures.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what one person has brought before, and lets officers mark and close repeats (반복민원, 민원처리법 §23). */
@Component
public class RepeatPetitions {
    private final Complaints complaints;
    private final Reporters reporters;
    private final ComplaintMeters meters;
    private final Clock clock;

    RepeatPetitions(Complaints complaints, Reporters reporters, ComplaintMeters meters, Clock clock) {
        this.complaints = complaints;
        this.reporters = reporters;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * An earlier petition of the same person.
     *
     * @param alike whether it seems to be about the same matter
     */
    public record Earlier(Complaint complaint, boolean alike) {}

    /** What became of marking. */
    public sealed interface Result {
        /** The petition decided. */
        record Decided(Decision decision) implements Result {}

        /** That number is of no earlier petition of the same person. */
        record NotTheirs(String receiptNumber) implements Result {}
    }

    /** The earlier petitions of the person, the latest first. */
    public List<Earlier> earlier(Complaint complaint) {
        Filing filing = complaint.filing();
        String text = filing.title() + " " + filing.body();
        return reporters.contactIds(filing.reporter()).stream()
                .flatMap(contactId ->
                        complaints
                                .ofPerson(filing.officeId(), contactId, filing.submittedAt(), Limits.RELATED)
                                .stream())
                .map(other -> new Earlier(
                        other,
                        other.filing().category().equals(filing.category())
                                && Likeness.of(
                                                text,
                                                other.filing().title() + " "
                                                        + other.filing().body())
                                        >= Likeness.SAME_MATTER))
                .toList();
    }

    /** Marks the petition as a repeat of the numbers, all of them earlier ones of the same person. */
    public Result mark(Complaint complaint, List<String> typedNumbers, Acting by) {
        List<Earlier> earlier = earlier(complaint);
        List<ReceiptNumber> of = new ArrayList<>();
        for (String typed : new LinkedHashSet<>(typedNumbers)) {
            ReceiptNumber number = ReceiptNumber.parse(typed)
                    .filter(read -> earlier.stream()
                            .anyMatch(one -> number(one.complaint()).equals(read)))
                    .orElse(null);
            if (number == null) {
                return new Result.NotTheirs(typed);
            }
            of.add(number);
        }
        return new Result.Decided(
                counted("repeat-mark", complaints.decide(complaint.id(), now -> Repeats.mark(now, of, by, now()))));
    }

    /** It is no repeat after all. */
    public Decision unmark(Complaint complaint, Acting by) {
        return counted("repeat-unmark", complaints.decide(complaint.id(), now -> Repeats.unmark(now, by, now())));
    }

    /** Closes a repeat without another answer. */
    public Decision close(Complaint complaint, String reason, Acting by, @Nullable RequestMark request) {
        RepeatedPetition repeated = complaint.progress().procedure().repeated();
        int results = repeated == null
                ? 0
                : (int) repeated.of().stream()
                        .flatMap(number -> complaints.find(number).stream())
                        .filter(one -> !one.progress().answers().isEmpty())
                        .count();
        return counted(
                "repeat-close",
                complaints.decide(complaint.id(), now -> Repeats.close(now, reason, results, by, now(), request)));
    }

    /** Takes the closing back. */
    public Decision undo(Complaint complaint, Acting by, @Nullable RequestMark request) {
        return counted(
                "repeat-undo",
                complaints.decide(complaint.id(), now -> now.once(request, () -> Repeats.undo(now, by, now()))));
    }

    private static ReceiptNumber number(Complaint complaint) {
        return complaint.filing().receiptNumber();
    }

    private Decision counted(String move, Decision decision) {
        meters.move(move, decision);
        return decision;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
