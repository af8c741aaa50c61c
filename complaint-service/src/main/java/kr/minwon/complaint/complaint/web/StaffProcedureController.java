package kr.minwon.complaint.complaint.web;

import java.time.Instant;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintStatus;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Procedures.Acting;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.StaffReading;
import kr.minwon.complaint.complaint.TakeProcedure;
import kr.minwon.complaint.complaint.web.ProcedureParts.EndingPart;
import kr.minwon.complaint.complaint.web.ProcedureParts.SupplementPart;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the law's procedure lets an officer ask of a resident. */
@RestController
@RequestMapping("/api/v1/staff/complaints/{receiptNumber}")
class StaffProcedureController {
    private static final String BASE = "/api/v1/staff/complaints/";

    private final TakeProcedure procedure;
    private final StaffReading reading;
    private final IdempotencyKeys keys;

    StaffProcedureController(TakeProcedure procedure, StaffReading reading, IdempotencyKeys keys) {
        this.procedure = procedure;
        this.reading = reading;
        this.keys = keys;
    }

    /** @param days how long the resident has; {@value Limits#SUPPLEMENT_DAYS} when it is not said */
    record SupplementRequest(
            @Nullable String text, @Nullable Integer days) {}

    record SupplementRequestResponse(String receiptNumber, String status, SupplementPart supplement) {}

    record ReturnRequest(@Nullable String reason) {}

    record ReturnResponse(
            String receiptNumber, String status, @Nullable EndingPart ending) {}

    /** Nothing needs to be said to accept. */
    record AcceptRequest() {}

    record AcceptResponse(
            String receiptNumber, String status, @Nullable String acceptedAt) {}

    /** Accepts by hand what was filed (접수, 민원처리법 시행령 §6⑦). */
    @PostMapping("/accept")
    AcceptResponse accept(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestBody(required = false) @Nullable AcceptRequest nothing) {
        Complaint complaint = found(reading, caller, receiptNumber);
        Complaint after = ResidentController.done(
                procedure.accept(complaint.id(), acting(caller).officer()));
        Instant acceptedAt = after.progress().acceptedAt();
        return new AcceptResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                acceptedAt == null ? null : SeoulTime.iso(acceptedAt));
    }

    @PostMapping("/supplement-request")
    SupplementRequestResponse requestSupplement(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody SupplementRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        String text = new FieldChecks(errors).text("text", request.text(), Limits.REASON);
        int days = days(request.days(), errors);
        errors.throwIfAny();
        Complaint complaint = found(reading, caller, receiptNumber);
        ContentDigest content =
                new ContentDigest().add("supplement-request").add(text).add(String.valueOf(days));
        Complaint after = ResidentController.done(procedure.requestSupplement(
                complaint.id(), text, days, acting(caller), keys.mark(caller, key, content)));
        return new SupplementRequestResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                ProcedureParts.supplements(after, BASE).getLast());
    }

    @PostMapping("/return")
    ReturnResponse giveBack(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReturnRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        String reason = new FieldChecks(errors).text("reason", request.reason(), Limits.REASON);
        errors.throwIfAny();
        Complaint complaint = found(reading, caller, receiptNumber);
        ContentDigest content = new ContentDigest().add("return").add(reason);
        Complaint after = ResidentController.done(
                procedure.giveBack(complaint.id(), reason, acting(caller), keys.mark(caller, key, content)));
        return new ReturnResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                EndingPart.of(after.progress().procedure().ending()));
    }

    private static int days(@Nullable Integer days, FieldErrors errors) {
        if (days == null) {
            return Limits.SUPPLEMENT_DAYS;
        }
        if (days < 1 || days > Limits.MOST_SUPPLEMENT_DAYS) {
            errors.add("days", "out-of-range", 1, Limits.MOST_SUPPLEMENT_DAYS);
        }
        return days;
    }

    static Complaint found(StaffReading reading, Caller caller, String receiptNumber) {
        return reading.find(receiptNumber, caller.officeId()).orElseThrow(ComplaintProblems::notFound);
    }

    /**
     * The case, if the caller may read it: all of the office's, or those of their departments; one that nobody has
     * accepted has no department and is read by who may accept it.
     */
    static Complaint readable(StaffReading reading, Caller caller, String receiptNumber) {
        Complaint found = found(reading, caller, receiptNumber);
        if (caller.role().seesWholeOffice() || found.status() == ComplaintStatus.FILED) {
            return found;
        }
        Complaint complaint = reading.routed(found);
        Department department = complaint.progress().department();
        if (department == null) {
            throw ComplaintProblems.notYetRouted();
        }
        if (!caller.mayAct(department.id())) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        return complaint;
    }

    static Acting acting(Caller caller) {
        return new Acting(new Officer(caller.id(), caller.name()), caller.departments());
    }
}
