package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How the staff read a case. Each reading leaves an audit line: who, which case, what; never whose name
 * (개인정보의 안전성 확보조치 기준).
 */
@Component
public class StaffReading {
    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");

    private final Complaints complaints;
    private final RoutingWait routing;
    private final Clock clock;

    StaffReading(Complaints complaints, RoutingWait routing, Clock clock) {
        this.complaints = complaints;
        this.routing = routing;
        this.clock = clock;
    }

    /** The case of a number, within the reader's office. */
    public Optional<Complaint> find(String typedNumber, String officeId) {
        return ReceiptNumber.parse(typedNumber)
                .flatMap(complaints::find)
                .filter(complaint -> complaint.filing().officeId().equals(officeId));
    }

    /** The case once its department is known, or as it is when that takes too long. */
    public Complaint routed(Complaint complaint) {
        if (complaint.progress().department() != null) {
            return complaint;
        }
        return routing.until(
                complaint.id(),
                () -> complaints.find(complaint.id()).orElse(complaint),
                now -> now.progress().department() != null
                        || now.status() == ComplaintStatus.WITHDRAWN
                        || now.status() == ComplaintStatus.FILED);
    }

    /** Notes that the case was read. */
    public void read(Complaint complaint, Officer reader) {
        audit.atInfo()
                .addKeyValue("action", "read")
                .addKeyValue("staff", reader.id())
                .addKeyValue("complaintId", complaint.id().value())
                .log("case read");
    }

    /** Keeps a note for colleagues in the case. */
    public Decision note(Complaint complaint, Officer by, String text, @Nullable RequestMark request) {
        return complaints.decide(
                complaint.id(),
                now -> now.once(
                        request, () -> now.noted(by, text, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    /** Notes, before it happens, that the reporter is shown in the clear; the note is in the case and in the audit log. */
    public Complaint reveal(Complaint complaint, Officer to) {
        Decision decision = complaints.decide(
                complaint.id(), now -> now.revealed(to, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        audit.atInfo()
                .addKeyValue("action", "reveal-reporter")
                .addKeyValue("staff", to.id())
                .addKeyValue("complaintId", complaint.id().value())
                .log("reporter shown in the clear");
        return changed(decision);
    }

    private static Complaint changed(Decision decision) {
        return switch (decision) {
            case Decision.Changed changed -> changed.complaint();
            case Decision.Unchanged unchanged -> unchanged.complaint();
            case Decision.Refused refused -> throw new IllegalStateException("this is never refused");
        };
    }
}
