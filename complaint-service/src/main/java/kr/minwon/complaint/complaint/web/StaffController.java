package kr.minwon.complaint.complaint.web;

import java.util.List;
import kr.minwon.complaint.complaint.Answer;
import kr.minwon.complaint.complaint.AnswerComplaint;
import kr.minwon.complaint.complaint.Approval;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Masks;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Reporter;
import kr.minwon.complaint.complaint.Reporters;
import kr.minwon.complaint.complaint.RequestMark;
import kr.minwon.complaint.complaint.StaffReading;
import kr.minwon.complaint.complaint.web.ComplaintResponse.AnswerPart;
import kr.minwon.complaint.complaint.web.StaffComplaintResponse.ReporterPart;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the staff may do; which roles come here at all is the access table's, which cases are theirs is decided here. */
@RestController
@RequestMapping("/api/v1/staff/complaints/{receiptNumber}")
class StaffController {
    private final StaffReading reading;
    private final AnswerComplaint answerComplaint;
    private final Complaints complaints;
    private final Reporters reporters;
    private final Attachments attachments;
    private final IdempotencyKeys keys;
    private final Categories categories;
    private final Approval approval;

    StaffController(
            StaffReading reading,
            AnswerComplaint answerComplaint,
            Complaints complaints,
            Reporters reporters,
            Attachments attachments,
            IdempotencyKeys keys,
            Categories categories,
            Approval approval) {
        this.reading = reading;
        this.answerComplaint = answerComplaint;
        this.complaints = complaints;
        this.reporters = reporters;
        this.attachments = attachments;
        this.keys = keys;
        this.categories = categories;
        this.approval = approval;
    }

    /** @param outcome 수용, 일부수용, 불수용, 기완료 or 기타 */
    record AnswerRequest(@Nullable String outcome, @Nullable String text) {}

    record NoteRequest(@Nullable String text) {}

    record NoteResponse(String receiptNumber, StaffComplaintResponse.StaffEntryPart note) {}

    record AnswerResponse(String receiptNumber, String status, AnswerPart answer) {}

    @GetMapping
    ResponseEntity<StaffComplaintResponse> read(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestParam(name = "reveal", required = false) @Nullable String reveal) {
        Complaint complaint = StaffProcedureController.readable(reading, caller, receiptNumber);
        boolean clear = "reporter".equals(reveal);
        if (clear) {
            if (caller.role() == Role.AUDITOR) {
                throw new ProblemException(ProblemType.FORBIDDEN);
            }
            complaint = reading.reveal(complaint, officer(caller));
        } else {
            reading.read(complaint, officer(caller));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(StaffComplaintResponse.of(
                        complaint,
                        reporter(complaint.filing().reporter(), clear),
                        complaints.earlier(complaint),
                        categories,
                        approval.isRequired(complaint.filing().officeId())));
    }

    @GetMapping("/attachments/{attachmentId}")
    ResponseEntity<byte[]> attachment(
            Caller caller, @PathVariable String receiptNumber, @PathVariable String attachmentId) {
        Complaint complaint = StaffProcedureController.readable(reading, caller, receiptNumber);
        reading.read(complaint, officer(caller));
        return attachments.of(complaint, attachmentId);
    }

    @PostMapping("/answer")
    AnswerResponse answer(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AnswerRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        WrittenAnswer written = WrittenAnswer.read(request.outcome(), request.text(), errors);
        errors.throwIfAny();
        Complaint complaint = reading.find(receiptNumber, caller.officeId()).orElseThrow(ComplaintProblems::notFound);
        RequestMark mark = keys.mark(
                caller,
                key,
                new ContentDigest().add("answer").add(written.outcome().name()).add(written.text()));
        Complaint after = ResidentController.done(answerComplaint.answer(new AnswerComplaint.Command(
                complaint.id(), written.outcome(), written.text(), officer(caller), caller.departments(), mark)));
        Answer answer = given(after.progress().answers(), mark);
        return new AnswerResponse(after.filing().receiptNumber().value(), "answered", AnswerPart.of(answer, after));
    }

    @PostMapping("/note")
    NoteResponse note(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody NoteRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        String text = new FieldChecks(errors).text("text", request.text(), Limits.REASON);
        errors.throwIfAny();
        Complaint complaint = StaffProcedureController.readable(reading, caller, receiptNumber);
        RequestMark mark =
                keys.mark(caller, key, new ContentDigest().add("note").add(text));
        Complaint after = ResidentController.done(reading.note(complaint, officer(caller), text, mark));
        return new NoteResponse(
                after.filing().receiptNumber().value(),
                StaffComplaintResponse.StaffEntryPart.of(
                        after.progress().timeline().entries().getLast()));
    }

    /** The answer that this request gave, also when it was given the first time around. */
    static Answer given(List<Answer> answers, @Nullable RequestMark mark) {
        return answers.stream()
                .filter(answer -> {
                    RequestMark request = answer.request();
                    return mark != null && request != null && request.key().equals(mark.key());
                })
                .findFirst()
                .orElseGet(answers::getLast);
    }

    private ReporterPart reporter(Reporter reporter, boolean clear) {
        String name = reporters.name(reporter);
        String phone = reporters.phone(reporter);
        return clear
                ? new ReporterPart(name, phone, false)
                : new ReporterPart(Masks.name(name), Masks.phone(phone), true);
    }

    static Officer officer(Caller caller) {
        return new Officer(caller.id(), caller.name());
    }
}
